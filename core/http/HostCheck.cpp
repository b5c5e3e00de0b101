// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HostCheck.h"

#include <QHostAddress>
#include <algorithm>

namespace smsauth {

namespace {

QString normalized(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    return name.toLower();
}

bool consistsOf(QStringView text, QStringView characters)
{
    return std::all_of(text.begin(), text.end(), [&](QChar c) { return characters.contains(c); });
}

bool isPort(QStringView text)
{
    return !text.isEmpty() && text.size() <= 5 && consistsOf(text, u"0123456789") && text.toUInt() <= 65535;
}

} // namespace

HostCheck::HostCheck(const QStringList &allowedNames)
{
    for (const QString &name : allowedNames)
        m_names.append(normalized(name));
}

bool HostCheck::allows(const QByteArray &host) const
{
    if (host.isNull())
        return true;
    const QString text = QString::fromLatin1(host);
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        const QStringView rest = end < 0 ? QStringView() : QStringView(text).sliced(end + 1);
        return end > 0 && QHostAddress(text.sliced(1, end - 1)).protocol() == QAbstractSocket::IPv6Protocol &&
               (rest.isEmpty() || (rest.startsWith(u':') && isPort(rest.sliced(1))));
    }
    const qsizetype colon = text.indexOf(u':');
    if (colon >= 0 && !isPort(QStringView(text).sliced(colon + 1)))
        return false;
    const QString name = normalized(colon < 0 ? text : text.first(colon));
    // Four decimal numbers: QHostAddress alone would also take "127.1" and "0x7f.0.0.1".
    if (name.count(u'.') == 3 && consistsOf(name, u"0123456789.") && !QHostAddress(name).isNull())
        return true;
    return name == u"localhost" || m_names.contains(name);
}

} // namespace smsauth
