// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/Commands.h"

#include "core/admin/CommandArguments.h"
#include "core/admin/CommandJson.h"
#include "core/base/ReadyFuture.h"
#include "core/settings/SettingsSources.h"
#include "core/sms/FaultRules.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultLimit = 200;
constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();

using Answer = Commands::Answer;

Answer now(Result<QJsonObject> result)
{
    return readyFuture(std::move(result));
}

/// {"key": [one object a row]}
template<class Row>
Answer listed(QFuture<Result<QList<Row>>> rows, const QString &key)
{
    return rows.then([key](const Result<QList<Row>> &found) -> Result<QJsonObject> {
        if (!found)
            return found.error();
        QJsonArray array;
        for (const Row &row : *found)
            array.append(toJson(row));
        return QJsonObject{{key, array}};
    });
}

template<class T>
Answer converted(QFuture<Result<T>> value)
{
    return value.then([](const Result<T> &found) -> Result<QJsonObject> {
        if (!found)
            return found.error();
        return toJson(*found);
    });
}

Answer named(QFuture<Result<void>> done, const QString &name)
{
    return done.then([name](const Result<void> &result) -> Result<QJsonObject> {
        if (!result)
            return result.error();
        return QJsonObject{{u"name"_s, name}};
    });
}

/// What a command knows while it runs.
struct Context
{
    Admin &admin;
    CommandArguments arguments;
    QString region;
};

Answer status(Context &context)
{
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return now(good.error());
    return context.admin.status().then([](const Result<ServerStatus> &status) -> Result<QJsonObject> {
        if (!status)
            return status.error();
        // Before it came to a secret store, settings and mode are not known: the defaults would be a lie.
        if (status->state == ServerState::Failed && status->secretStore.isEmpty())
            return status->failure;
        // Counters of a database that cannot be read would be another.
        if (status->state == ServerState::Failed && status->failure.code == ErrorCode::Storage)
            return status->failure;
        return toJson(*status);
    });
}

Answer clearExpired(Context &context)
{
    const bool dryRun = context.arguments.flag(u"dry_run"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.clearExpired(dryRun)) : now(good.error());
}

Answer listCodes(Context &context)
{
    CommandArguments &arguments = context.arguments;
    CodeQuery query;
    query.phone = arguments.phone(u"phone"_s, context.region);
    query.onlyLive = arguments.flag(u"live"_s);
    query.limit = int(arguments.number(u"limit"_s, DefaultLimit, 1, 1000));
    query.before = arguments.number(u"before"_s, 0, 1, NoLimit);
    const Result<void> good = arguments.verdict();
    return good ? listed(context.admin.codes(query), u"codes"_s) : now(good.error());
}

Answer waitForCode(Context &context)
{
    CommandArguments &arguments = context.arguments;
    const PhoneNumber phone = arguments.requiredPhone(u"phone"_s, context.region);
    std::optional<RowId> since;
    if (arguments.has(u"since"_s))
        since = arguments.number(u"since"_s, 0, 0, NoLimit);
    const seconds timeout(arguments.number(u"timeout"_s, 30, 0, Commands::LongestWait.count()));
    const Result<void> good = arguments.verdict();
    if (!good)
        return now(good.error());
    return context.admin.waitForCode(phone, since, timeout)
        .then([](const Result<MessageRecord> &message) -> Result<QJsonObject> {
            if (!message && message.error().code == ErrorCode::TimedOut)
                return {ErrorCode::TimedOut, u"no message came in time"_s};
            if (!message)
                return message.error();
            return toSandboxJson(*message);
        });
}

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

