// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SettingsList.h"

#include <QJsonArray>
#include <type_traits>

// The building blocks of the settings list: one function a kind of value makes the entry's read() and write().
namespace smsauth::kinds {

/// How one text of a setting is checked: the normal form, or nothing when it is refused.
using Check = std::optional<QString> (*)(const QString &);

/// What a surface shows of a setting, and the rule that an error names ("must be " + range).
struct Words
{
    QLatin1StringView key;
    SettingGroup group;
    QLatin1StringView label;
    QLatin1StringView help;
    QLatin1StringView range;
    bool hidden = false; ///< the value never appears in an error: numbers, codes, addresses with credentials
};

/// "KEY = value: rule"
Error refuse(QLatin1StringView key, const QJsonValue &value, const QString &rule, bool hidden = false);

std::optional<qint64> asNumber(const QJsonValue &value); ///< 4, "4"; not 4.5, " 4", true
std::optional<bool> asSwitch(const QJsonValue &value);   ///< true, "true", "yes", "on", "1", 1 and their opposites
std::optional<QString> asText(const QJsonValue &value);  ///< strings only
std::optional<QStringList> asList(const QJsonValue &value); ///< ["a", "b"], "a, b", ""

/// "5/1h,10/1d" (s, m, h, d), one to four of them. Nothing when malformed.
std::optional<QList<Limit>> limitsFromText(const QString &text);
QString limitsToText(const QList<Limit> &limits);
QString windowToText(seconds window); ///< "1h", "90s": in the largest unit that divides it

namespace detail {

template<class T>
T fromNumber(qint64 number)
{
    if constexpr (std::is_same_v<T, std::optional<seconds>>)
        return seconds(number);
    else
        return T(number);
}

template<class T>
QJsonValue toNumber(const T &value)
{
    if constexpr (std::is_same_v<T, std::optional<seconds>>)
        return value ? QJsonValue(qint64(value->count())) : QJsonValue();
    else if constexpr (std::is_same_v<T, seconds>)
        return qint64(value.count());
    else
        return qint64(value);
}

SettingInfo describe(const Words &words, SettingInfo::Kind kind);

/// Null means "as if not set": the default.
template<class T, class Parse>
auto reader(const Words &words, T Settings::*member, Parse parse)
{
    return [words, member, parse](Settings &settings, const QJsonValue &value) -> Result<void> {
        if (value.isNull() || value.isUndefined()) {
            settings.*member = Settings().*member;
            return {};
        }
        std::optional<T> parsed = parse(value);
        if (!parsed)
            return refuse(words.key, value, QStringLiteral("must be ") + words.range, words.hidden);
        settings.*member = *std::move(parsed);
        return {};
    };
}

} // namespace detail

template<class T>
SettingInfo number(const Words &words, T Settings::*member, qint64 least, qint64 most)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::Number);
    info.read = detail::reader(words, member, [least, most](const QJsonValue &value) -> std::optional<T> {
        if constexpr (std::is_same_v<T, std::optional<seconds>>) {
            if (value.isString() && value.toString().isEmpty())
                return T(); // an emptied field
        }
        const std::optional<qint64> number = asNumber(value);
        if (!number || *number < least || *number > most)
            return std::nullopt;
        return detail::fromNumber<T>(*number);
    });
    info.write = [member](const Settings &settings) { return detail::toNumber(settings.*member); };
    return info;
}

template<class T>
SettingInfo choice(const Words &words, T Settings::*member, const QList<QPair<QString, T>> &choices)
{
    SettingInfo info = detail::describe(words, SettingInfo::Kind::Choice);
    for (const auto &one : choices)
        info.choices.append(one.first);
    info.read = detail::reader(words, member, [choices](const QJsonValue &value) -> std::optional<T> {
        for (const auto &one : choices) {
            if (value.isString() && one.first.compare(value.toString(), Qt::CaseInsensitive) == 0)
                return one.second;
        }
        return std::nullopt;
    });
    info.write = [member, choices](const Settings &settings) -> QJsonValue {
        for (const auto &one : choices) {
            if (one.second == settings.*member)
                return one.first;
        }
        return {};
    };
    return info;
}

SettingInfo toggle(const Words &words, bool Settings::*member);
SettingInfo text(const Words &words, QString Settings::*member, Check check);
SettingInfo path(const Words &words, QString Settings::*member, Check check);
SettingInfo list(const Words &words, QStringList Settings::*member, Check check);
SettingInfo optionalList(const Words &words, std::optional<QStringList> Settings::*member, Check check);
SettingInfo limits(const Words &words, QList<Limit> Settings::*member);
SettingInfo phone(const Words &words, PhoneNumber Settings::*member);
/// Text of digits for which the library's settings write a number.
SettingInfo digits(const Words &words, QString Settings::*member);

} // namespace smsauth::kinds
