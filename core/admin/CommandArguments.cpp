// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/CommandArguments.h"

namespace smsauth {

using namespace Qt::StringLiterals;

QJsonValue CommandArguments::take(const QString &name)
{
    m_known.insert(name);
    return m_json.value(name);
}

QString CommandArguments::text(const QString &name, const QString &fallback)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        refuse(ErrorCode::InvalidInput, name + u": a text is expected"_s);
    return value.toString(fallback);
}

QString CommandArguments::requiredText(const QString &name)
{
    const QString value = text(name);
    if (value.isEmpty())
        refuse(ErrorCode::InvalidInput, name + u" is needed"_s);
    return value;
}

bool CommandArguments::flag(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        refuse(ErrorCode::InvalidInput, name + u": true or false is expected"_s);
    return value.toBool();
}

qint64 CommandArguments::number(const QString &name, qint64 fallback, qint64 least, qint64 most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return fallback;
    bool whole = false;
    qint64 number = 0;
    if (value.isString()) {
        number = value.toString().toLongLong(&whole);
    } else if (value.isDouble()) {
        number = value.toInteger();
        whole = double(number) == value.toDouble();
    }
    if (!whole || number < least || number > most) {
        refuse(ErrorCode::InvalidInput,
               u"%1: a whole number from %2 to %3 is expected"_s.arg(name).arg(least).arg(most));
        return fallback;
    }
    return number;
}

int CommandArguments::pageLimit()
{
    return int(number(u"limit"_s, 200, 1, 1000));
}

qint64 CommandArguments::pageBefore()
{
    return number(u"before"_s, 0, 1, std::numeric_limits<qint64>::max());
}

PhoneNumber CommandArguments::phone(const QString &name, const QString &region)
{
    const QString written = text(name);
    if (!m_json.contains(name))
        return {};
    const Result<PhoneNumber> parsed = PhoneNumber::parse(written, region);
    if (parsed)
        return *parsed;
    refuse(ErrorCode::InvalidPhone, name + u": not a valid phone number"_s);
    return {};
}

PhoneNumber CommandArguments::requiredPhone(const QString &name, const QString &region)
{
    if (!has(name))
        refuse(ErrorCode::InvalidInput, name + u" is needed"_s);
    return phone(name, region);
}

void CommandArguments::refuse(ErrorCode code, const QString &detail)
{
    if (m_fault)
        m_fault = Error{code, detail, {}};
}

Result<void> CommandArguments::verdict() const
{
    if (!m_fault)
        return m_fault;
    for (const QString &name : m_json.keys()) {
        if (!m_known.contains(name))
            return {ErrorCode::InvalidInput, u"unknown argument "_s + name.left(40)};
    }
    return {};
}

} // namespace smsauth
