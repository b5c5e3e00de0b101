// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LogCondition.h"

#include "core/storage/LikePatterns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

namespace {

using Field = LogTerm::Field;
using enum MessageState;

constexpr MessageState allStates[] = {Queued, Sending, Sent,      Delivered, Undelivered,
                                      Failed, Expired, Cancelled, Blocked,   KeyLost};

/// The states that all terms of the filter allow.
QList<MessageState> statesOf(const LogFilter &filter)
{
    QList<MessageState> allowed(std::begin(allStates), std::end(allStates));
    for (const LogTerm &term : filter.terms) {
        if (term.field == Field::State)
            allowed.removeIf([&](MessageState state) { return term.states.contains(state) == term.isNegated; });
    }
    return allowed;
}

class Builder
{
public:
    Builder(RowId after, RowId before)
        : m_after(after)
        , m_before(before)
    {
        add(u"m.id > ? AND m.id < ?"_s, {after, before});
    }

    void add(const QString &sql, const QVariantList &values)
    {
        m_parts.append(sql);
        m_values.append(values);
    }

    void addStates(const QList<MessageState> &allowed)
    {
        if (allowed.size() == std::ssize(allStates))
            return;
        const auto within = [&](std::initializer_list<MessageState> states) {
            return std::all_of(allowed.begin(), allowed.end(), [&](MessageState state) {
                return std::find(states.begin(), states.end(), state) != states.end();
            });
        };
        const bool inTrouble = within({Undelivered, Failed, Expired, Cancelled, Blocked, KeyLost});
        const bool waiting = within({Queued, Sending});
        m_areFew = inTrouble || waiting;
        // Word for word as the partial indexes are made, so that the database sees that they serve.
        if (inTrouble)
            m_parts.append(
                u"m.state IN ('undelivered', 'failed', 'expired', 'cancelled', 'blocked', 'key_lost')"_s);
        else if (waiting)
            m_parts.append(u"m.state IN ('queued', 'sending')"_s);
        QVariantList names;
        for (const MessageState state : allowed)
            names.append(QString(wireName(state)));
        add(u"m.state IN (%1)"_s.arg(marks(names.size())), names);
    }

    void addTerm(const LogTerm &term)
    {
        QStringList any;
        for (const QString &value : term.values) {
            switch (term.field) {
            case Field::Provider:
                any.append(u"lower(m.provider) = ?"_s);
                m_values.append(value.toLower());
                break;
            case Field::Phone:
                any.append(phone(value));
                break;
            case Field::Reason:
                any.append(words(u"m.reason"_s, value));
                break;
            case Field::Word:
                any.append(words(
                    u"m.reason || ' ' || m.provider || ' ' || m.provider_message_id || ' ' || m.phone"_s, value));
                break;
            case Field::State:
            case Field::Verified:
                break;
            }
        }
        if (!any.isEmpty())
            m_parts.append((term.isNegated ? u"NOT ("_s : u"("_s) + any.join(u" OR "_s) + u')');
    }

    SqlCondition built() const { return {m_parts.join(u" AND "_s), m_values}; }

private:
    static QString marks(qsizetype count) { return QStringList(count, u"?"_s).join(u", "_s); }

    QString phone(const QString &value)
    {
        const bool openFront = value.startsWith(u'*');
        const bool openBack = value.endsWith(u'*');
        const QString digits = value.mid(openFront, value.size() - openFront - openBack);
        if (!openFront && !openBack) {
            m_values.append(digits);
            return u"m.phone = ?"_s;
        }
        if (!openFront) {
            m_values << int(digits.size()) << digits;
            return u"substr(m.phone, 1, ?) = ?"_s;
        }
        m_values.append(openBack ? u'%' + digits + u'%' : u'%' + digits);
        return u"m.phone LIKE ?"_s;
    }

    /// The word occurs in the row, or in what was said at one of its attempts.
    QString words(const QString &ofRow, const QString &word)
    {
        const QStringList patterns = likePatterns(word);
        const auto likes = [&](const QString &text) {
            QStringList any;
            for (const QString &wanted : patterns) {
                any.append(likeCondition(text));
                m_values.append(wanted);
            }
            return u'(' + any.join(u" OR "_s) + u')';
        };
        QString sql = likes(ofRow);
        // Of few rows each one's attempts are looked up; of many, those of all ids in question are read in one go.
        if (m_areFew) {
            sql += u" OR EXISTS (SELECT 1 FROM attempt WHERE message_id = m.id AND "_s;
        } else {
            sql += u" OR m.id IN (SELECT message_id FROM attempt WHERE message_id > ? AND message_id < ? AND "_s;
            m_values << m_after << m_before;
        }
        sql += u"((error <> '' OR provider_code <> '') AND "_s + likes(u"error || ' ' || provider_code"_s) + u')';
        return sql + u')';
    }

    const RowId m_after;
    const RowId m_before;
    bool m_areFew = false; ///< rows that the other conditions leave
    QStringList m_parts;
    QVariantList m_values;
};

} // namespace

bool canMatch(const LogFilter &filter)
{
    return !statesOf(filter).isEmpty() && (!filter.since || !filter.until || *filter.since < *filter.until);
}

SqlCondition logCondition(const LogFilter &filter, RowId after, RowId before, Timestamp now)
{
    Builder builder(after, before);
    builder.addStates(statesOf(filter));
    if (filter.last)
        builder.add(u"m.created_at >= ?"_s, {qint64(toMs(now - *filter.last))});
    if (filter.since)
        builder.add(u"m.created_at >= ?"_s, {qint64(toMs(*filter.since))});
    if (filter.until)
        builder.add(u"m.created_at < ?"_s, {qint64(toMs(*filter.until))});
    for (const LogTerm &term : filter.terms) {
        if (term.field == Field::Verified)
            builder.add(term.isVerified != term.isNegated ? u"m.verified_at IS NOT NULL"_s
                                                          : u"m.verified_at IS NULL"_s,
                        {});
        else
            builder.addTerm(term);
    }
    return builder.built();
}

} // namespace smsauth
