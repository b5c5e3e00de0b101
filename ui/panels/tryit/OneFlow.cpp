// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/OneFlow.h"

#include "ui/ErrorText.h"
#include "ui/Theme.h"
#include "ui/panels/tryit/ExchangeLog.h"
#include "ui/widgets/CodeInput.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/TokenView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString testNumber = u"+12025550101"_s;

} // namespace

OneFlow::OneFlow(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_session(context.admin, context.status, context.clock)
    , m_phone(new PhoneEdit(this))
    , m_code(new CodeInput(this))
    , m_send(new QPushButton(tr("Send code"), this))
    , m_verify(new QPushButton(tr("Verify"), this))
    , m_walk(new QPushButton(tr("Walk both"), this))
    , m_words(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_log(new ExchangeLog(context, this))
    , m_token(new TokenView(context.clock, this))
{
    m_phone->setObjectName(u"tryItPhone"_s);
    m_words->setObjectName(u"tryItWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_token->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    m_tabs->addTab(m_log, tr("Request and response"));
    m_tabs->addTab(m_token, tr("Token"));
    m_tabs->setAccessibleName(tr("What went over the wire"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(makeForm());
    layout->addWidget(m_words);
    layout->addWidget(m_tabs, 1);

    connect(m_send, &QPushButton::clicked, this, &OneFlow::sendCode);
    connect(m_verify, &QPushButton::clicked, this, &OneFlow::verify);
    connect(m_walk, &QPushButton::clicked, this, &OneFlow::walk);
    connect(m_phone, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    connect(m_code, &QLineEdit::returnPressed, m_verify, &QPushButton::click);
    connect(m_phone, &QLineEdit::textChanged, this, &OneFlow::showStep);
    connect(m_code, &QLineEdit::textChanged, this, &OneFlow::showStep);
    connect(m_token, &TokenView::copyRequested, this,
            [this](const QString &token) { m_context.copySecret(token, tr("Token")); });
    connect(&context.status, &StatusWatch::changed, this, [this] {
        followMode();
        showStep();
    });
    connect(&m_session, &FlowSession::stepChanged, this, [this] {
        m_failed = false;
        showStep();
    });
    connect(&m_session, &FlowSession::exchanged, this, &OneFlow::addExchange);
    connect(&m_session, &FlowSession::codeArrived, m_code, &CodeInput::setCode);
    connect(&m_session, &FlowSession::ended, this, &OneFlow::ended);
    connect(&m_session, &FlowSession::failed, this, [this](const QString &sentence) { say(sentence, true); });
    connect(&m_session, &FlowSession::tokenChecked, this,
            [this](const TokenReport &report) { showToken(m_session.token(), report); });
    followMode();
    showStep();
}

QLayout *OneFlow::makeForm()
{
    for (QPushButton *button : {m_send, m_verify, m_walk})
        button->setAutoDefault(true);
    m_walk->setToolTip(
        tr("Sends a code, reads it from the simulated phone and verifies it, as a test script would"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addLayout(makeField(tr("Phone"), m_phone, 155, 220), 3);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    row->addLayout(makeField(tr("Code received"), m_code, 95, 150), 2);
    row->addWidget(m_verify, 0, Qt::AlignBottom);
    row->addStretch(1);
    return row;
}

QLayout *OneFlow::makeField(const QString &text, QLineEdit *edit, int least, int most)
{
    auto *label = new QLabel(text, this);
    label->setBuddy(edit);
    setLook(label, Look::Muted);
    edit->setMinimumWidth(least);
    edit->setMaximumWidth(most);
    auto *column = new QVBoxLayout;
    column->setSpacing(Space::XS);
    column->addWidget(label);
    column->addWidget(edit);
    return column;
}

void OneFlow::prepare(const PhoneNumber &phone)
{
    if (!phone.isNull())
        m_phone->setPhone(phone);
    m_send->setFocus(Qt::OtherFocusReason);
}

void OneFlow::takeCode(const PhoneNumber &phone, const QString &code)
{
    m_phone->setPhone(phone);
    m_code->setCode(code);
    m_verify->setFocus(Qt::OtherFocusReason);
}

void OneFlow::inspect(const QString &token)
{
    whenDone(this, m_context.admin.inspectToken(token), [this, token](const Result<TokenReport> &report) {
        if (report)
            showToken(token, *report);
        else
            say(errorText(report.error()), true);
    });
}

void OneFlow::showExchange(const Exchange &exchange)
{
    m_log->show(exchange);
    m_tabs->setCurrentWidget(m_log);
}

void OneFlow::addExchange(const Exchange &exchange)
{
    m_log->add(exchange);
    m_tabs->setCurrentWidget(m_log);
}

void OneFlow::sendCode()
{
    if (!m_send->isEnabled())
        return;
    m_code->clear();
    m_session.sendCode(m_phone->phone());
}

void OneFlow::verify()
{
    if (m_verify->isEnabled())
        m_session.verify(m_phone->phone(), m_code->code());
}

void OneFlow::walk()
{
    if (!m_walk->isEnabled())
        return;
    m_code->clear();
    m_session.walk(m_phone->phone());
}

void OneFlow::copyAsCurl()
{
    m_log->copyAsCurl();
}

/// As on the first-steps card: no number stands ready where sending costs money.
void OneFlow::followMode()
{
    const bool simulated = m_context.status.isSimulated();
    if (simulated && m_phone->text().isEmpty() && !m_phone->hasFocus())
        m_phone->setPhone(PhoneNumber::fromStored(testNumber));
    else if (!simulated && m_phone->phone().e164() == testNumber)
        m_phone->clear();
}

void OneFlow::showStep()
{
    using Step = FlowSession::Step;
    const Step step = m_session.step();
    const bool simulated = m_context.status.isSimulated();
    const bool running = m_context.status.current().state == ServerState::Running;
    const bool idle = step != Step::Sending && step != Step::Verifying;
    const bool ready = idle && running && !m_phone->phone().isNull();
    m_send->setEnabled(ready);
    m_verify->setEnabled(ready && !m_code->code().isEmpty());
    m_walk->setEnabled(ready && simulated);
    // One main action at a time: the next step.
    const bool verifyNext = step == Step::CodeSent || step == Step::Verifying;
    setLook(verifyNext ? m_verify : m_send, Look::Primary);
    setLook(verifyNext ? m_send : m_verify, Look::Default);
    if (m_failed)
        return;
    if (!running)
        say(tr("The server is not running. Start it with F5."), false);
    else if (step == Step::CodeSent)
        say(simulated ? tr("The code has been sent to the simulated phone.") : tr("The code has been sent."),
            false);
    else if (step == Step::SignedIn)
        say(tr("Signed in."), false);
    else
        say(tr("The requests go over HTTP to the running server, as those of an app would."), false);
}

void OneFlow::showToken(const QString &token, const TokenReport &report)
{
    m_token->show(token, report);
    m_tabs->setCurrentWidget(m_token);
}

void OneFlow::say(const QString &sentence, bool isError)
{
    m_failed = isError;
    m_words->setText(sentence);
    setTone(m_words, isError ? Tone::Bad : Tone::Muted);
}

} // namespace smsauth
