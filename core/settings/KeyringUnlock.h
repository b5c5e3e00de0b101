// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/KeyringProbe.h"

#include <QDBusVariant>
#include <QObject>
#include <functional>

class QDBusPendingCallWatcher;

namespace smsauth {

/// One request to unlock the default collection: the service shows its own dialog and tells when the person is done
/// with it. Lives on the keyring thread, does not block it, and deletes itself once it has answered.
class KeyringUnlock : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;
    static void start(KeyringProbe &probe, QDeadlineTimer deadline, Done done);

Q_SIGNALS:
    /// Relays org.freedesktop.Secret.Prompt.Completed.
    void completed(bool dismissed, const QDBusVariant &result);

private:
    KeyringUnlock(KeyringProbe &probe, QDeadlineTimer deadline, Done done);
    void ask();
    void showPrompt(const QString &path);
    void giveUp();
    void finish(const Result<void> &result);
    /// Runs the action with the reply, or finishes with the error in it.
    void call(const QDBusMessage &message, std::function<void(const QDBusMessage &)> action);

    KeyringProbe &m_probe;
    const QDeadlineTimer m_deadline;
    Done m_done;
    QString m_prompt;
};

} // namespace smsauth
