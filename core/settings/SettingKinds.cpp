// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingKinds.h"

#include "core/settings/SettingChecks.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <cmath>

namespace smsauth::kinds {

using namespace Qt::StringLiterals;

namespace {

QString shown(const QJsonValue &value)
{
    QString text;
    if (value.isString())
        text = value.toString();
    else
        text =
            QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).sliced(1).chopped(1);
    text = text.simplified();
    return text.size() > 80 ? text.first(77) + u"..."_s : text;
}

constexpr qint64 LongestWindow = 30 * 86400;
constexpr int LargestCount = 100'000'000;

qint64 secondsOf(QChar unit)
{
    switch (unit.unicode()) {
    case u's':
        return 1;
    case u'm':
        return 60;
    case u'h':
        return 3600;
    default:
        return 86400;
    }
}

std::optional<Limit> limitFromText(const QString &text)
{
    static const QRegularExpression form(u"\\A([1-9][0-9]{0,8})/([1-9][0-9]{0,6})([smhd])\\z"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 window = match.captured(2).toLongLong() * secondsOf(match.captured(3).front());
    const int count = match.captured(1).toInt();
    if (window > LongestWindow || count > LargestCount)
        return std::nullopt;
    return Limit{count, seconds(window)};
}

std::optional<QStringList> checked(const QJsonValue &value, Check check)
{
    std::optional<QStringList> items = asList(value);
    if (!items || items->size() > 1000)
        return std::nullopt;
    for (QString &item : *items) {
        const std::optional<QString> normal = check(item);
        if (!normal)
            return std::nullopt;
        item = *normal;
    }
    return items;
}

} // namespace

Error refuse(QLatin1StringView key, const QJsonValue &value, const QString &rule, bool hidden)
{
    return {ErrorCode::Settings, key + u" = "_s + (hidden ? u"(not shown)"_s : shown(value)) + u": "_s + rule};
}

std::optional<qint64> asNumber(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        if (std::trunc(number) != number || std::abs(number) > 1e15)
            return std::nullopt;
        return qint64(number);
    }
    // QString::toLongLong() alone would take " 4\n".
    static const QRegularExpression form(u"\\A-?[0-9]{1,15}\\z"_s);
    if (!value.isString() || !form.match(value.toString()).hasMatch())
        return std::nullopt;
    return value.toString().toLongLong();
}

std::optional<bool> asSwitch(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const std::optional<qint64> number = value.isDouble() ? asNumber(value) : std::nullopt;
    const QString word = number ? QString::number(*number) : value.toString().toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "on"_L1 || word == "1"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1 || word == "off"_L1 || word == "0"_L1)
        return false;
    return std::nullopt;
}

std::optional<QString> asText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QStringList> asList(const QJsonValue &value)
{
    QStringList items;
    if (value.isString()) {
        for (const QString &part : value.toString().split(u',')) {
            if (!part.trimmed().isEmpty())
                items.append(part.trimmed());
        }
        return items;
    }
    if (!value.isArray())
        return std::nullopt;
    for (const QJsonValue &item : value.toArray()) {
        if (!item.isString())
            return std::nullopt;
        items.append(item.toString());
    }
    return items;
}

std::optional<QList<Limit>> limitsFromText(const QString &text)
{
    QList<Limit> limits;
    for (const QString &part : text.split(u',')) {
        const std::optional<Limit> limit = limitFromText(part);
        if (!limit || limits.size() == 4)
            return std::nullopt;
        limits.append(*limit);
    }
    return limits;
}

QString limitsToText(const QList<Limit> &limits)
{
    QStringList parts;
    for (const Limit &limit : limits)
        parts.append(QString::number(limit.count) + u'/' + windowToText(limit.window));
    return parts.join(u',');
}

QString windowToText(seconds window)
{
    for (const QChar larger : {u'd', u'h', u'm'}) {
        if (window.count() % secondsOf(larger) == 0)
            return QString::number(window.count() / secondsOf(larger)) + larger;
    }
    return QString::number(window.count()) + u's';
}

SettingInfo detail::describe(const Words &words, SettingInfo::Kind kind)
{
    return {words.key, words.group, kind, words.label, words.help, words.range, {}, {}, {}};
}

SettingInfo toggle(const Words &words, bool Settings::*member)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::Switch);
    info.read = detail::reader(words, member, asSwitch);
    info.write = [member](const Settings &settings) { return QJsonValue(settings.*member); };
    return info;
}

SettingInfo text(const Words &words, QString Settings::*member, Check check)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::Text);
    info.read = detail::reader(words, member, [check](const QJsonValue &value) -> std::optional<QString> {
        const std::optional<QString> text = asText(value);
        return text ? check(*text) : std::nullopt;
    });
    info.write = [member](const Settings &settings) { return QJsonValue(settings.*member); };
    return info;
}

SettingInfo path(const Words &words, QString Settings::*member, Check check)
{
    SettingInfo info = text(words, member, check);
    info.kind = SettingInfo::Kind::Path;
    return info;
}

SettingInfo list(const Words &words, QStringList Settings::*member, Check check)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::List);
    info.read = detail::reader(words, member, [check](const QJsonValue &value) { return checked(value, check); });
    info.write = [member](const Settings &settings) -> QJsonValue {
        return QJsonArray::fromStringList(settings.*member);
    };
    return info;
}

SettingInfo optionalList(const Words &words, std::optional<QStringList> Settings::*member, Check check)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::List);
    info.read = detail::reader(words, member,
                               [check](const QJsonValue &value) -> std::optional<std::optional<QStringList>> {
                                   std::optional<QStringList> items = checked(value, check);
                                   if (!items)
                                       return std::nullopt;
                                   return std::optional<std::optional<QStringList>>(std::in_place, *items);
                               });
    info.write = [member](const Settings &settings) -> QJsonValue {
        if (!(settings.*member))
            return {};
        return QJsonArray::fromStringList(*(settings.*member));
    };
    return info;
}

SettingInfo limits(const Words &words, QList<Limit> Settings::*member)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::Text);
    info.read = detail::reader(words, member, [](const QJsonValue &value) {
        const std::optional<QStringList> items = asList(value);
        return items ? limitsFromText(items->join(u',')) : std::nullopt;
    });
    info.write = [member](const Settings &settings) { return QJsonValue(limitsToText(settings.*member)); };
    return info;
}

SettingInfo phone(const Words &words, PhoneNumber Settings::*member)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::Text);
    info.read = detail::reader(words, member, [](const QJsonValue &value) -> std::optional<PhoneNumber> {
        const std::optional<QString> text = asText(value);
        const std::optional<QString> e164 = text ? checks::phone(*text) : std::nullopt;
        return e164 ? std::optional(PhoneNumber::fromStored(*e164)) : std::nullopt;
    });
    info.write = [member](const Settings &settings) -> QJsonValue {
        const PhoneNumber &phone = settings.*member;
        return phone.isNull() ? QJsonValue() : QJsonValue(phone.e164());
    };
    return info;
}

SettingInfo digits(const Words &words, QString Settings::*member)
{
    SettingInfo info = text(words, member, checks::digits);
    info.read = detail::reader(words, member, [](const QJsonValue &value) -> std::optional<QString> {
        if (value.isString())
            return checks::digits(value.toString());
        const std::optional<qint64> number = asNumber(value);
        return number ? checks::digits(QString::number(*number)) : std::nullopt;
    });
    return info;
}

} // namespace smsauth::kinds
