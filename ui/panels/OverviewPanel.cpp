// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/OverviewPanel.h"

#include "ui/Format.h"
#include "ui/StateLamp.h"
#include "ui/Theme.h"
#include "ui/Warnings.h"
#include "ui/widgets/FirstSteps.h"
#include "ui/widgets/Lamp.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QShowEvent>

using namespace Qt::StringLiterals;

namespace smsauth {

OverviewPanel::OverviewPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Status}, parent)
    , m_steps(new FirstSteps(context, this))
    , m_attention(new QVBoxLayout)
{
    auto *headline = new QLabel(title(), this);
    setLook(headline, Look::Headline);
    m_attention->setSpacing(Space::S);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    column->setSpacing(Space::L);
    column->addWidget(headline);
    column->addWidget(makeStateCard());
    column->addWidget(m_steps);
    column->addWidget(makeFigures());
    column->addLayout(m_attention);
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setFocusProxy(m_steps);

    connect(&context.status, &StatusWatch::changed, this, &OverviewPanel::showStatus);
    showStatus(status());
}

QWidget *OverviewPanel::makeStateCard()
{
    auto *card = new QWidget(this);
    m_lamp = new Lamp(card);
    m_state = new QLabel(card);
    m_state->setObjectName(u"overviewState"_s);
    setLook(m_state, Look::Title);
    m_where = new QLabel(card);
    m_where->setObjectName(u"overviewWhere"_s);
    m_where->setWordWrap(true);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_where, Look::Muted);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::XS);
    words->addWidget(m_state);
    words->addWidget(m_where);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(m_lamp, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return card;
}

QWidget *OverviewPanel::makeFigures()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::L);
    const auto addFigure = [&](const QString &text, const QString &name) {
        auto *card = new QFrame(row);
        setLook(card, Look::Card);
        auto *label = new QLabel(text, card);
        setLook(label, Look::Muted);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        auto *figure = new QLabel(card);
        figure->setObjectName(name);
        setLook(figure, Look::Figure);
        auto *inner = new QVBoxLayout(card);
        inner->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
        inner->setSpacing(0);
        inner->addWidget(figure);
        inner->addWidget(label);
        layout->addWidget(card, 1);
        return figure;
    };
    m_sent = addFigure(tr("Sent today"), u"figureSent"_s);
    m_verified = addFigure(tr("Verified today"), u"figureVerified"_s);
    m_failed = addFigure(tr("Failed today"), u"figureFailed"_s);
    m_blocked = addFigure(tr("Blocked today"), u"figureBlocked"_s);
    return row;
}

void OverviewPanel::open(const QString &argument)
{
    if (const Result<PhoneNumber> phone = PhoneNumber::parse(argument))
        m_steps->open(*phone);
}

bool OverviewPanel::takeCode(const PhoneNumber &, const QString &code)
{
    if (m_steps->session().step() != FlowSession::Step::CodeSent)
        return false;
    m_steps->takeCode(code);
    return true;
}

void OverviewPanel::refresh()
{
    context().status.ask();
}

void OverviewPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    // Enter shall work from the first moment on, unless the person goes through the list of pages by keyboard.
    if (!window()->focusWidget() || isAncestorOf(window()->focusWidget()))
        m_steps->focusNext();
}

void OverviewPanel::showStatus(const ServerStatus &status)
{
    const bool becameRunning = status.state == ServerState::Running && m_state->text() != stateText(status.state);
    m_lamp->setTone(lampTone(status.state));
    m_state->setText(stateText(status.state));
    switch (status.state) {
    case ServerState::Running:
        m_where->setText(tr("Apps reach the server at %1. The send log and all else is kept in %2.")
                             .arg(status.url, status.profile));
        break;
    case ServerState::Failed:
        m_where->setText(tr("The reason stands above."));
        break;
    case ServerState::Stopped:
        m_where->setText(tr("Apps cannot reach the server. Start it with F5."));
        break;
    case ServerState::Starting:
    case ServerState::Stopping:
        m_where->setText(tr("One moment."));
        break;
    }
    const QLocale locale;
    m_sent->setText(locale.toString(status.sentToday));
    m_verified->setText(locale.toString(status.verifiedToday));
    m_failed->setText(locale.toString(status.failedToday));
    setTone(m_failed, status.failedToday > 0 ? Tone::Bad : Tone::Text);
    m_blocked->setText(locale.toString(status.blockedToday));
    setTone(m_blocked, status.blockedToday > 0 ? Tone::Warning : Tone::Text);
    showAttention(status);
    if (becameRunning && isVisible() && (!window()->focusWidget() || isAncestorOf(window()->focusWidget())))
        m_steps->focusNext();
}

void OverviewPanel::showAttention(const ServerStatus &status)
{
    const QList<Warning> warnings = warningsOf(status);
    QStringList sentences;
    for (const Warning &warning : warnings)
        sentences.append(warning.sentence);
    if (sentences == m_shownAttention)
        return;
    m_shownAttention = sentences;
    while (QLayoutItem *item = m_attention->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Warning &warning : warnings) {
        auto *strip = new QFrame(this);
        setLook(strip, Look::Banner);
        setTone(strip, warning.badge.isEmpty() ? Tone::Muted : Tone::Warning);
        auto *text = new QLabel(warning.sentence, strip);
        text->setWordWrap(true);
        auto *layout = new QHBoxLayout(strip);
        layout->setContentsMargins(Space::L, Space::S, Space::S, Space::S);
        layout->addWidget(text, 1);
        if (!warning.action.isEmpty()) {
            auto *button = new QPushButton(warning.action, strip);
            button->setAccessibleName(tr("%1: %2").arg(warning.action, warning.sentence));
            layout->addWidget(button);
            connect(button, &QPushButton::clicked, this, [this, panel = warning.panel] {
                if (panel.isEmpty())
                    context().unlock();
                else
                    context().openPanel(panel, {});
            });
        }
        m_attention->addWidget(strip);
    }
}

std::unique_ptr<Panel> makeOverviewPanel(const PanelContext &context)
{
    return std::make_unique<OverviewPanel>(context);
}

} // namespace smsauth
