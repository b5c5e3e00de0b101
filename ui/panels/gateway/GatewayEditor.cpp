// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayEditor.h"

#include "core/sms/HttpProviderLoader.h"
#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Theme.h"
#include "ui/panels/GatewayOrder.h"
#include "ui/panels/gateway/GatewayFormView.h"
#include "ui/panels/gateway/GatewayJsonView.h"
#include "ui/panels/gateway/ReplyTester.h"
#include "ui/panels/gateway/RequestPreview.h"
#include "ui/widgets/InlineNotice.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

constexpr int RoomForTwo = 860;
constexpr auto TryAfter = 150ms;

/// "My Gateway 2" → "my-gateway-2".
QString idFrom(const QString &title)
{
    QString id;
    for (const QChar c : title.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(32);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

} // namespace

GatewayEditor::GatewayEditor(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_heading(new QLabel(this))
    , m_idLabel(new QLabel(tr("Id"), this))
    , m_id(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_notice(new InlineNotice(this))
    , m_splitter(new QSplitter(this))
    , m_views(new QTabWidget(this))
    , m_trials(new QTabWidget(this))
    , m_form(new GatewayFormView(this))
    , m_json(new GatewayJsonView(this))
    , m_preview(new RequestPreview(this))
    , m_reply(new ReplyTester(this))
{
    m_views->setDocumentMode(true);
    m_trials->setDocumentMode(true);
    m_views->tabBar()->setAccessibleName(tr("Views of the description"));
    m_trials->tabBar()->setAccessibleName(tr("Ways to try it"));
    m_views->addTab(m_form, tr("Form"));
    m_views->addTab(m_json, tr("JSON"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_views);
    m_splitter->addWidget(m_trials);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    placeTrials(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(buildHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);

    m_trySoon.setSingleShot(true);
    m_trySoon.setInterval(TryAfter);
    connect(&m_trySoon, &QTimer::timeout, this, &GatewayEditor::tryOut);
    connect(m_form, &GatewayFormView::changed, this, &GatewayEditor::formEdited);
    connect(m_json, &GatewayJsonView::edited, this, &GatewayEditor::jsonEdited);
    connect(m_preview, &RequestPreview::changed, &m_trySoon, qOverload<>(&QTimer::start));
    connect(m_reply, &ReplyTester::changed, &m_trySoon, qOverload<>(&QTimer::start));
    connect(m_id, &QLineEdit::textEdited, this, [this] {
        m_idTyped = true;
        updateHead();
    });
    connect(m_save, &QPushButton::clicked, this, &GatewayEditor::save);
    connect(m_notice, &InlineNotice::triggered, this, [this] {
        m_views->setCurrentWidget(m_json);
        m_json->goTo(m_problem.place);
    });
}

QWidget *GatewayEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *back = new QPushButton(tr("&Back"), head);
    setLook(back, Look::Quiet);
    back->setAccessibleName(tr("Back to the gateways"));
    connect(back, &QPushButton::clicked, this, &GatewayEditor::left);
    setLook(m_heading, Look::Title);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_idLabel->setBuddy(m_id);
    m_id->setPlaceholderText(u"my-gateway"_s);
    m_id->setMaxLength(32);
    m_id->setFixedWidth(170);
    setLook(m_id, Look::Mono);
    setLook(m_save, Look::Primary);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(back);
    layout->addWidget(m_heading, 1);
    layout->addWidget(m_idLabel);
    layout->addWidget(m_id);
    layout->addWidget(m_save);
    return head;
}

void GatewayEditor::resizeEvent(QResizeEvent *event)
{
    placeTrials(width() >= RoomForTwo);
    QWidget::resizeEvent(event);
}

void GatewayEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

/// Beside the description where there is room, else as further tabs.
void GatewayEditor::placeTrials(bool beside)
{
    QTabWidget *place = beside ? m_trials : m_views;
    if (place->indexOf(m_preview) >= 0)
        return;
    place->addTab(m_preview, tr("Request"));
    place->addTab(m_reply, tr("Reply"));
    m_trials->setVisible(beside);
}

void GatewayEditor::edit(const GatewayDraft &draft, const QStringList &taken)
{
    m_saving.drop();
    m_opened = draft;
    m_taken = taken;
    m_text = draft.text;
    m_formMistake.clear();
    m_problem = {};
    m_idTyped = !draft.id.isEmpty();
    m_id->setText(draft.id);
    for (QWidget *part : {static_cast<QWidget *>(m_idLabel), static_cast<QWidget *>(m_id)})
        part->setVisible(draft.isNew);
    m_json->setText(m_text);
    const Result<GatewayForm> form = readGatewayForm(m_text);
    m_form->setEnabled(form.ok());
    if (form)
        m_form->setForm(*form);
    m_views->setCurrentWidget(form ? static_cast<QWidget *>(m_form) : m_json);
    textChanged();
    m_trySoon.stop();
    tryOut();
}

void GatewayEditor::takeFocus()
{
    m_views->currentWidget()->setFocus(Qt::TabFocusReason); // which also selects the text of a line
}

GatewayDraft GatewayEditor::draft() const
{
    return {m_id->text(), m_text, m_opened.saved, m_opened.isNew};
}

bool GatewayEditor::hasUnsavedChanges() const
{
    return m_text != m_opened.saved || !m_formMistake.isEmpty() ||
           (m_opened.isNew && m_id->text() != m_opened.id && m_idTyped);
}

void GatewayEditor::formEdited()
{
    const Result<QByteArray> written = writeGatewayForm(m_form->form(), m_text);
    m_formMistake = written ? QString() : coreText(written.error().detail);
    if (written) {
        m_text = *written;
        m_json->setText(m_text);
    }
    textChanged();
}

void GatewayEditor::jsonEdited()
{
    m_text = m_json->text();
    m_formMistake.clear();
    const Result<GatewayForm> form = readGatewayForm(m_text);
    m_form->setEnabled(form.ok());
    if (form)
        m_form->setForm(*form);
    textChanged();
}

void GatewayEditor::textChanged()
{
    m_judged = false;
    if (m_opened.isNew && !m_idTyped) {
        const Result<GatewayForm> form = readGatewayForm(m_text);
        if (form)
            m_id->setText(idFrom(form->title));
    }
    updateHead();
    m_trySoon.start();
}

void GatewayEditor::tryOut()
{
    GatewaySample sample = m_preview->sample();
    sample.id = m_opened.isNew ? QString() : m_opened.id;
    m_previewing.ask(m_context.admin.previewGateway(m_text, sample), this,
                     [this](const Result<GatewayPreview> &answer) {
                         if (!answer)
                             return m_notice->tell(errorText(answer.error()), Tone::Bad);
                         m_judged = !m_trySoon.isActive();
                         m_preview->show(*answer);
                         showProblem(answer->problem);
                     });
    m_reading.ask(m_context.admin.testReply(m_text, m_reply->reply()), this,
                  [this](const Result<ReplyReading> &answer) {
                      if (answer)
                          m_reply->show(*answer);
                  });
}

void GatewayEditor::showProblem(const GatewayProblem &problem)
{
    m_problem = problem;
    m_json->showProblem(problem);
    if (!m_formMistake.isEmpty())
        m_notice->tell(m_formMistake, Tone::Warning);
    else if (problem.isNone())
        m_notice->clear();
    else
        m_notice->tell(
            problem.pointer.isEmpty()
                ? tr("Line %1: %2").arg(problem.place.line).arg(coreText(problem.what))
                : tr("Line %1, %2: %3").arg(problem.place.line).arg(problem.pointer, coreText(problem.what)),
            Tone::Warning, tr("Show"));
    updateHead();
}

QString GatewayEditor::headProblem(const QString &title) const
{
    if (title.size() > LongestTitle)
        return tr("The title is longer than %Ln character(s). Shorten it.", nullptr, LongestTitle);
    if (!m_opened.isNew)
        return {};
    if (!isProviderId(m_id->text()))
        return tr("An id has a–z, 0–9, - and _, at most 32, and begins with a letter or digit.");
    return m_taken.contains(m_id->text()) ? tr("Another gateway has this id.") : QString();
}

void GatewayEditor::updateHead()
{
    const Result<GatewayForm> form = readGatewayForm(m_text);
    const QString title = form ? form->title : m_opened.id;
    m_heading->setText(m_opened.isNew ? tr("New gateway") : tr("Edit %1").arg(shortTitle(title)));
    const QString wrong = headProblem(title);
    m_id->setAccessibleDescription(wrong);
    m_save->setToolTip(wrong);
    m_save->setText(m_saving.isWaiting() ? tr("Saving…") : tr("&Save"));
    // What was typed a moment ago may not be judged yet; saving checks it once more.
    m_save->setEnabled(wrong.isEmpty() && m_problem.isNone() && m_formMistake.isEmpty() && !m_saving.isWaiting() &&
                       (m_opened.isNew || hasUnsavedChanges()));
    if (!wrong.isEmpty() && m_judged && m_problem.isNone() && m_formMistake.isEmpty())
        m_notice->tell(wrong, Tone::Warning);
    else if (wrong.isEmpty() && m_judged && m_problem.isNone() && m_formMistake.isEmpty())
        m_notice->clear();
}

void GatewayEditor::save()
{
    const QString id = m_opened.isNew ? m_id->text() : m_opened.id;
    m_saving.ask(m_context.admin.saveGateway(id, m_text), this,
                 [this, id, text = m_text](const Result<void> &answer) {
                     updateHead();
                     if (!answer)
                         return m_notice->tell(errorText(answer.error()), Tone::Bad);
                     m_opened = {id, text, text, false};
                     // What was typed while it was being saved is not saved yet.
                     if (m_text != text)
                         return updateHead();
                     Q_EMIT saved(id);
                 });
    updateHead();
}

} // namespace smsauth
