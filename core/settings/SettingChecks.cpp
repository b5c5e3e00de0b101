// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingChecks.h"

#include "core/base/PhoneNumber.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace smsauth::checks {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &text, const QRegularExpression &whole)
{
    return whole.match(text).hasMatch();
}

bool hasControlCharacter(const QString &text, bool lineBreaks)
{
    return std::any_of(text.begin(), text.end(), [&](QChar c) {
        return c.category() == QChar::Other_Control && !(lineBreaks && c == u'\n');
    });
}

std::optional<QString> onlyIf(bool good, const QString &text)
{
    return good ? std::optional(text) : std::nullopt;
}

// QHostAddress also takes "1" and "127.1"; nobody means those.
bool isAddress(const QString &text)
{
    static const QRegularExpression four(u"\\A[0-9]{1,3}(\\.[0-9]{1,3}){3}\\z"_s);
    return (text.contains(u':') || matches(text, four)) && !QHostAddress(text).isNull();
}

} // namespace

std::optional<QString> anyText(const QString &text)
{
    return onlyIf(text.size() <= 250 && !hasControlCharacter(text, false), text);
}

std::optional<QString> answerText(const QString &text)
{
    return text.trimmed().isEmpty() ? std::nullopt : anyText(text);
}

std::optional<QString> messageText(const QString &text)
{
    return onlyIf(!text.trimmed().isEmpty() && text.size() <= 1000 && !hasControlCharacter(text, true), text);
}

std::optional<QString> digits(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{1,10}\\z"_s);
    return onlyIf(matches(text, form), text);
}

std::optional<QString> country(const QString &text)
{
    const QString code = text.toUpper();
    return onlyIf(PhoneNumber::isCountry(code), code);
}

std::optional<QString> optionalCountry(const QString &text)
{
    return text.isEmpty() ? std::optional(text) : country(text);
}

std::optional<QString> identifier(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z_][A-Za-z0-9_]{0,63}\\z"_s);
    return onlyIf(matches(text, form), text);
}

std::optional<QString> providerId(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\z"_s);
    return onlyIf(matches(text, form), text);
}

std::optional<QString> host(const QString &text)
{
    if (text.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return u"localhost"_s;
    return onlyIf(isAddress(text), text);
}

std::optional<QString> hostName(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(?=.{1,253}\\z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\z"_s);
    const QString lower = text.toLower();
    return onlyIf(matches(lower, form), lower);
}

std::optional<QString> network(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return onlyIf(isAddress(text), text);
    static const QRegularExpression length(u"\\A[1-9][0-9]{0,2}\\z"_s);
    const QString address = text.first(slash);
    const QString bits = text.sliced(slash + 1);
    const bool good = isAddress(address) && !address.contains(u'%') && matches(bits, length) &&
                      bits.toInt() <= (address.contains(u':') ? 128 : 32);
    return onlyIf(good, text);
}

std::optional<QString> origin(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool good = url.isValid() && (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty() &&
                      (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment() &&
                      url.userInfo().isEmpty();
    url.setPath(QString());
    return onlyIf(good, url.toString());
}

std::optional<QString> path(const QString &text)
{
    QString inner = text;
    if (inner.startsWith(u'/'))
        inner.remove(0, 1);
    if (inner.endsWith(u'/'))
        inner.chop(1);
    if (inner.isEmpty())
        return onlyIf(text.size() < 2, QString());
    static const QRegularExpression form(u"\\A[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*\\z"_s);
    const QStringList segments = inner.split(u'/');
    const bool good =
        inner.size() <= 100 && matches(inner, form) && !segments.contains(u"."_s) && !segments.contains(u".."_s);
    return onlyIf(good, inner + u'/');
}

std::optional<QString> gatewayUrl(const QString &text)
{
    if (text.isEmpty())
        return text;
    const QUrl url(text, QUrl::StrictMode);
    const bool good = text.size() <= 2000 && url.isValid() &&
                      (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty() &&
                      url.userInfo().isEmpty() && !url.hasFragment();
    return onlyIf(good, text);
}

std::optional<QString> database(const QString &text)
{
    // Taken for a file name, the address of a database server would silently become a file of that name.
    return text.contains("://"_L1) ? std::nullopt : filePath(text);
}

std::optional<QString> timeOfDay(const QString &text)
{
    static const QRegularExpression form(u"\\A(|([01][0-9]|2[0-3]):[0-5][0-9])\\z"_s);
    return onlyIf(matches(text, form), text);
}

std::optional<QString> filePath(const QString &text)
{
    return onlyIf(text.size() <= 4096 && !hasControlCharacter(text, false), text);
}

std::optional<QString> phone(const QString &text)
{
    if (text.isEmpty())
        return text;
    const Result<PhoneNumber> parsed = PhoneNumber::parse(text);
    return parsed ? std::optional(parsed->e164()) : std::nullopt;
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool isPrivate(const QString &host)
{
    QHostAddress address(host);
    bool mapped = false;
    const quint32 four = address.toIPv4Address(&mapped);
    if (mapped)
        address = QHostAddress(four);
    static const QList<QPair<QHostAddress, int>> networks{
        {QHostAddress(u"10.0.0.0"_s), 8},     {QHostAddress(u"172.16.0.0"_s), 12},
        {QHostAddress(u"192.168.0.0"_s), 16}, {QHostAddress(u"169.254.0.0"_s), 16},
        {QHostAddress(u"fc00::"_s), 7},       {QHostAddress(u"fe80::"_s), 10},
    };
    return std::any_of(networks.begin(), networks.end(),
                       [&](const auto &network) { return address.isInSubnet(network); });
}

} // namespace smsauth::checks
