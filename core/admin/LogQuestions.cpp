// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LogQuestions.h"

#include "core/auth/SignIn.h"
#include "core/storage/LogSearch.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// Half of what a person takes for "at once": the rest is for whoever asked before.
constexpr milliseconds SearchBudget(100);
/// Codes of one number that are looked through for the one of a message.
constexpr int CodesOfOneNumber = 50;

std::optional<StoredCode> codeOf(Stores &stores, const MessageRecord &message, Timestamp now)
{
    for (const StoredCode &code : stores.codes.list(message.phone, false, 0, CodesOfOneNumber, now)) {
        if (code.record.messageId == message.id)
            return code;
    }
    return std::nullopt;
}

/// A test of a gateway has no code, and no time to live.
bool isTest(const MessageRecord &message)
{
    return message.state != MessageState::Blocked && message.expiresAt == message.createdAt;
}

Result<SentAgain> sendAgainIn(Stores &stores, const SignIn &signIn, RowId id, Timestamp now)
{
    const QString address = u"127.0.0.1"_s; // as a request from this computer
    const std::optional<StoredMessage> message = stores.log.find(id);
    if (!message)
        return {ErrorCode::NotFound, u"the message is no longer in the log"_s};
    if (!isFinal(message->record.state))
        return {ErrorCode::NotAllowed, u"the message is still on its way"_s};
    if (isTest(message->record))
        return {ErrorCode::NotAllowed, u"it was a test message: send another one with the gateway's own test"_s};
    const std::optional<StoredCode> code = codeOf(stores, message->record, now);
    if (code && code->record.state == CodeState::Live) {
        const Result<RowId> sent = signIn.sendAgain(stores, *code, address);
        return sent ? Result<SentAgain>(SentAgain{*sent, true}) : sent.error();
    }
    if (code && code->record.changeForUser != 0)
        return {ErrorCode::NotAllowed, u"it asked to change a number: only the app of that user can ask anew"_s};
    const PhoneNumber &phone = message->record.phone;
    if (const Result<void> sent = signIn.start(stores, signIn.prepare(phone, address)); !sent)
        return sent.error();
    const std::optional<NewestCode> newest = stores.codes.newest(phone);
    return SentAgain{newest ? newest->messageId : 0, false};
}

} // namespace

void searchLog(ServerSide &server, const LogQuery &query, Done<LogPage> done)
{
    Engine &engine = server.engine();
    engine.reader().submit<LogSearch::Found>(
        engine.home(),
        [query, &clock = engine.clock()](Stores &stores) {
            return LogSearch(stores.log, clock).run(query, SearchBudget);
        },
        [&engine, done = std::move(done)](Result<LogSearch::Found> found) {
            if (!found)
                return done(found.error());
            const bool readable = engine.settings().mode() == Mode::Simulated;
            LogPage page{.rows = {},
                         .next = found->next,
                         .searchedBackTo = found->searchedBackTo,
                         .oldest = found->range.oldest,
                         .newest = found->range.newest};
            page.rows.reserve(found->rows.size());
            for (StoredMessage &message : found.value().rows) {
                if (readable && message.record.provider == "sandbox"_L1)
                    engine.outbox().open(message);
                page.rows.append(message.record);
            }
            done(page);
        });
}

void sendAgain(ServerSide &server, RowId message, Done<SentAgain> done)
{
    Engine &engine = server.engine();
    if (engine.state() != ServerState::Running)
        return done({ErrorCode::NotAllowed, u"the server is stopped: nothing would be sent"_s});
    engine.storage().submit<SentAgain>(
        engine.home(),
        [&signIn = engine.signIn(), message, actor = server.actor(), now = engine.clock().now()](Stores &stores) {
            std::optional<Result<SentAgain>> sent;
            // Sent and noted, or neither. A refusal is no failure here: the row that tells of it stays.
            const Result<void> kept = stores.atomically([&]() -> Result<void> {
                sent = sendAgainIn(stores, signIn, message, now);
                if (!sent->ok())
                    return {};
                stores.audit.append(
                    {.id = 0,
                     .at = now,
                     .actor = actor,
                     .action = sent->value().sameCode ? u"message.sent_again"_s : u"message.new_code"_s,
                     .subject = u"message %1"_s.arg(message),
                     .detail = {}});
                return {};
            });
            return kept ? *sent : Result<SentAgain>(kept.error());
        },
        std::move(done));
}

} // namespace smsauth
