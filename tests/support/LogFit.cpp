// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LogFit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

namespace {

using Field = LogTerm::Field;

bool isPart(const QString &pattern, const QString &phone)
{
    const bool front = pattern.startsWith(u'*');
    const bool back = pattern.endsWith(u'*');
    const QString digits = QString(pattern).remove(u'*');
    if (front && back)
        return phone.contains(digits);
    return front ? phone.endsWith(digits) : back ? phone.startsWith(digits) : phone == digits;
}

bool says(const MessageRecord &message, const QString &word, bool anywhere)
{
    QStringList texts;
    texts << message.reason + (anywhere ? u' ' + message.provider + u' ' + message.providerMessageId + u' ' +
                                              message.phone.e164()
                                        : QString());
    for (const AttemptRecord &attempt : message.attempts)
        texts << attempt.error + u' ' + attempt.providerCode;
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
}

bool holds(const MessageRecord &message, const LogTerm &term)
{
    const auto any = [&](const auto &rule) { return std::any_of(term.values.begin(), term.values.end(), rule); };
    switch (term.field) {
    case Field::State:
        return term.states.contains(message.state);
    case Field::Verified:
        return message.verifiedAt.has_value() == term.isVerified;
    case Field::Provider:
        return any([&](const QString &id) { return message.provider.compare(id, Qt::CaseInsensitive) == 0; });
    case Field::Phone:
        return any([&](const QString &pattern) { return isPart(pattern, message.phone.e164()); });
    case Field::Reason:
        return any([&](const QString &word) { return says(message, word, false); });
    case Field::Word:
        return any([&](const QString &word) { return says(message, word, true); });
    }
    Q_UNREACHABLE();
}

} // namespace

bool fits(const MessageRecord &message, const LogFilter &filter, Timestamp now)
{
    return (!filter.last || message.createdAt >= now - *filter.last) &&
           (!filter.since || message.createdAt >= *filter.since) &&
           (!filter.until || message.createdAt < *filter.until) &&
           std::all_of(filter.terms.begin(), filter.terms.end(),
                       [&](const LogTerm &term) { return holds(message, term) != term.isNegated; });
}

} // namespace smsauth
