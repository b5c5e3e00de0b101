// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/LimitSubject.h"

#include <QHostAddress>

namespace smsauth {

namespace {

// IPv6 hosts own a whole /64: it counts as one address. A missing address shares one bucket.
QString addressSubject(const QString &text)
{
    const QHostAddress address(text);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return QStringLiteral("unknown");
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString() + QStringLiteral("/64");
}

} // namespace

QString limitSubject(LimitScope scope, const PhoneNumber &phone, const QString &address)
{
    const QString subject = [&]() -> QString {
        switch (scope) {
        case LimitScope::Phone:
            return phone.e164();
        case LimitScope::Address:
            return addressSubject(address);
        case LimitScope::Prefix:
            return phone.prefix();
        case LimitScope::Country:
            return phone.country();
        case LimitScope::Global:
            return {};
        }
        Q_UNREACHABLE();
    }();
    return QString(limitScope(scope).name) + u':' + subject;
}

bool isAllowedCountry(const Settings &settings, const QString &country)
{
    return settings.countries.isEmpty() || settings.countries.contains(country);
}

} // namespace smsauth
