// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CodeActions.h"

#include "ui/ErrorText.h"
#include "ui/FlowSession.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/CodeTexts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {

CodeActions::CodeActions(const PanelContext &context, Undo &undo, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_undo(undo)
    , m_copy(new QPushButton(tr("&Copy code"), this))
    , m_reveal(new QPushButton(themedIcon(u"eye"_s), tr("&Reveal…"), this))
    , m_verify(new QPushButton(tr("Ver&ify with it"), this))
    , m_message(new QPushButton(tr("Show in send log"), this))
    , m_more(new QToolButton(this))
{
    setLook(m_copy, Look::Primary);
    m_copy->setIcon(themedIcon(u"copy"_s, Tone::OnAccent));
    setLook(m_message, Look::Quiet);
    m_reveal->setAccessibleName(tr("Reveal the code"));
    m_more->setText(tr("More"));
    m_more->setIcon(themedIcon(u"more"_s));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAccessibleName(tr("More to do with this code"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    setLook(m_more, Look::Quiet);
    m_more->setMenu(new QMenu(m_more));
    m_resend = addToMenu(tr("Send a new code"), u"refresh"_s, &CodeActions::resend);
    m_prolong = addToMenu(tr("Five minutes more"), u"clock"_s, &CodeActions::prolong);
    m_expire = addToMenu(tr("Expire now"), u"stop"_s, &CodeActions::expire);
    m_more->menu()->addSeparator();
    m_delete = addToMenu(tr("Delete this code"), u"trash"_s, &CodeActions::askToDelete);
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetShortcut);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::XS);
    for (const QList<QWidget *> &line : {QList<QWidget *>{m_copy, m_reveal, m_verify}, {m_message, m_more}}) {
        auto *buttons = new QHBoxLayout;
        buttons->setSpacing(Space::S);
        for (QWidget *button : line)
            buttons->addWidget(button);
        buttons->addStretch(1);
        layout->addLayout(buttons);
    }
    connect(&context.status, &StatusWatch::changed, this, &CodeActions::updateActions);
    connect(m_copy, &QPushButton::clicked, this, &CodeActions::copy);
    connect(m_reveal, &QPushButton::clicked, this, &CodeActions::askToReveal);
    connect(m_verify, &QPushButton::clicked, this, &CodeActions::verify);
    connect(m_message, &QPushButton::clicked, this, &CodeActions::showMessage);
    updateActions();
}

QAction *CodeActions::addToMenu(const QString &text, const QString &icon, void (CodeActions::*run)())
{
    QAction *action = m_more->menu()->addAction(themedIcon(icon), text);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void CodeActions::show(const std::optional<CodeRecord> &code)
{
    if (!code || !m_code || code->id != m_code->id) {
        m_revealing.drop();
        m_revealed.clear();
    }
    m_code = code;
    updateActions();
}

void CodeActions::updateActions()
{
    const bool live = m_code && codeStateAt(*m_code, m_context.clock.now()) == CodeState::Live;
    const bool simulated = m_context.status.isSimulated();
    if (!live)
        m_revealed.clear();
    m_copy->setEnabled(live && !digits().isEmpty());
    m_verify->setEnabled(live && !digits().isEmpty());
    const bool hidden = !simulated && live && m_revealed.isEmpty();
    m_reveal->setVisible(hidden);
    m_copy->setVisible(!hidden); // there is nothing to copy, and no room for three
    m_verify->setVisible(!hidden);
    m_reveal->setEnabled(!m_revealing.isWaiting());
    m_message->setVisible(m_code && m_code->messageId != 0);
    m_resend->setEnabled(m_code.has_value());
    m_prolong->setEnabled(live && simulated);
    m_prolong->setVisible(simulated);
    m_expire->setEnabled(live);
    m_delete->setEnabled(m_code.has_value());
}

QString CodeActions::digits() const
{
    return !m_code ? QString() : m_code->code.isEmpty() ? m_revealed : m_code->code;
}

void CodeActions::copy()
{
    if (!digits().isEmpty())
        m_context.copySecret(digits(), tr("Code"));
}

void CodeActions::askToReveal()
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Reveal a code"),
                        tr("Reveal the code of %1?").arg(phoneText(m_code->phone, m_context.status.current().mode)),
                        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Whoever has it can sign in as this person. That you have looked is written to the "
                               "audit trail."));
    QPushButton *go = box->addButton(tr("Reveal the code"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, &CodeActions::reveal);
    box->open();
}

void CodeActions::reveal()
{
    if (!m_code)
        return;
    m_revealing.ask(m_context.admin.revealCode(m_code->id), this, [this](const Result<QString> &code) {
        if (code)
            m_revealed = *code;
        else
            m_context.notify({errorText(code.error()), {}, {}, true});
        updateActions();
        Q_EMIT revealedChanged();
    });
    updateActions();
}

void CodeActions::verify()
{
    if (!digits().isEmpty())
        m_context.useCode(m_code->phone, digits());
}

void CodeActions::resend()
{
    if (!m_flow) {
        m_flow = new FlowSession(m_context.admin, m_context.status, m_context.clock, this);
        connect(m_flow, &FlowSession::failed, this, [this](const QString &sentence) {
            m_context.notify({sentence, {}, {}, true});
        });
        connect(m_flow, &FlowSession::exchanged, this, [this](const Exchange &exchange) {
            if (exchange.succeeded())
                m_context.notify({tr("A new code is on its way."), {}, {}, false});
        });
    }
    m_flow->sendCode(m_code->phone);
}

void CodeActions::prolong()
{
    change(CodeChange::FiveMinutesMore, tr("The code is valid for five minutes more."));
}

void CodeActions::expire()
{
    change(CodeChange::ExpireNow, tr("The code has expired."));
}

/// In force at once; for a while the code can get its old end back.
void CodeActions::change(CodeChange change, const QString &done)
{
    m_context.admin.holdCleanup(m_undo.time() + 1s); // an expired one must be there to be taken back
    m_changing.ask(m_context.admin.changeCode(m_code->id, change), this,
                   [this, done, before = *m_code](const Result<void> &result) {
                       if (!result)
                           return m_context.notify({errorText(result.error()), {}, {}, true});
                       m_undo.offer([this, before] { takeBack(before); });
                       m_context.notify({done, tr("&Undo"), [this] { m_undo.takeBack(); }, false});
                   });
}

void CodeActions::takeBack(const CodeRecord &before)
{
    whenDone(this, m_context.admin.takeBackCodeChange(before), [this](const Result<void> &result) {
        if (!result)
            m_context.notify(
                {tr("This could not be taken back.") + u' ' + errorText(result.error()), {}, {}, true});
    });
}

void CodeActions::showMessage()
{
    m_context.openPanel(u"send-log"_s, QString::number(m_code->messageId));
}

void CodeActions::askToDelete()
{
    Q_EMIT deleteRequested(*m_code);
}

} // namespace smsauth
