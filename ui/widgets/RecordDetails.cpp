// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RecordDetails.h"

#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace smsauth {
namespace {

QLabel *label(const QString &text, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// The dot of one event and the line to the next.
class Dot : public QWidget
{
public:
    Dot(Tone tone, bool first, bool last, QWidget *parent)
        : QWidget(parent)
        , m_tone(tone)
        , m_first(first)
        , m_last(last)
    {
        setFixedWidth(Space::L);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int x = width() / 2;
        const int y = fontMetrics().height() / 2 + 1;
        painter.setPen(toneColor(Tone::Line));
        if (!m_first)
            painter.drawLine(x, 0, x, y);
        if (!m_last)
            painter.drawLine(x, y, x, height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(m_tone));
        painter.drawEllipse(QPoint(x, y), Space::XS, Space::XS);
    }

private:
    const Tone m_tone;
    const bool m_first;
    const bool m_last;
};

} // namespace

RecordDetails::RecordDetails(QWidget *parent)
    : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_layout = new QVBoxLayout(page);
    m_layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    m_layout->setSpacing(Space::M);
    m_layout->addStretch(1);
    setWidget(page);
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(250);
    setLook(this, Look::Card);
    setAccessibleName(tr("Details"));
    rebuild();
}

void RecordDetails::setActions(QWidget *actions)
{
    m_actions = actions;
    m_layout->insertWidget(1, actions);
    rebuild();
}

void RecordDetails::show(const Details &details)
{
    if (m_hint.isEmpty() && details == m_details)
        return;
    m_hint.clear();
    m_details = details;
    rebuild();
}

void RecordDetails::clear(const QString &hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    m_details = {};
    rebuild();
}

void RecordDetails::rebuild()
{
    for (QWidget *old : {m_head, m_body}) {
        if (old) {
            m_layout->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
    }
    m_head = headOf(m_details);
    m_body = bodyOf(m_details);
    m_layout->insertWidget(0, m_head);
    m_layout->insertWidget(m_actions ? 2 : 1, m_body);
    if (m_actions)
        m_actions->setVisible(m_hint.isEmpty() && !m_details.title.isEmpty());
}

QWidget *RecordDetails::headOf(const Details &details)
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    if (!m_hint.isEmpty()) {
        QLabel *hint = label(m_hint, head);
        setLook(hint, Look::Muted);
        layout->addWidget(hint);
        return head;
    }
    QLabel *title = label(details.title, head);
    setLook(title, Look::Title);
    layout->addWidget(title);
    if (!details.state.isEmpty()) {
        QLabel *state = label(details.state, head);
        state->setWordWrap(false);
        setLook(state, Look::Badge);
        setTone(state, details.tone);
        layout->addWidget(state, 0, Qt::AlignLeading);
    }
    if (!details.reason.isEmpty()) {
        QLabel *reason = label(details.reason, head);
        setTone(reason, details.tone);
        layout->addWidget(reason);
    }
    return head;
}

QWidget *RecordDetails::bodyOf(const Details &details)
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::L);
    if (!details.facts.isEmpty())
        layout->addWidget(factsOf(details, body));
    if (!details.events.isEmpty())
        layout->addWidget(timelineOf(details, body));
    return body;
}

QWidget *RecordDetails::factsOf(const Details &details, QWidget *parent)
{
    auto *facts = new QWidget(parent);
    auto *form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(Space::L);
    form->setVerticalSpacing(Space::S);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    for (const Details::Fact &fact : details.facts) {
        auto *name = new QLabel(fact.name, facts);
        setLook(name, Look::Muted);
        form->addRow(name, label(fact.value, facts));
    }
    return facts;
}

QWidget *RecordDetails::timelineOf(const Details &details, QWidget *parent)
{
    auto *timeline = new QWidget(parent);
    auto *grid = new QGridLayout(timeline);
    grid->setContentsMargins(0, Space::XS, 0, 0);
    grid->setHorizontalSpacing(Space::S);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Details::Event &event : details.events) {
        const bool last = row == details.events.size() - 1;
        auto *words = new QWidget(timeline);
        auto *lines = new QVBoxLayout(words);
        lines->setContentsMargins(0, 0, 0, last ? 0 : Space::M);
        lines->setSpacing(Space::XS / 2);
        lines->addWidget(label(event.title, words));
        if (!event.text.isEmpty()) {
            QLabel *text = label(event.text, words);
            setTone(text, event.tone == Tone::Bad || event.tone == Tone::Warning ? event.tone : Tone::Muted);
            lines->addWidget(text);
        }
        auto *time = new QLabel(event.time, timeline);
        setLook(time, Look::Muted);
        grid->addWidget(new Dot(event.tone, row == 0, last, timeline), row, 0);
        grid->addWidget(words, row, 1, Qt::AlignTop);
        grid->addWidget(time, row, 2, Qt::AlignTop | Qt::AlignTrailing);
        ++row;
    }
    return timeline;
}

QString RecordDetails::plainText() const
{
    QStringList lines;
    for (const QWidget *part : {m_head, m_body}) {
        const auto labels = part->findChildren<QLabel *>();
        for (const QLabel *found : labels)
            lines.append(found->text());
    }
    return lines.join(u'\n');
}

} // namespace smsauth
