// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SendLogFilter.h"

#include "ui/widgets/FilterText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SendLogFilter)
};

bool contains(const MessageRecord &message, const QString &word)
{
    const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    if (has(message.provider) || has(message.reason) || has(message.providerMessageId) ||
        has(message.phone.e164()) || has(message.text))
        return true;
    for (const AttemptRecord &attempt : message.attempts) {
        if (has(attempt.error) || has(attempt.providerCode) || has(attempt.provider) ||
            has(QString::number(attempt.status)))
            return true;
    }
    return false;
}

} // namespace

SendLogFilter SendLogFilter::parse(const QString &text)
{
    SendLogFilter filter;
    const FilterText parsed = FilterText::parse(text);
    for (const FilterText::Term &term : parsed.terms) {
        if (term.field == u"to" || term.field == u"phone") {
            filter.phone = PhoneFilter::parse(term.value);
        } else if (term.field == u"provider" || term.field == u"gateway") {
            filter.provider = term.value;
        } else if (term.field == u"status" || term.field == u"state") {
            const QStringList names = term.value.toLower().split(u',', Qt::SkipEmptyParts);
            for (const QString &name : names) {
                if (const auto state = messageStateFromName(name))
                    filter.states.append(*state);
                else
                    filter.problems.append(Text::tr("There is no state “%1”.").arg(name));
            }
        } else {
            filter.problems.append(
                Text::tr("“%1:” is not known here. Use to:, status: or provider:.").arg(term.field));
        }
    }
    // "+1 202 555 0101" is one phone, not four words.
    const QString all = parsed.words.join(u' ');
    if (filter.phone.isEmpty() && PhoneFilter::looksLikePhone(all) &&
        (all.startsWith(u'+') || PhoneFilter::parse(all).digits.size() > 5))
        filter.phone = PhoneFilter::parse(all);
    else
        filter.words = parsed.words;
    return filter;
}

MessageQuery SendLogFilter::query(RowId before, int limit) const
{
    MessageQuery query;
    query.phone = phone.exact;
    query.states = states;
    query.provider = provider;
    query.before = before;
    query.limit = limit;
    return query;
}

bool SendLogFilter::accepts(const MessageRecord &message) const
{
    return phone.accepts(message.phone) && std::all_of(words.begin(), words.end(), [&message](const QString &word) {
               return contains(message, word);
           });
}

} // namespace smsauth
