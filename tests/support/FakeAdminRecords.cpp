// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAdmin: codes, messages and users
#include "tests/support/FakeAdmin.h"

#include "tests/support/FakeAdminAnswer.h"
#include "tests/support/LogFit.h"

#include <QTimer>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// Rows of one page, newest first, ids below `before`.
template<class Row, class Wanted>
QList<Row> page(const QList<Row> &rows, RowId before, int limit, Wanted wanted)
{
    QList<Row> found;
    for (const Row &row : rows) {
        if (found.size() == limit)
            break;
        if ((before == 0 || row.id < before) && wanted(row))
            found.append(row);
    }
    return found;
}

} // namespace

Admin::Answer<QList<CodeRecord>> FakeAdmin::codes(const CodeQuery &query)
{
    return answer<QList<CodeRecord>>(
        u"codes"_s, {{u"phone"_s, query.phone.e164()}, {u"onlyLive"_s, query.onlyLive}, {u"limit"_s, query.limit}},
        [=, this] {
            return Result<QList<CodeRecord>>(page(codeRows, query.before, query.limit, [&](const CodeRecord &row) {
                return (query.phone.isNull() || row.phone == query.phone) &&
                       (!query.onlyLive || row.state == CodeState::Live);
            }));
        });
}

Admin::Answer<QList<MessageRecord>> FakeAdmin::messages(const MessageQuery &query)
{
    QStringList states;
    for (const MessageState state : query.states)
        states.append(wireName(state));
    const QVariantMap arguments{{u"phone"_s, query.phone.e164()}, {u"states"_s, states},
                                {u"provider"_s, query.provider},  {u"before"_s, query.before},
                                {u"after"_s, query.after},        {u"limit"_s, query.limit}};
    return answer<QList<MessageRecord>>(u"messages"_s, arguments, [=, this] {
        const auto wanted = [&](const MessageRecord &row) {
            return (query.phone.isNull() || row.phone == query.phone) && row.id > query.after &&
                   (query.states.isEmpty() || query.states.contains(row.state)) &&
                   (query.provider.isEmpty() || row.provider == query.provider);
        };
        return Result<QList<MessageRecord>>(page(messageRows, query.before, query.limit, wanted));
    });
}

Admin::Answer<LogPage> FakeAdmin::searchLog(const LogQuery &query)
{
    const QVariantMap arguments{{u"before"_s, query.before},
                                {u"after"_s, query.after},
                                {u"upwards"_s, query.upwards},
                                {u"limit"_s, query.limit},
                                {u"terms"_s, query.filter.terms.size()}};
    return answer<LogPage>(u"searchLog"_s, arguments, [=, this]() -> Result<LogPage> {
        if (query.cancellation.isCancelled())
            return ErrorCode::Cancelled;
        LogPage page;
        page.newest = messageRows.isEmpty() ? 0 : messageRows.first().id;
        page.oldest = messageRows.isEmpty() ? 0 : messageRows.last().id;
        int seen = 0;
        for (qsizetype i = 0; i < messageRows.size() && page.next == 0; ++i) {
            const MessageRecord &row = messageRows.at(query.upwards ? messageRows.size() - 1 - i : i);
            if (row.id <= query.after || (query.before > 0 && row.id >= query.before))
                continue;
            if (fits(row, query.filter, clock.now()))
                query.upwards ? page.rows.prepend(row) : page.rows.append(row);
            if (page.rows.size() == query.limit || ++seen == rowsPerSearch) {
                page.next = row.id;
                page.searchedBackTo = row.createdAt;
            }
        }
        return page;
    });
}

Admin::Answer<SentAgain> FakeAdmin::sendAgain(RowId message)
{
    return answer<SentAgain>(u"sendAgain"_s, {{u"message"_s, message}}, [=, this]() -> Result<SentAgain> {
        for (const MessageRecord &row : messageRows) {
            if (row.id == message)
                return SentAgain{addMessage(row.phone, MessageState::Sent).id, sentAgainAnswer.sameCode};
        }
        return ErrorCode::NotFound;
    });
}

Admin::Answer<QList<UserRecord>> FakeAdmin::users(const UserQuery &query)
{
    const QVariantMap arguments{{u"limit"_s, query.limit}, {u"before"_s, query.before}, {u"find"_s, query.find}};
    return answer<QList<UserRecord>>(u"users"_s, arguments, [=, this]() -> Result<QList<UserRecord>> {
        if (query.cancellation.isCancelled())
            return ErrorCode::Cancelled;
        return page(userRows, query.before, query.limit, [find = query.find](const UserRecord &user) {
            for (const QString &text :
                 {user.phone.e164(), user.username, user.firstName, user.lastName, user.email}) {
                if (text.contains(find, Qt::CaseInsensitive))
                    return true;
            }
            return false;
        });
    });
}

