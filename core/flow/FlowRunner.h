// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/flow/FlowCheck.h"

#include <QFuture>
#include <QObject>
#include <QThread>

namespace smsauth {

class HttpExchanger;

/// Where a flow goes.
struct FlowTarget
{
    QUrl server;                            ///< "http://127.0.0.1:8000"
    QString path = QStringLiteral("auth/"); ///< SMS_AUTH_PATH
    QString certificateFile;                ///< SMS_AUTH_TLS_CERT: this very certificate needs no other proof
};

/// How a whole flow went.
struct FlowReport
{
    QList<Exchange> exchanges; ///< sign-in, wait for the message, verify; ends with the first that failed
    QString code;              ///< what the message said
    QString token;             ///< empty: the flow failed
    bool completed = false;    ///< every step was answered with success
    milliseconds duration{0};
};

/// A sign-in as a client sees it: over HTTP to the public endpoints of a server, on a thread of its own.
/// Calls return at once, from the thread in which the runner lives. Errors of the futures: InvalidInput (the URL is
/// not http or https); everything that happens on the wire is part of the exchange.
class FlowRunner : public QObject
{
    Q_OBJECT

public:
    /// Deadline of one request; the wait for a message has its own.
    static constexpr milliseconds Deadline{30'000};
    static constexpr seconds MessageWait{10};

    explicit FlowRunner(const Clock &clock, QObject *parent = nullptr);
    /// What is under way ends with a failure.
    ~FlowRunner() override;

    /// POST {path}sign-in/
    QFuture<Result<Exchange>> signIn(const FlowTarget &target, const QString &phone);
    /// POST {path}auth/
    QFuture<Result<Exchange>> verify(const FlowTarget &target, const QString &phone, const QString &code);
    /// Both, with the code read from GET /sandbox/messages/wait in between: simulated mode only.
    QFuture<Result<FlowReport>> walk(const FlowTarget &target, const QString &phone);

    /// Brings the server into a situation in which it must refuse, and sees whether it does. Simulated mode only.
    /// The expired code takes as long as a code lives.
    QFuture<Result<FlowCheckReport>> check(const FlowTarget &target, FlowCheck check,
                                           const FlowCheckOptions &options);

    /// Ends what is under way.
    void cancel();

Q_SIGNALS:
    /// Every exchange when it is finished, also those within walk().
    void exchanged(const smsauth::Exchange &exchange);

private:
    const Clock &m_clock;
    QThread m_thread;
    HttpExchanger *m_exchanger; ///< lives on m_thread
};

} // namespace smsauth
