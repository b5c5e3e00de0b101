// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRunner.h"
#include "core/flow/Snippets.h"
#include "ui/StatusWatch.h"

#include <memory>

namespace smsauth {

/// One sign-in that a person walks through: send a code, get it from the simulated phone, verify it. Behind both
/// the first-steps card and Try it. The requests go over HTTP to the running server; GUI thread.
class FlowSession : public QObject
{
    Q_OBJECT

public:
    enum class Step { Idle, Sending, CodeSent, Verifying, SignedIn };
    Q_ENUM(Step)

    FlowSession(Admin &admin, StatusWatch &status, const Clock &clock, QObject *parent = nullptr);
    ~FlowSession() override;

    Step step() const { return m_step; }
    const QString &token() const { return m_token; }
    const std::optional<TokenReport> &report() const { return m_report; }
    /// The last sign-in and verify that were answered with success, in order.
    const QList<Exchange> &story() const { return m_story; }

    void sendCode(const PhoneNumber &phone);
    void verify(const PhoneNumber &phone, const QString &code);
    /// Both in one go, the code read over HTTP as a test script would. Simulated mode only.
    void walk(const PhoneNumber &phone);
    void reset();

Q_SIGNALS:
    void stepChanged(smsauth::FlowSession::Step step);
    /// Every finished request, for who shows them.
    void exchanged(const smsauth::Exchange &exchange);
    /// The simulated phone has it; never in live mode.
    void codeArrived(const QString &code);
    void tokenChecked(const smsauth::TokenReport &report);
    /// A flow came to its end, well or not: its requests, oldest first.
    void ended(const smsauth::PhoneNumber &phone, const QList<smsauth::Exchange> &exchanges, bool walked);
    /// A sentence for a person: what happened, and what to do next.
    void failed(const QString &sentence);

private:
    FlowRunner &runner();
    /// Asks for the address and path, then goes on.
    void withTarget(const std::function<void(const FlowTarget &)> &next);
    void fetchCode(const PhoneNumber &phone);
    /// A code that is still valid spares a person the wait.
    void fallBackToLiveCode(const PhoneNumber &phone, const Exchange &refusal);
    void signedIn(const QString &token);
    void setStep(Step step);
    void fail(const QString &sentence);
    QString explain(const Exchange &exchange) const;

    Admin &m_admin;
    StatusWatch &m_status;
    const Clock &m_clock;
    std::unique_ptr<FlowRunner> m_runner; ///< made when first needed: it has a thread
    Step m_step = Step::Idle;
    quint64 m_run = 0; ///< answers to earlier runs are dropped
    QString m_token;
    std::optional<TokenReport> m_report;
    QList<Exchange> m_story;
};

} // namespace smsauth