Answer searchMessages(Context &context)
{
    CommandArguments &arguments = context.arguments;
    LogQuery query;
    query.limit = int(arguments.number(u"limit"_s, DefaultLimit, 1, 1000));
    query.before = arguments.number(u"before"_s, 0, 1, NoLimit);
    const ParsedLogFilter parsed = parseLogFilter(arguments.text(u"filter"_s));
    if (!parsed.problems.isEmpty())
        arguments.refuse(ErrorCode::InvalidInput, u"filter: "_s + describe(parsed.problems.first()));
    for (const QString &other : {u"phone"_s, u"state"_s}) {
        if (arguments.has(other))
            arguments.refuse(ErrorCode::InvalidInput, other + u": say it in the filter (to:, status:)"_s);
    }
    query.filter = parsed.filter;
    const Result<void> good = arguments.verdict();
    return good ? listed(searchOn(context.admin, query, {}), u"messages"_s) : now(good.error());
}

Answer listMessages(Context &context)
{
    if (context.arguments.has(u"filter"_s))
        return searchMessages(context);
    CommandArguments &arguments = context.arguments;
    MessageQuery query;
    query.phone = arguments.phone(u"phone"_s, context.region);
    query.limit = int(arguments.number(u"limit"_s, DefaultLimit, 1, 1000));
    query.before = arguments.number(u"before"_s, 0, 1, NoLimit);
    if (arguments.has(u"state"_s)) {
        if (const auto state = messageStateFromName(arguments.text(u"state"_s)))
            query.states = {*state};
        else
            arguments.refuse(ErrorCode::InvalidInput,
                             u"state: queued, sending, sent, delivered, undelivered, failed, "
                             "expired, cancelled, blocked or key_lost is expected"_s);
    }
    const Result<void> good = arguments.verdict();
    return good ? listed(context.admin.messages(query), u"messages"_s) : now(good.error());
}

Answer sendTest(Context &context)
{
    ProviderDraft draft;
    const PhoneNumber to = context.arguments.requiredPhone(u"to"_s, context.region);
    draft.id = context.arguments.text(u"provider"_s);
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return now(good.error());
    return context.admin.sendTest(to, draft).then([](const Result<TestSend> &sent) -> Result<QJsonObject> {
        if (!sent && sent.error().code == ErrorCode::NotFound)
            return {ErrorCode::InvalidInput, u"provider: "_s + sent.error().detail};
        if (!sent)
            return sent.error();
        return toJson(*sent);
    });
}

Answer listUsers(Context &context)
{
    const int limit = int(context.arguments.number(u"limit"_s, DefaultLimit, 1, 1000));
    const RowId before = context.arguments.number(u"before"_s, 0, 1, NoLimit);
    const QString find = context.arguments.text(u"find"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.users(limit, before, find), u"users"_s) : now(good.error());
}

/// The process that reads or writes it may have another working folder.
QString absoluteFile(CommandArguments &arguments)
{
    const QString file = arguments.requiredText(u"file"_s);
    if (!file.isEmpty() && QDir::isRelativePath(file))
        arguments.refuse(ErrorCode::InvalidInput, u"file: an absolute path is expected"_s);
    return file;
}

Answer backUp(Context &context)
{
    const QString file = absoluteFile(context.arguments);
    const bool overwrite = context.arguments.flag(u"overwrite"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.backUp(file, overwrite)) : now(good.error());
}

Answer restore(Context &context)
{
    const QString file = absoluteFile(context.arguments);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.restore(file)) : now(good.error());
}

Answer compact(Context &context)
{
    const bool rebuild = context.arguments.flag(u"rebuild"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.compact(rebuild)) : now(good.error());
}

Answer listFaults(Context &context)
{
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.faults(), u"faults"_s) : now(good.error());
}

Answer setFault(Context &context)
{
    CommandArguments &arguments = context.arguments;
    QJsonObject members;
    for (const QString &name : {u"phone"_s, u"outcome"_s, u"code"_s, u"until"_s}) {
        if (arguments.has(name))
            members.insert(name, arguments.text(name));
    }
    for (const QString &name : {u"probability"_s, u"status"_s, u"delay"_s}) {
        if (arguments.has(name))
            members.insert(name, arguments.number(name, 0, 0, 599));
    }
    if (arguments.flag(u"no_limits"_s))
        members.insert(u"limits"_s, false);
    if (const Result<void> good = arguments.verdict(); !good)
        return now(good.error());
    const Result<JsonValue> json = readJson(QJsonDocument(members).toJson());
    const Result<FaultRule> rule = json ? faultFromJson(*json, context.region, {}) : json.error();
    if (!rule)
        return now(rule.error());
    return context.admin.setFault(*rule).then([rule = *rule](const Result<void> &set) -> Result<QJsonObject> {
        if (!set)
            return set.error();
        return toJson(rule);
    });
}

