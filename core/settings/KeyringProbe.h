// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Keyring.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace smsauth {

/// Looks at the Secret Service of the session without touching an entry and without a dialog (freedesktop.org's
/// "Secret Service API", version 0.2). Belongs to the keyring thread; blocks it up to the deadlines.
class KeyringProbe
{
public:
    /// The one of the calling thread: keeps the connection to the bus, which a prompt is tied to.
    static KeyringProbe &local();

    Keyring::Presence presence(QDeadlineTimer deadline);

    /// The object path of the default collection once presence() has said Ready or Locked.
    const QString &collection() const { return m_collection; }

    /// A method call to an object of the service.
    static QDBusMessage message(const QString &path, const QString &interface, const QString &method);
    const QDBusConnection &bus() const { return m_bus; }

    /// What a failed call says about the service.
    static Keyring::Presence presenceAfter(const QDBusError &error);

private:
    KeyringProbe();
    bool connectToBus();
    /// Somebody owns the service's name, or would be started for a call to it.
    QDBusMessage isOffered(QDeadlineTimer deadline, bool &offered);
    QDBusMessage call(const QDBusMessage &message, QDeadlineTimer deadline);

    QDBusConnection m_bus;
    QString m_address;
    QString m_collection;
};

} // namespace smsauth
