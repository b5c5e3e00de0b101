// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/RecordQuestions.h"

#include "core/storage/UserSearch.h"

#include <algorithm>

namespace smsauth {

namespace {

/// Half of what a person takes for "at once": the rest is for whoever asked before.
constexpr milliseconds SearchBudget(100);

void findUsers(Engine &engine, const UserQuery &query, const QList<UserRecord> &found, Done<QList<UserRecord>> done)
{
    engine.reader().submit<UserSearch::Found>(
        engine.home(),
        [query, &clock = engine.clock()](Stores &stores) {
            return UserSearch(stores.users, clock).run(query, SearchBudget);
        },
        [&engine, query, found, done = std::move(done)](const Result<UserSearch::Found> &step) {
            if (!step)
                return done(step.error());
            const QList<UserRecord> all = found + step->rows;
            if (step->next == 0)
                return done(all);
            UserQuery rest = query;
            rest.before = step->next;
            rest.limit = query.limit - int(step->rows.size());
            findUsers(engine, rest, all, done);
        });
}

} // namespace

void listCodes(ServerSide &server, const CodeQuery &query, Done<QList<CodeRecord>> done)
{
    using Stored = QList<StoredCode>;
    Engine &engine = server.engine();
    engine.reader().submit<Stored>(
        engine.home(),
        [query, now = engine.clock().now()](Stores &stores) -> Result<Stored> {
            return stores.codes.list(query.phone, query.onlyLive, query.before, std::clamp(query.limit, 1, 1000),
                                     now);
        },
        [&engine, done = std::move(done)](const Result<Stored> &stored) {
            if (!stored)
                return done(stored.error());
            const bool readable = engine.settings().mode() == Mode::Simulated;
            QList<CodeRecord> records;
            for (const StoredCode &code : *stored) {
                records.append(code.record);
                if (readable && code.record.state == CodeState::Live)
                    records.last().code = engine.codes().open(code);
            }
            done(records);
        });
}

void listMessages(ServerSide &server, const MessageQuery &query, Done<QList<MessageRecord>> done)
{
    using Stored = QList<StoredMessage>;
    Engine &engine = server.engine();
    engine.reader().submit<Stored>(
        engine.home(),
        [query](Stores &stores) -> Result<Stored> {
            Stored messages = stores.log.list({.phone = query.phone,
                                               .states = query.states,
                                               .provider = query.provider,
                                               .before = query.before,
                                               .after = query.after,
                                               .limit = std::clamp(query.limit, 1, 1000)});
            stores.log.loadAttempts(messages);
            return messages;
        },
        [&engine, done = std::move(done)](Result<Stored> stored) {
            if (!stored)
                return done(stored.error());
            const bool readable = engine.settings().mode() == Mode::Simulated;
            QList<MessageRecord> records;
            for (StoredMessage &message : stored.value()) {
                if (readable && message.record.provider == QLatin1StringView("sandbox"))
                    engine.outbox().open(message);
                records.append(message.record);
            }
            done(records);
        });
}

void listUsers(ServerSide &server, const UserQuery &query, Done<QList<UserRecord>> done)
{
    findUsers(server.engine(), query, {}, std::move(done));
}

void awaitCode(ServerSide &server, const PhoneNumber &phone, std::optional<RowId> since, milliseconds timeout,
               Done<MessageRecord> done)
{
    Engine &engine = server.engine();
    if (!engine.sandbox())
        return done({ErrorCode::NotAllowed, QStringLiteral("codes can only be read in simulated mode")});
    engine.sandbox()->wait(phone, since, timeout, std::move(done));
}

} // namespace smsauth