Answer clearFaults(Context &context)
{
    const PhoneNumber phone = context.arguments.phone(u"phone"_s, context.region);
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return now(good.error());
    const auto removed = [](qint64 count) { return QJsonObject{{u"deleted"_s, count}}; };
    if (!phone.isNull()) {
        return context.admin.removeFault(phone.e164())
            .then([removed](const Result<void> &done) -> Result<QJsonObject> {
                if (!done)
                    return done.error();
                return removed(1);
            });
    }
    return context.admin.clearFaults().then([removed](const Result<int> &count) -> Result<QJsonObject> {
        if (!count)
            return count.error();
        return removed(*count);
    });
}

Answer listAudit(Context &context)
{
    const int limit = int(context.arguments.number(u"limit"_s, DefaultLimit, 1, 1000));
    const RowId before = context.arguments.number(u"before"_s, 0, 1, NoLimit);
    const QString find = context.arguments.text(u"find"_s);
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.auditTrail(limit, before, find), u"rows"_s) : now(good.error());
}

/// ID:SEAL, as an earlier verdict has given it.
NotedAuditRow notedRow(CommandArguments &arguments)
{
    static const QRegularExpression shape(u"\\A([1-9][0-9]{0,17}):([0-9a-f]{64})\\z"_s);
    const QString text = arguments.text(u"noted"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch()) {
        if (arguments.has(u"noted"_s))
            arguments.refuse(ErrorCode::InvalidInput,
                             u"noted: ID:SEAL is expected, as an earlier verify has told the newest row"_s);
        return {};
    }
    return {match.captured(1).toLongLong(), match.captured(2)};
}

Answer verifyAudit(Context &context)
{
    const NotedAuditRow noted = notedRow(context.arguments);
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.verifyAudit(noted)) : now(good.error());
}

Answer showSettings(Context &context)
{
    const Result<void> good = context.arguments.verdict();
    return good ? converted(context.admin.settings()) : now(good.error());
}

/// The gateway that an import makes the active one; empty when it leaves the mode alone, or says itself what is
/// wrong.
QString gatewayIn(const QByteArray &text)
{
    const Result<ImportedSettings> imported = smsauth::importSettings(text);
    const QString gateway = imported ? imported->settings.value(u"SMS_AUTH_PROVIDER"_s).toString() : QString();
    return gateway == u"sandbox" ? QString() : gateway;
}

Answer importSettings(Context &context)
{
    const QByteArray text = context.arguments.requiredText(u"text"_s).toUtf8();
    const bool live = context.arguments.flag(u"live"_s);
    const Result<void> good = context.arguments.verdict();
    if (!good)
        return now(good.error());
    const QString gateway = gatewayIn(text);
    if (live || gateway.isEmpty())
        return converted(context.admin.importSettings(text));
    return context.admin.status()
        .then(&context.admin,
              [&admin = context.admin, text, gateway](const Result<ServerStatus> &status) {
                  if (!status || status->mode == Mode::Live)
                      return converted(admin.importSettings(text));
                  return now(Error{ErrorCode::InvalidInput,
                                   u"nothing is imported: with the gateway %1, which these settings name, every "
                                   u"sign-in sends a real SMS; repeat with --live to go live"_s.arg(gateway),
                                   {}});
              })
        .unwrap();
}

QString secretName(CommandArguments &arguments)
{
    const QString name = arguments.requiredText(u"name"_s);
    if (const Result<void> good = Commands::checkSecretName(name); !good)
        arguments.refuse(good.error().code, good.error().detail);
    return name;
}

