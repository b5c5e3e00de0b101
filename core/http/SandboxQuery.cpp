// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/SandboxQuery.h"

#include <algorithm>
#include <cmath>

namespace smsauth {

namespace {

/// Digits alone: QString::toLongLong() also takes white space and signs.
std::optional<qint64> wholeNumber(const QString &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return digits && fits ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<QString> SandboxQuery::value(const QString &name) const
{
    if (!m_query.hasQueryItem(name))
        return std::nullopt;
    return m_query.queryItemValue(name, QUrl::FullyDecoded);
}

void SandboxQuery::refuse(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void SandboxQuery::allowOnly(const QStringList &names)
{
    const auto items = m_query.queryItems();
    for (const auto &item : items) {
        if (!names.contains(item.first))
            refuse(QStringLiteral("%1: There is no such parameter.").arg(item.first.left(40)));
    }
}

PhoneNumber SandboxQuery::phone(Phone need)
{
    QString text = value(QStringLiteral("phone")).value_or(QString());
    if (text.isEmpty()) {
        if (need == Phone::Required)
            refuse(QStringLiteral("phone: This field is required."));
        return {};
    }
    // A form writes a space as "+", so a "+" further in can only be one.
    text.replace(u'+', u' ');
    if (text.startsWith(u' '))
        text.front() = u'+';
    Result<PhoneNumber> phone = PhoneNumber::parse(text, m_region);
    if (!phone) {
        refuse(QStringLiteral("phone: Enter a valid phone number."));
        return {};
    }
    return std::move(phone).value();
}

int SandboxQuery::limit()
{
    const std::optional<QString> text = value(QStringLiteral("limit"));
    if (!text)
        return DefaultLimit;
    const qint64 limit = wholeNumber(*text).value_or(0);
    if (limit < 1 || limit > MaxLimit)
        refuse(QStringLiteral("limit: A number from 1 to %1 is required.").arg(MaxLimit));
    return int(std::clamp<qint64>(limit, 1, MaxLimit));
}

std::optional<RowId> SandboxQuery::since()
{
    const std::optional<QString> text = value(QStringLiteral("since"));
    if (!text)
        return std::nullopt;
    const std::optional<qint64> id = wholeNumber(*text);
    if (!id)
        refuse(QStringLiteral("since: The id of a message is required."));
    return id;
}

milliseconds SandboxQuery::timeout()
{
    const std::optional<QString> text = value(QStringLiteral("timeout"));
    if (!text)
        return DefaultTimeout;
    bool isNumber = false;
    const double timeout = text->toDouble(&isNumber);
    if (!isNumber || !std::isfinite(timeout) || timeout <= 0 || timeout > double(MaxTimeout.count())) {
        refuse(
            QStringLiteral("timeout: Seconds, more than 0 and at most %1, are required.").arg(MaxTimeout.count()));
        return DefaultTimeout;
    }
    return milliseconds(std::llround(timeout * 1000));
}

} // namespace smsauth
