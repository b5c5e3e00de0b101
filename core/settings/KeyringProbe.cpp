// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeyringProbe.h"

#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFileInfo>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

const QString ServiceName = u"org.freedesktop.secrets"_s;
const QString ServicePath = u"/org/freedesktop/secrets"_s;
const QString BusName = u"org.freedesktop.DBus"_s;
const QString ConnectionName = u"smsauth-keyring"_s;

/// Where the session bus should be. Never started for this purpose: a bus of our own would have no keyring.
QString sessionBusAddress()
{
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return address.startsWith("autolaunch:"_L1) ? QString() : address;
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return QFileInfo::exists(socket) ? u"unix:path="_s + socket : QString();
}

bool failed(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty();
}

} // namespace

KeyringProbe &KeyringProbe::local()
{
    static thread_local KeyringProbe probe;
    return probe;
}

KeyringProbe::KeyringProbe()
    : m_bus(QString())
{
}

bool KeyringProbe::connectToBus()
{
    const QString address = sessionBusAddress();
    if (m_bus.isConnected() && address == m_address)
        return true;
    QDBusConnection::disconnectFromBus(ConnectionName);
    m_address = address;
    m_bus = address.isEmpty() ? QDBusConnection(QString()) : QDBusConnection::connectToBus(address, ConnectionName);
    return m_bus.isConnected();
}

QDBusMessage KeyringProbe::message(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(ServiceName, path, interface, method);
}

QDBusMessage KeyringProbe::call(const QDBusMessage &message, QDeadlineTimer deadline)
{
    return m_bus.call(message, QDBus::Block, int(std::max<qint64>(1, deadline.remainingTime())));
}

QDBusMessage KeyringProbe::isOffered(QDeadlineTimer deadline, bool &offered)
{
    for (const QString &list : {u"ListNames"_s, u"ListActivatableNames"_s}) {
        const QDBusMessage reply =
            call(QDBusMessage::createMethodCall(BusName, u"/org/freedesktop/DBus"_s, BusName, list), deadline);
        offered = !failed(reply) && reply.arguments().first().toStringList().contains(ServiceName);
        if (offered || failed(reply))
            return reply;
    }
    return {};
}

Keyring::Presence KeyringProbe::presenceAfter(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return Keyring::Presence::NoAnswer;
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
    case QDBusError::NoNetwork:
        return Keyring::Presence::NoBus;
    default:
        return Keyring::Presence::NoService;
    }
}

Keyring::Presence KeyringProbe::presence(QDeadlineTimer deadline)
{
    if (!connectToBus())
        return Keyring::Presence::NoBus;

    bool offered = false;
    const QDBusMessage names = isOffered(deadline, offered);
    if (!offered)
        return names.type() == QDBusMessage::ErrorMessage ? presenceAfter(QDBusError(names))
                                                          : Keyring::Presence::NoService;

    QDBusMessage ask = message(ServicePath, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    ask << u"default"_s;
    const QDBusMessage alias = call(ask, deadline);
    if (failed(alias))
        return presenceAfter(QDBusError(alias));
    m_collection = alias.arguments().first().value<QDBusObjectPath>().path();
    if (m_collection.isEmpty() || m_collection == "/"_L1)
        return Keyring::Presence::NoCollection;

    QDBusMessage property = message(m_collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    property << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QDBusMessage locked = call(property, deadline);
    if (failed(locked))
        return presenceAfter(QDBusError(locked));
    return locked.arguments().first().value<QDBusVariant>().variant().toBool() ? Keyring::Presence::Locked
                                                                               : Keyring::Presence::Ready;
}

} // namespace smsauth
