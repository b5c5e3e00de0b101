// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/RecordChanges.h"

#include "core/auth/SignIn.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes ExtraTime(5);
/// A message whose code was ended waits so long, in case that is taken back; then it ends, too, unsent.
constexpr seconds Regret(10);

void audit(Stores &stores, Timestamp now, const QString &actor, const QString &action, const QString &subject,
           const QString &detail = {})
{
    stores.audit.append(
        {.id = 0, .at = now, .actor = actor, .action = action, .subject = subject, .detail = detail});
}

Error gone(QLatin1StringView what)
{
    return {ErrorCode::NotFound, u"%1 is no longer there"_s.arg(what), {}};
}

Result<void> applyToCode(Stores &stores, const CodeRecord &code, CodeChange change, Timestamp now)
{
    const Error notLive{ErrorCode::NotFound, u"the code is no longer live"_s, {}};
    switch (change) {
    case CodeChange::ExpireNow:
        // What has not gone out yet would bring a code that nobody accepts.
        stores.messages.setEnd(code.messageId, now + Regret, now + Regret);
        stores.messages.setEndOnPhone(code.messageId, now);
        stores.changes.messages = true;
        return stores.codes.setExpiry(code.id, now, now) ? Result<void>() : Result<void>(notLive);
    case CodeChange::FiveMinutesMore:
        stores.messages.setEndOnPhone(code.messageId, code.expiresAt + ExtraTime);
        stores.changes.messages = true;
        return stores.codes.setExpiry(code.id, code.expiresAt + ExtraTime, now) ? Result<void>()
                                                                                : Result<void>(notLive);
    case CodeChange::Remove:
        stores.messages.end(code.messageId, MessageState::Cancelled, u"its code was deleted"_s, true);
        stores.changes.messages = true;
        return stores.codes.remove(code.id) ? Result<void>() : Result<void>(gone("the code"_L1));
    }
    Q_UNREACHABLE();
}

QString auditName(CodeChange change)
{
    switch (change) {
    case CodeChange::ExpireNow:
        return u"code.expired"_s;
    case CodeChange::FiveMinutesMore:
        return u"code.extended"_s;
    case CodeChange::Remove:
        return u"code.deleted"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void changeCode(ServerSide &server, RowId id, CodeChange change, Done<void> done)
{
    if (change == CodeChange::FiveMinutesMore && server.engine().settings().mode() == Mode::Live)
        return done({ErrorCode::NotAllowed, u"codes can only be prolonged in simulated mode"_s});
    server.engine().storage().submit<void>(
        server.engine().home(),
        [id, change, actor = server.actor(), now = server.engine().clock().now()](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                const std::optional<StoredCode> code = stores.codes.find(id, now);
                if (!code)
                    return gone("the code"_L1);
                if (const Result<void> applied = applyToCode(stores, code->record, change, now); !applied)
                    return applied;
                audit(stores, now, actor, auditName(change), code->record.phone.masked());
                stores.changes.codes = true;
                return {};
            });
        },
        std::move(done));
}

void takeBackCodeChange(ServerSide &server, const CodeRecord &before, Done<void> done)
{
    const Engine &engine = server.engine();
    const bool isLong = before.expiresAt - before.createdAt > engine.settings().codeLife;
    if (isLong && engine.settings().mode() == Mode::Live)
        return done({ErrorCode::NotAllowed, u"codes can only be prolonged in simulated mode"_s});
    server.engine().storage().submit<void>(
        server.engine().home(),
        [before, actor = server.actor(), now = engine.clock().now()](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                const std::optional<StoredCode> code = stores.codes.find(before.id, now);
                if (!code || code->record.phone != before.phone || code->record.createdAt != before.createdAt ||
                    !stores.codes.restoreExpiry(before.id, before.expiresAt))
                    return Error{ErrorCode::NotFound, u"the code is no longer as it was left"_s, {}};
                if (code->record.expiresAt < before.expiresAt) // more time has not moved what waits
                    stores.messages.setEnd(before.messageId, before.expiresAt, now);
                stores.messages.setEndOnPhone(before.messageId, before.expiresAt);
                audit(stores, now, actor, u"code.change_undone"_s, before.phone.masked());
                stores.changes.codes = true;
                stores.changes.messages = true;
                stores.changes.queued = true;
                return {};
            });
        },
        std::move(done));
}

