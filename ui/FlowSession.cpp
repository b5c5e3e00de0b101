// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FlowSession.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/WhenDone.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

constexpr auto CodeWait = 10s;

} // namespace

FlowSession::FlowSession(Admin &admin, StatusWatch &status, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_admin(admin)
    , m_status(status)
    , m_clock(clock)
{
}

FlowSession::~FlowSession() = default;

FlowRunner &FlowSession::runner()
{
    if (!m_runner) {
        m_runner = std::make_unique<FlowRunner>(m_clock);
        connect(m_runner.get(), &FlowRunner::exchanged, this, &FlowSession::exchanged);
    }
    return *m_runner;
}

void FlowSession::withTarget(const std::function<void(const FlowTarget &)> &next)
{
    const ServerStatus &status = m_status.current();
    if (status.state != ServerState::Running) {
        fail(tr("The server is not running. Start it with F5, then try again."));
        return;
    }
    const quint64 run = m_run;
    whenDone(this, m_admin.settings(), [this, run, next, url = QUrl(status.url)](const Result<SettingsView> &view) {
        if (run != m_run)
            return;
        if (!view) {
            fail(errorText(view.error()));
            return;
        }
        FlowTarget target;
        target.server = url;
        target.path = view->values.value("SMS_AUTH_PATH"_L1).toString(target.path);
        target.certificateFile = view->values.value("SMS_AUTH_TLS_CERT"_L1).toString();
        next(target);
    });
}

void FlowSession::sendCode(const PhoneNumber &phone)
{
    ++m_run;
    m_story.clear();
    setStep(Step::Sending);
    withTarget([this, phone, run = m_run](const FlowTarget &target) {
        whenDone(this, runner().signIn(target, phone.e164()), [this, phone, run](const Result<Exchange> &exchange) {
            if (run != m_run)
                return;
            if (!exchange) {
                fail(errorText(exchange.error()));
            } else if (!exchange->succeeded()) {
                Q_EMIT ended(phone, {*exchange}, false);
                fallBackToLiveCode(phone, *exchange);
            } else {
                m_story.append(*exchange);
                fetchCode(phone);
            }
        });
    });
}

void FlowSession::fetchCode(const PhoneNumber &phone)
{
    setStep(Step::CodeSent);
    if (!m_status.isSimulated())
        return;
    whenDone(this, m_admin.waitForCode(phone, std::nullopt, CodeWait),
             [this, run = m_run](const Result<MessageRecord> &message) {
                 if (run != m_run)
                     return;
                 if (message && !message->code.isEmpty())
                     Q_EMIT codeArrived(message->code);
                 else
                     Q_EMIT failed(tr("The code was accepted but did not arrive on the simulated phone. "
                                      "Look into the send log for the reason."));
             });
}

void FlowSession::fallBackToLiveCode(const PhoneNumber &phone, const Exchange &refusal)
{
    if (!m_status.isSimulated() || refusal.status != 400) {
        fail(explain(refusal));
        return;
    }
    CodeQuery query;
    query.phone = phone;
    query.onlyLive = true;
    query.limit = 1;
    whenDone(this, m_admin.codes(query), [this, run = m_run, refusal](const Result<QList<CodeRecord>> &codes) {
        if (run != m_run)
            return;
        if (!codes || codes->isEmpty() || codes->first().code.isEmpty()) {
            fail(explain(refusal));
            return;
        }
        setStep(Step::CodeSent);
        Q_EMIT failed(tr("The server answered “%1”. The code from before is still valid: verify it.")
                          .arg(wordsIn(refusal.responseBody)));
        Q_EMIT codeArrived(codes->first().code);
    });
}

void FlowSession::verify(const PhoneNumber &phone, const QString &code)
{
    ++m_run;
    setStep(Step::Verifying);
    withTarget([this, phone, code, run = m_run](const FlowTarget &target) {
        whenDone(this, runner().verify(target, phone.e164(), code),
                 [this, phone, run](const Result<Exchange> &exchange) {
                     if (run != m_run)
                         return;
                     if (exchange)
                         Q_EMIT ended(phone, m_story + QList{*exchange}, false);
                     if (!exchange || !exchange->succeeded()) {
                         // The code may be mistyped: the person stays at the code and may try again.
                         setStep(Step::CodeSent);
                         Q_EMIT failed(exchange ? explain(*exchange) : errorText(exchange.error()));
                         return;
                     }
                     m_story.append(*exchange);
                     signedIn(tokenIn(exchange->responseBody));
                 });
    });
}

void FlowSession::walk(const PhoneNumber &phone)
{
    ++m_run;
    m_story.clear();
    setStep(Step::Sending);
    withTarget([this, phone, run = m_run](const FlowTarget &target) {
        whenDone(this, runner().walk(target, phone.e164()), [this, phone, run](const Result<FlowReport> &report) {
            if (run != m_run)
                return;
            if (!report) {
                fail(errorText(report.error()));
                return;
            }
            if (!report->code.isEmpty())
                Q_EMIT codeArrived(report->code);
            m_story = report->exchanges;
            Q_EMIT ended(phone, report->exchanges, true);
            if (report->completed)
                signedIn(report->token);
            else
                fail(explain(report->exchanges.last()));
        });
    });
}

void FlowSession::signedIn(const QString &token)
{
    m_token = token;
    m_report.reset();
    setStep(Step::SignedIn);
    if (token.isEmpty())
        return;
    whenDone(this, m_admin.inspectToken(token), [this, run = m_run](const Result<TokenReport> &report) {
        if (run != m_run)
            return;
        if (!report) {
            Q_EMIT failed(errorText(report.error()));
            return;
        }
        m_report = *report;
        Q_EMIT tokenChecked(*report);
    });
}

void FlowSession::reset()
{
    ++m_run;
    if (m_runner)
        m_runner->cancel();
    m_token.clear();
    m_report.reset();
    m_story.clear();
    setStep(Step::Idle);
}

void FlowSession::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged(step);
}

void FlowSession::fail(const QString &sentence)
{
    setStep(Step::Idle);
    Q_EMIT failed(sentence);
}

QString FlowSession::explain(const Exchange &exchange) const
{
    if (exchange.status == 0)
        return tr("No answer from %1: %2. Check that the server is running, then try again.")
            .arg(exchange.url.toString(QUrl::RemovePath | QUrl::RemoveQuery), coreText(exchange.failure));
    const QString words = wordsIn(exchange.responseBody);
    if (words.isEmpty())
        return tr("The server answered with status %1. See the whole answer under Try it.").arg(exchange.status);
    return tr("The server answered with status %1: “%2”.").arg(QString::number(exchange.status), words);
}

} // namespace smsauth
