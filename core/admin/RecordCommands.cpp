// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/RecordCommands.h"

#include "core/admin/Commands.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();

/// Goes on until as many are found as were asked for: a search ends early rather than late.
QFuture<Result<QList<MessageRecord>>> searchOn(Admin &admin, LogQuery query, const QList<MessageRecord> &found)
{
    const int wanted = query.limit;
    query.limit = wanted - int(found.size());
    return admin.searchLog(query)
        .then(&admin,
              [&admin, query, wanted, found = QList<MessageRecord>(found)](const Result<LogPage> &page) mutable {
                  if (!page)
                      return readyFuture(Result<QList<MessageRecord>>(page.error()));
                  found += page->rows;
                  if (page->next == 0 || found.size() >= wanted)
                      return readyFuture(Result<QList<MessageRecord>>(found));
                  query.before = page->next;
                  query.limit = wanted;
                  return searchOn(admin, query, found);
              })
        .unwrap();
}

CommandAnswer searchMessages(CommandContext &context)
{
    CommandArguments &arguments = context.arguments;
    LogQuery query;
    query.cancellation = context.cancellation;
    query.limit = arguments.pageLimit();
    query.before = arguments.pageBefore();
    const ParsedLogFilter parsed = parseLogFilter(arguments.text(u"filter"_s));
    if (!parsed.problems.isEmpty())
        arguments.refuse(ErrorCode::InvalidInput, u"filter: "_s + describe(parsed.problems.first()));
    for (const QString &other : {u"phone"_s, u"state"_s}) {
        if (arguments.has(other))
            arguments.refuse(ErrorCode::InvalidInput, other + u": say it in the filter (to:, status:)"_s);
    }
    query.filter = parsed.filter;
    const Result<void> good = arguments.verdict();
    return good ? listed(searchOn(context.admin, query, {}), u"messages"_s) : answered(good.error());
}

} // namespace

CommandAnswer codesListCommand(CommandContext &context)
{
    CommandArguments &arguments = context.arguments;
    CodeQuery query;
    query.phone = arguments.phone(u"phone"_s, context.region);
    query.onlyLive = arguments.flag(u"live"_s);
    query.limit = arguments.pageLimit();
    query.before = arguments.pageBefore();
    const Result<void> good = arguments.verdict();
    return good ? listed(context.admin.codes(query), u"codes"_s) : answered(good.error());
}

CommandAnswer codesWaitCommand(CommandContext &context)
{
    CommandArguments &arguments = context.arguments;
    const PhoneNumber phone = arguments.requiredPhone(u"phone"_s, context.region);
    std::optional<RowId> since;
    if (arguments.has(u"since"_s))
        since = arguments.number(u"since"_s, 0, 0, NoLimit);
    const seconds timeout(arguments.number(u"timeout"_s, 30, 0, Commands::LongestWait.count()));
    const Result<void> good = arguments.verdict();
    if (!good)
        return answered(good.error());
    return context.admin.waitForCode(phone, since, timeout)
        .then([](const Result<MessageRecord> &message) -> Result<QJsonObject> {
            if (!message && message.error().code == ErrorCode::TimedOut)
                return {ErrorCode::TimedOut, u"no message came in time"_s};
            if (!message)
                return message.error();
            return toSandboxJson(*message);
        });
}

CommandAnswer logCommand(CommandContext &context)
{
    if (context.arguments.has(u"filter"_s))
        return searchMessages(context);
    CommandArguments &arguments = context.arguments;
    MessageQuery query;
    query.phone = arguments.phone(u"phone"_s, context.region);
    query.limit = arguments.pageLimit();
    query.before = arguments.pageBefore();
    if (arguments.has(u"state"_s)) {
        if (const auto state = messageStateFromName(arguments.text(u"state"_s)))
            query.states = {*state};
        else
            arguments.refuse(ErrorCode::InvalidInput,
                             u"state: queued, sending, sent, delivered, undelivered, failed, "
                             "expired, cancelled, blocked or key_lost is expected"_s);
    }
    const Result<void> good = arguments.verdict();
    return good ? listed(context.admin.messages(query), u"messages"_s) : answered(good.error());
}

CommandAnswer sendTestCommand(CommandContext &context)
{
    ProviderDraft draft;
    const PhoneNumber to = context.arguments.requiredPhone(u"to"_s, context.region);
    draft.id = context.arguments.text(u"provider"_s);
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return answered(good.error());
    return context.admin.sendTest(to, draft).then([](const Result<TestSend> &sent) -> Result<QJsonObject> {
        if (!sent && sent.error().code == ErrorCode::NotFound)
            return {ErrorCode::InvalidInput, u"provider: "_s + sent.error().detail};
        if (!sent)
            return sent.error();
        return toJson(*sent);
    });
}

CommandAnswer usersListCommand(CommandContext &context)
{
    CommandArguments &arguments = context.arguments;
    const UserQuery query{.find = arguments.text(u"find"_s),
                          .before = arguments.pageBefore(),
                          .limit = arguments.pageLimit(),
                          .cancellation = context.cancellation};
    const Result<void> good = arguments.verdict();
    return good ? listed(context.admin.users(query), u"users"_s) : answered(good.error());
}

} // namespace smsauth