Admin::Answer<void> FakeAdmin::changeCode(RowId id, CodeChange change)
{
    const QVariantMap arguments{{u"id"_s, id}, {u"change"_s, int(change)}};
    return answer<void>(u"changeCode"_s, arguments, [=, this]() -> Result<void> {
        const auto found = std::find_if(codeRows.begin(), codeRows.end(), [id](auto &row) { return row.id == id; });
        const bool live = found != codeRows.end() && found->state == CodeState::Live;
        if (found == codeRows.end() || (change != CodeChange::Remove && !live))
            return {ErrorCode::NotFound};
        if (change == CodeChange::Remove)
            codeRows.erase(found);
        else
            found->expiresAt = change == CodeChange::ExpireNow ? clock.now() : found->expiresAt + seconds(300);
        expire();
        return {};
    });
}

Admin::Answer<void> FakeAdmin::takeBackCodeChange(const CodeRecord &before)
{
    return answer<void>(u"takeBackCodeChange"_s, {{u"id"_s, before.id}}, [=, this]() -> Result<void> {
        for (CodeRecord &row : codeRows) {
            if (row.id != before.id)
                continue;
            row = before;
            recount();
            Q_EMIT changed(Topic::Codes);
            return {};
        }
        return {ErrorCode::NotFound};
    });
}

Admin::Answer<QString> FakeAdmin::revealCode(RowId id)
{
    return answer<QString>(u"revealCode"_s, {{u"id"_s, id}}, [this] { return Result<QString>(hiddenCode); });
}

Admin::Answer<UserRecord> FakeAdmin::changeUser(RowId id, const UserChange &change)
{
    const QVariantMap arguments{{u"id"_s, id},
                                {u"active"_s, change.active ? QVariant(*change.active) : QVariant()},
                                {u"phone"_s, change.phone ? change.phone->e164() : QString()}};
    return answer<UserRecord>(u"changeUser"_s, arguments, [=, this]() -> Result<UserRecord> {
        const auto found = std::find_if(userRows.begin(), userRows.end(), [id](auto &row) { return row.id == id; });
        if (found == userRows.end())
            return {ErrorCode::NotFound};
        if (change.before)
            *found = *change.before;
        found->isActive = change.active.value_or(found->isActive);
        found->phone = change.phone.value_or(found->phone);
        Q_EMIT changed(Topic::Users);
        return *found;
    });
}

Admin::Answer<void> FakeAdmin::removeUser(RowId id)
{
    return answer<void>(u"removeUser"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        if (userRows.removeIf([id](const UserRecord &row) { return row.id == id; }) == 0)
            return {ErrorCode::NotFound};
        Q_EMIT changed(Topic::Users);
        return {};
    });
}

Admin::Answer<MessageRecord> FakeAdmin::waitForCode(const PhoneNumber &phone, std::optional<RowId> since,
                                                    milliseconds timeout)
{
    calls.append({u"waitForCode"_s,
                  {{u"phone"_s, phone.e164()},
                   {u"since"_s, since ? QVariant(*since) : QVariant()},
                   {u"timeout"_s, qint64(timeout.count())}}});
    auto waiter = std::make_shared<Waiter>();
    waiter->promise.start();
    const auto future = waiter->promise.future();
    const auto end = [](Waiter &waiting, Result<MessageRecord> result) {
        waiting.promise.addResult(std::move(result));
        waiting.promise.finish();
    };
    if (const auto failure = m_failures.constFind(u"waitForCode"_s); failure != m_failures.constEnd()) {
        end(*waiter, *failure);
        return future;
    }
    if (isLive()) {
        end(*waiter, Error{ErrorCode::NotAllowed, u"codes are readable in simulated mode only"_s});
        return future;
    }
    waiter->phone = phone;
    waiter->since = since.has_value();
    waiter->after = since.value_or(0);
    const bool newestIsLive = std::any_of(codeRows.begin(), codeRows.end(), [&](const CodeRecord &row) {
        return row.phone == phone && row.state == CodeState::Live;
    });
    if (!since && !newestIsLive)
        waiter->after = m_lastId;
    m_waiters.push_back(waiter);
    serveWaiters();
    QTimer::singleShot(timeout, this, [this, end, waiter] {
        if (std::erase(m_waiters, waiter) > 0)
            end(*waiter, Error{ErrorCode::TimedOut, u"no message came in time"_s});
    });
    return future;
}

void FakeAdmin::serveWaiters()
{
    const auto served = [this](const std::shared_ptr<Waiter> &waiter) {
        const MessageRecord *wanted = nullptr; // the newest now, or the first after the id
        for (const MessageRecord &row : messageRows) {
            const bool fits = row.phone == waiter->phone && row.id > waiter->after;
            if (fits && (waiter->since || !wanted))
                wanted = &row;
        }
        if (!wanted)
            return false;
        waiter->promise.addResult(Result<MessageRecord>(*wanted));
        waiter->promise.finish();
        return true;
    };
    std::erase_if(m_waiters, served);
}

Admin::Answer<QList<AuditRecord>> FakeAdmin::auditTrail(int limit, RowId before, const QString &find)
{
    const QVariantMap arguments{{u"limit"_s, limit}, {u"before"_s, before}, {u"find"_s, find}};
    return answer<QList<AuditRecord>>(u"auditTrail"_s, arguments, [=, this] {
        return page(auditRows, before, limit, [&find](const AuditRecord &row) {
            const QString all = QStringList{row.actor, row.action, row.subject, row.detail}.join(u' ');
            return all.contains(find, Qt::CaseInsensitive);
        });
    });
}

} // namespace smsauth
