// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRun.h"
#include "core/flow/KeepAliveConnection.h"

namespace smsauth {

/// One of the clients of a run: goes through one flow after the other on a connection of its own.
class FlowLane : public QObject
{
public:
    /// What the lane tells the run. The times are the steps'; the last two end the flow and may begin the next.
    struct Listener
    {
        std::function<void(FlowStep step, std::chrono::microseconds took)> stepPassed;
        std::function<void(const FlowOutcome &outcome)> passed;
        std::function<void(const FlowOutcome &outcome, FlowStep step, int status, const QString &words)> failed;
    };

    FlowLane(const FlowRunOptions &options, const QList<QSslCertificate> &trusted, Listener listener);

    bool isBusy() const { return m_busy; }
    void begin(int index, const QString &phone);
    /// Gives the flow up without a word.
    void abort();

private:
    void signIn();
    void awaitCode();
    void verify(const QString &code);
    /// Sends; on success the step is told and `next` goes on, else the flow has failed.
    void step(FlowStep step, const QByteArray &target, const QByteArray &body, milliseconds deadline,
              std::function<void(const RunAnswer &)> next);
    void fail(FlowStep step, const RunAnswer &answer);

    const FlowRunOptions &m_options;
    const QByteArray m_signInPath;
    const QByteArray m_verifyPath;
    const Listener m_listener;
    KeepAliveConnection m_connection;
    FlowOutcome m_outcome;
    QString m_phone;
    QString m_code;
    bool m_busy = false;
};

} // namespace smsauth