Answer setSecret(Context &context)
{
    const QString name = secretName(context.arguments);
    const Secret value(context.arguments.requiredText(u"value"_s).toUtf8());
    const Result<void> good = context.arguments.verdict();
    return good ? named(context.admin.writeSecret(name, value), name) : now(good.error());
}

Answer listSecrets(Context &context)
{
    const Result<void> good = context.arguments.verdict();
    return good ? listed(context.admin.secrets(), u"secrets"_s) : now(good.error());
}

Answer deleteSecret(Context &context)
{
    const QString name = secretName(context.arguments);
    const Result<void> good = context.arguments.verdict();
    return good ? named(context.admin.removeSecret(name), name) : now(good.error());
}

struct Command
{
    QLatin1StringView name;
    Answer (*run)(Context &);
};

constexpr Command commands[] = {
    {QLatin1StringView("status"), status},
    {QLatin1StringView("clear-expired"), clearExpired},
    {QLatin1StringView("codes.list"), listCodes},
    {QLatin1StringView("codes.wait"), waitForCode},
    {QLatin1StringView("log"), listMessages},
    {QLatin1StringView("send-test"), sendTest},
    {QLatin1StringView("users.list"), listUsers},
    {QLatin1StringView("faults.list"), listFaults},
    {QLatin1StringView("faults.set"), setFault},
    {QLatin1StringView("faults.clear"), clearFaults},
    {QLatin1StringView("backup"), backUp},
    {QLatin1StringView("restore"), restore},
    {QLatin1StringView("compact"), compact},
    {QLatin1StringView("audit.list"), listAudit},
    {QLatin1StringView("audit.verify"), verifyAudit},
    {QLatin1StringView("settings.show"), showSettings},
    {QLatin1StringView("settings.check"), showSettings},
    {QLatin1StringView("settings.import"), importSettings},
    {QLatin1StringView("secret.set"), setSecret},
    {QLatin1StringView("secret.list"), listSecrets},
    {QLatin1StringView("secret.delete"), deleteSecret},
};

/// A number without its country needs the region of the settings.
bool isNational(const QJsonValue &phone)
{
    return phone.isString() && !phone.toString().trimmed().startsWith(u'+');
}

} // namespace

Commands::Commands(Admin &admin)
    : m_admin(admin)
{
}

QStringList Commands::names()
{
    QStringList all;
    for (const Command &command : commands)
        all.append(command.name);
    return all;
}

// The sealing key is the program's own: replacing it would make all that is sealed unreadable.
Result<void> Commands::checkSecretName(const QString &name)
{
    static const QRegularExpression shape(u"\\A([A-Za-z0-9_-]{1,64}\\.[A-Za-z0-9_-]{1,64}|token_key)\\z"_s);
    if (shape.match(name).hasMatch())
        return {};
    return {ErrorCode::InvalidInput, u"name: GATEWAY.FIELD (twilio.password, say) or token_key is expected"_s};
}

Answer Commands::run(const QString &name, const QJsonObject &arguments)
{
    if (!isNational(arguments.value(u"phone"_s)) && !isNational(arguments.value(u"to"_s)))
        return start(name, arguments, {});
    return m_admin.settings()
        .then(&m_admin,
              [this, name, arguments](const Result<SettingsView> &settings) {
                  if (!settings)
                      return now(settings.error());
                  return start(name, arguments, settings->values.value(u"SMS_AUTH_REGION"_s).toString());
              })
        .unwrap();
}

Answer Commands::start(const QString &name, const QJsonObject &arguments, const QString &region)
{
    for (const Command &command : commands) {
        if (name == command.name) {
            Context context{m_admin, CommandArguments(arguments), region};
            return command.run(context);
        }
    }
    return now(Error{ErrorCode::InvalidInput, u"unknown command "_s + name.left(40), {}});
}

} // namespace smsauth