void revealCode(ServerSide &server, RowId id, Done<QString> done)
{
    server.engine().storage().submit<StoredCode>(
        server.engine().home(),
        [id, actor = server.actor(), now = server.engine().clock().now()](Stores &stores) {
            return stores.atomically([&]() -> Result<StoredCode> {
                const std::optional<StoredCode> code = stores.codes.find(id, now);
                if (!code || code->record.state != CodeState::Live)
                    return Error{ErrorCode::NotFound, u"the code is no longer live"_s, {}};
                // Written before it is shown: a code that was seen and not noted is what must not happen.
                audit(stores, now, actor, u"code.revealed"_s, code->record.phone.masked());
                return *code;
            });
        },
        [&engine = server.engine(), done = std::move(done)](const Result<StoredCode> &code) {
            if (!code)
                return done(code.error());
            const QString digits = engine.codes().open(*code);
            if (digits.isEmpty())
                return done({ErrorCode::SecretsUnavailable, u"the key of this code is gone"_s});
            done(digits);
        });
}

void changeUser(ServerSide &server, RowId id, const UserChange &change, Done<UserRecord> done)
{
    server.engine().storage().submit<UserRecord>(
        server.engine().home(),
        [id, change, actor = server.actor(), now = server.engine().clock().now(),
         field = server.engine().settings().userField](Stores &stores) {
            return stores.atomically([&]() -> Result<UserRecord> {
                std::optional<UserRecord> user = stores.users.find(id);
                if (!user)
                    return gone("the user"_L1);
                const QString before = user->phone.masked();
                if (change.before) {
                    const auto owner = stores.users.findByPhone(change.before->phone);
                    if (owner && owner->id != id)
                        return Error{ErrorCode::UserExists, u"another user has this number"_s, {}};
                    UserRecord again = *change.before;
                    again.id = id;
                    again.lastSignInAt = user->lastSignInAt;
                    stores.users.update(again);
                    stores.changes.users = true;
                    audit(stores, now, actor, u"user.change_undone"_s, before, again.phone.masked());
                    return again;
                }
                if (change.active) {
                    user->isActive = *change.active;
                    stores.users.setActive(id, *change.active);
                    audit(stores, now, actor, *change.active ? u"user.unblocked"_s : u"user.blocked"_s, before);
                }
                if (change.phone && *change.phone != user->phone) {
                    if (stores.users.findByPhone(*change.phone))
                        return Error{ErrorCode::UserExists, u"another user has this number"_s, {}};
                    user->phone = *change.phone;
                    setUserField(*user, field, change.phone->e164());
                    stores.users.update(*user);
                    audit(stores, now, actor, u"user.phone_changed"_s, before, change.phone->masked());
                }
                stores.changes.users = true;
                return *user;
            });
        },
        std::move(done));
}

void removeUser(ServerSide &server, RowId id, Done<void> done)
{
    server.engine().storage().submit<void>(
        server.engine().home(),
        [id, actor = server.actor(), now = server.engine().clock().now()](Stores &stores) {
            return stores.atomically([&]() -> Result<void> {
                const std::optional<UserRecord> user = stores.users.find(id);
                if (!user)
                    return gone("the user"_L1);
                stores.users.remove(id);
                audit(stores, now, actor, u"user.deleted"_s, user->phone.masked());
                stores.changes.users = true;
                return {};
            });
        },
        std::move(done));
}

} // namespace smsauth
