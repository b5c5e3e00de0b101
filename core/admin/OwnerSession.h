// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Commands.h"
#include "core/admin/OwnerLines.h"

#include <QFutureWatcher>
#include <QLocalSocket>
#include <QTimer>
#include <functional>

namespace smsauth {

/// One client of the owner's socket: reads a line, runs its command, writes the answer, reads the next. Deletes
/// itself with its socket when the client leaves or has asked nothing for OwnerSocket::IdleTime.
class OwnerSession : public QObject
{
    Q_OBJECT

public:
    using Runner = std::function<Commands::Answer(const OwnerRequest &, const Cancellation &)>;

    /// Takes the socket over.
    OwnerSession(QLocalSocket *socket, Runner run, QObject *parent);
    ~OwnerSession() override;

    /// Ends a waiting command with this error; the connection ends when the client has read it, or soon after.
    void end(ErrorCode code, const QString &detail);
    bool hasEnded() const { return m_ended; }

private:
    void readNext();
    void answered();
    void write(const Result<QJsonObject> &answer);

    QLocalSocket *m_socket;
    const Runner m_run;
    QFutureWatcher<Result<QJsonObject>> m_running;
    Cancellation m_cancellation; ///< of the command that runs
    QTimer m_idle;
    bool m_busy = false;
    bool m_ended = false;
};

} // namespace smsauth
