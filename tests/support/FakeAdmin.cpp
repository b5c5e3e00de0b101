// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeAdmin.h"

#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"
#include "tests/support/LogFit.h"

#include <QJsonArray>
#include <QJsonDocument>
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

ProviderInfo simulator()
{
    ProviderInfo info;
    info.id = u"sandbox"_s;
    info.title = u"Simulator"_s;
    info.active = true;
    return info;
}

ProviderInfo gateway(const QString &id, const QString &title, const QString &base)
{
    ProviderInfo info;
    info.id = id;
    info.title = title;
    info.canCheck = true;
    info.fields = {{u"login"_s, u"Login"_s, {}, {}, false, {}},
                   {u"password"_s, u"Password"_s, {}, {}, true, {}},
                   {u"from"_s, u"Sender"_s, {}, {}, false, {}},
                   {u"base"_s, u"Address"_s, {}, base, false, {}}};
    return info;
}

} // namespace

FakeAdmin::FakeAdmin(QObject *parent)
    : Admin(parent)
{
    statusNow.provider = u"sandbox"_s;
    statusNow.secretStore = u"memory"_s;
    statusNow.secretStoreReason = u"No keyring is running and the mode is simulated."_s;
    statusNow.profile = u"/tmp/profile"_s;
    providerRows = {simulator(), gateway(u"twilio"_s, u"Twilio"_s, u"https://api.twilio.com"_s),
                    gateway(u"megafon"_s, u"Megafon"_s, u"https://a2p-api.megalabs.ru/sms/v1/sms"_s),
                    gateway(u"smsaero"_s, u"SMS Aero"_s, u"https://gate.smsaero.ru/v2"_s)};
    settingsNow.values = settingsToJson(Settings());
    for (const QString &key : settingsNow.values.keys())
        settingsNow.origins.insert(key, u"default"_s);
    cleanup.nextRun = clock.now() + std::chrono::minutes(10);
    activityNow.sentByHour = QList<qint64>(Activity::Hours);
    testSendAnswer = {MessageState::Sent, u"sandbox"_s, u"test-1"_s, {}};
    tokenAnswer.valid = true;
    tokenAnswer.header = {{u"alg"_s, u"ES256"_s}, {u"typ"_s, u"JWT"_s}, {u"kid"_s, u"key-1"_s}};
    tokenAnswer.claims = {{u"sub"_s, u"1"_s}, {u"iss"_s, u"smsauth"_s}, {u"amr"_s, QJsonArray{u"sms"_s}}};
}

FakeAdmin::~FakeAdmin() = default;

int FakeAdmin::count(const QString &name) const
{
    return int(std::count_if(calls.begin(), calls.end(), [&](const Call &call) { return call.name == name; }));
}

QVariantMap FakeAdmin::last(const QString &name) const
{
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        if (call->name == name)
            return call->arguments;
    }
    return {};
}

void FakeAdmin::release()
{
    m_held = false;
    const auto pending = std::exchange(m_pending, {});
    for (const auto &give : pending)
        give();
}

template<class T>
Admin::Answer<T> FakeAdmin::answer(const QString &name, const QVariantMap &arguments,
                                   const std::function<Result<T>()> &work)
{
    calls.append({name, arguments});
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto give = [this, name, work, promise] {
        const auto failure = m_failures.constFind(name);
        promise->addResult(failure != m_failures.constEnd() ? Result<T>(*failure) : work());
        promise->finish();
    };
    if (m_held)
        m_pending.append(give);
    else
        give();
    return promise->future();
}

// What happens in a server

CodeRecord FakeAdmin::addCode(const PhoneNumber &phone, CodeState state, const QString &code)
{
    CodeRecord row;
    row.id = ++m_lastId;
    row.phone = phone;
    row.code = isLive() || state != CodeState::Live ? QString() : code;
    row.createdAt = clock.now();
    row.expiresAt = clock.now() + seconds(60);
    row.maxTries = 5;
    row.state = state;
    codeRows.prepend(row);
    recount();
    Q_EMIT changed(Topic::Codes);
    return row;
}

MessageRecord FakeAdmin::addMessage(const PhoneNumber &phone, MessageState state, const QString &code)
{
    MessageRecord row;
    row.id = ++m_lastId;
    row.createdAt = clock.now();
    row.expiresAt = clock.now() + seconds(60);
    row.phone = phone;
    row.provider = statusNow.provider;
    row.state = state;
    if (!isLive()) {
        row.code = code;
        row.text = u"Your auth code: "_s + code;
    }
    if (state != MessageState::Queued && state != MessageState::Blocked) {
        const bool failed = state == MessageState::Failed;
        row.attempts = {{clock.now(), row.provider, failed ? 400 : 200, failed ? u"21211"_s : QString(),
                         failed ? u"The number is not valid."_s : QString(), 12}};
        row.reason = failed ? u"The number is not valid."_s : QString();
        row.providerMessageId = failed ? QString() : u"msg-%1"_s.arg(row.id);
    }
    if (state == MessageState::Blocked)
        row.reason = u"limit phone: 5 per 3600 s"_s;
    messageRows.prepend(row);
    recount();
    serveWaiters();
    Q_EMIT changed(Topic::Messages);
    return row;
}

UserRecord FakeAdmin::addUser(const PhoneNumber &phone)
{
    UserRecord row;
    row.id = ++m_lastId;
    row.phone = phone;
    row.username = phone.e164();
    row.createdAt = clock.now();
    row.lastSignInAt = clock.now();
    userRows.prepend(row);
    Q_EMIT changed(Topic::Users);
    return row;
}

MessageRecord FakeAdmin::signIn(const PhoneNumber &phone, const QString &code)
{
    for (CodeRecord &old : codeRows) {
        if (old.phone == phone && old.state == CodeState::Live) {
            old.state = CodeState::Superseded;
            old.code.clear();
        }
    }
    addCode(phone, CodeState::Live, code);
    const MessageRecord message = addMessage(phone, isLive() ? MessageState::Sent : MessageState::Delivered, code);
    codeRows.first().messageId = message.id;
    codeRows.first().messageState = message.state;
    return message;
}

UserRecord FakeAdmin::verify(const PhoneNumber &phone)
{
    for (CodeRecord &row : codeRows) {
        if (row.phone == phone && row.state == CodeState::Live) {
            row.state = CodeState::Used;
            row.code.clear();
            row.tries += 1;
            for (MessageRecord &message : messageRows) {
                if (message.id == row.messageId)
                    message.verifiedAt = clock.now();
            }
            break;
        }
    }
    statusNow.verifiedToday += 1;
    recount();
    Q_EMIT changed(Topic::Codes);
    for (UserRecord &row : userRows) {
        if (row.phone == phone) {
            row.lastSignInAt = clock.now();
            Q_EMIT changed(Topic::Users);
            return row;
        }
    }
    return addUser(phone);
}

void FakeAdmin::goLive(const QString &provider)
{
    statusNow.mode = provider == u"sandbox" ? Mode::Simulated : Mode::Live;
    statusNow.provider = provider;
    faultsChanged();
    settingsNow.values.insert(u"SMS_AUTH_PROVIDER"_s, provider);
    for (ProviderInfo &info : providerRows)
        info.active = info.id == provider;
    if (isLive()) {
        for (CodeRecord &row : codeRows)
            row.code.clear();
    }
    Q_EMIT changed(Topic::Providers);
    Q_EMIT changed(Topic::Settings);
    Q_EMIT changed(Topic::Status);
}

void FakeAdmin::update(const MessageRecord &message)
{
    for (MessageRecord &row : messageRows) {
        if (row.id == message.id)
            row = message;
    }
    recount();
    Q_EMIT changed(Topic::Messages);
}

void FakeAdmin::expire()
{
    for (CodeRecord &row : codeRows) {
        if (row.state == CodeState::Live && row.expiresAt <= clock.now()) {
            row.state = CodeState::Expired;
            row.code.clear();
        }
    }
    recount();
    Q_EMIT changed(Topic::Codes);
}

void FakeAdmin::recount()
{
    const auto codesIn = [this](CodeState state) {
        return std::count_if(codeRows.begin(), codeRows.end(),
                             [state](const CodeRecord &row) { return row.state == state; });
    };
    const auto messagesIn = [this](std::initializer_list<MessageState> states) {
        return std::count_if(messageRows.begin(), messageRows.end(), [&](const MessageRecord &row) {
            return std::find(states.begin(), states.end(), row.state) != states.end();
        });
    };
    using enum MessageState;
    statusNow.liveCodes = codesIn(CodeState::Live);
    cleanup.expiredNow = codesIn(CodeState::Expired);
    statusNow.queued = messagesIn({Queued, Sending});
    statusNow.sentToday = messagesIn({Sent, Delivered, Undelivered});
    statusNow.failedToday = messagesIn({Failed, MessageState::Expired, KeyLost});
    statusNow.blockedToday = messagesIn({Blocked});
    Q_EMIT changed(Topic::Status);
}

void FakeAdmin::faultsChanged()
{
    statusNow.faults = isLive() ? 0 : int(faultRows.size());
    statusNow.warnings.removeAll(u"faults_on"_s);
    if (statusNow.faults > 0)
        statusNow.warnings.append(u"faults_on"_s);
    Q_EMIT changed(Topic::Status);
}

// Server

Admin::Answer<ServerStatus> FakeAdmin::status()
{
    return answer<ServerStatus>(u"status"_s, {}, [this] { return Result<ServerStatus>(statusNow); });
}

Admin::Answer<Activity> FakeAdmin::activity()
{
    return answer<Activity>(u"activity"_s, {}, [this] { return Result<Activity>(activityNow); });
}

Admin::Answer<ServerStatus> FakeAdmin::startServer()
{
    return answer<ServerStatus>(u"startServer"_s, {}, [this] {
        statusNow.state = ServerState::Running;
        statusNow.url = u"http://127.0.0.1:%1"_s.arg(settingsNow.values.value(u"SMS_AUTH_PORT"_s).toInt());
        Q_EMIT changed(Topic::Status);
        return Result<ServerStatus>(statusNow);
    });
}

Admin::Answer<ServerStatus> FakeAdmin::startServerOnFreePort()
{
    return answer<ServerStatus>(u"startServerOnFreePort"_s, {}, [this] {
        statusNow.state = ServerState::Running;
        statusNow.url = u"http://127.0.0.1:49152"_s;
        Q_EMIT changed(Topic::Status);
        return Result<ServerStatus>(statusNow);
    });
}

Admin::Answer<void> FakeAdmin::stopServer()
{
    return answer<void>(u"stopServer"_s, {}, [this] {
        statusNow.state = ServerState::Stopped;
        statusNow.url.clear();
        Q_EMIT changed(Topic::Status);
        return Result<void>();
    });
}

// Codes, messages, users

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

Admin::Answer<QList<UserRecord>> FakeAdmin::users(int limit, RowId before, const QString &find)
{
    const QVariantMap arguments{{u"limit"_s, limit}, {u"before"_s, before}, {u"find"_s, find}};
    return answer<QList<UserRecord>>(u"users"_s, arguments, [=, this] {
        return Result<QList<UserRecord>>(page(userRows, before, limit, [find](const UserRecord &user) {
            for (const QString &text :
                 {user.phone.e164(), user.username, user.firstName, user.lastName, user.email}) {
                if (text.contains(find, Qt::CaseInsensitive))
                    return true;
            }
            return false;
        }));
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

// Cleanup

// Test numbers and faults

Admin::Answer<QList<FaultRule>> FakeAdmin::faults()
{
    return answer<QList<FaultRule>>(
        u"faults"_s, {}, [this] { return Result<QList<FaultRule>>(isLive() ? QList<FaultRule>() : faultRows); });
}

Admin::Answer<void> FakeAdmin::setFault(const FaultRule &rule)
{
    return answer<void>(
        u"setFault"_s, {{u"id"_s, rule.id()}, {u"outcome"_s, QString(wireName(rule.effect.outcome))}},
        [rule, this]() -> Result<void> {
            if (isLive())
                return ErrorCode::NotAllowed;
            const auto same = std::find_if(faultRows.begin(), faultRows.end(),
                                           [&](const FaultRule &other) { return other.id() == rule.id(); });
            if (same == faultRows.end())
                faultRows.append(rule);
            else
                *same = rule;
            faultsChanged();
            return {};
        });
}

Admin::Answer<void> FakeAdmin::removeFault(const QString &id)
{
    return answer<void>(u"removeFault"_s, {{u"id"_s, id}}, [id, this]() -> Result<void> {
        if (faultRows.removeIf([&](const FaultRule &rule) { return rule.id() == id; }) == 0)
            return ErrorCode::NotFound;
        faultsChanged();
        return {};
    });
}

Admin::Answer<int> FakeAdmin::clearFaults()
{
    return answer<int>(u"clearFaults"_s, {}, [this]() -> Result<int> {
        const int count = int(faultRows.size());
        faultRows.clear();
        faultsChanged();
        return count;
    });
}

Admin::Answer<CleanupReport> FakeAdmin::clearExpired(bool dryRun)
{
    return answer<CleanupReport>(u"clearExpired"_s, {{u"dryRun"_s, dryRun}}, [=, this] {
        CleanupReport report;
        report.expired = cleanup.expiredNow;
        if (dryRun && wouldGo)
            report.codes = QList<CodeRecord>(wouldGo->first, wouldGo->second);
        if (!dryRun) {
            report.removed =
                codeRows.removeIf([](const CodeRecord &row) { return row.state == CodeState::Expired; });
            cleanup.lastRun = clock.now();
            cleanup.lastReport = report;
            recount();
            Q_EMIT changed(Topic::Codes);
            Q_EMIT changed(Topic::Cleanup);
        }
        return Result<CleanupReport>(report);
    });
}

Admin::Answer<CleanupStatus> FakeAdmin::cleanupStatus()
{
    return answer<CleanupStatus>(u"cleanupStatus"_s, {}, [this] { return Result<CleanupStatus>(cleanup); });
}

void FakeAdmin::holdCleanup(milliseconds time)
{
    calls.append({u"holdCleanup"_s, {{u"time"_s, qint64(time.count())}}});
}

// The database as a whole

Admin::Answer<StorageSize> FakeAdmin::storageSize()
{
    return answer<StorageSize>(u"storageSize"_s, {}, [this] { return Result<StorageSize>(size); });
}

Admin::Answer<CompactReport> FakeAdmin::compact(bool rebuild)
{
    return answer<CompactReport>(u"compact"_s, {{u"rebuild"_s, rebuild}}, [=, this]() -> Result<CompactReport> {
        if (!size.shrinks && !rebuild)
            return {ErrorCode::NotAllowed};
        const CompactReport report{size.bytes, size.bytes - size.free};
        size.bytes = report.after;
        size.free = 0;
        size.shrinks = true;
        Q_EMIT changed(Topic::Cleanup);
        return report;
    });
}

Admin::Answer<BackupReport> FakeAdmin::backUp(const QString &file, bool overwrite)
{
    return answer<BackupReport>(u"backUp"_s, {{u"file"_s, file}, {u"overwrite"_s, overwrite}}, [=, this] {
        return Result<BackupReport>(
            BackupReport{file, size.bytes - size.free, {codeRows.size(), messageRows.size(), userRows.size()}});
    });
}

void FakeAdmin::cancelBackUp()
{
    calls.append({u"cancelBackUp"_s, {}});
}

Admin::Answer<BackupCheck> FakeAdmin::checkBackup(const QString &file)
{
    return answer<BackupCheck>(u"checkBackup"_s, {{u"file"_s, file}}, [=, this] {
        BackupCheck check = backupAnswer;
        check.file = file;
        check.present = {codeRows.size(), messageRows.size(), userRows.size()};
        return Result<BackupCheck>(check);
    });
}

Admin::Answer<RestoreReport> FakeAdmin::restore(const QString &file)
{
    return answer<RestoreReport>(u"restore"_s, {{u"file"_s, file}},
                                 [this] { return Result<RestoreReport>(restoreAnswer); });
}

// Providers

ProviderInfo *FakeAdmin::findProvider(const QString &id)
{
    for (ProviderInfo &info : providerRows) {
        if (info.id == id)
            return &info;
    }
    return nullptr;
}

Admin::Answer<QList<ProviderInfo>> FakeAdmin::providers()
{
    return answer<QList<ProviderInfo>>(u"providers"_s, {},
                                       [this] { return Result<QList<ProviderInfo>>(providerRows); });
}

Admin::Answer<void> FakeAdmin::saveProvider(const ProviderDraft &draft)
{
    QVariantMap plain;
    for (auto field = draft.plain.begin(); field != draft.plain.end(); ++field)
        plain.insert(field.key(), field.value());
    const QVariantMap arguments{
        {u"id"_s, draft.id}, {u"plain"_s, plain}, {u"secrets"_s, QStringList(draft.secrets.keys())}};
    return answer<void>(u"saveProvider"_s, arguments, [=, this]() -> Result<void> {
        ProviderInfo *info = findProvider(draft.id);
        if (!info)
            return {ErrorCode::NotFound, u"no gateway "_s + draft.id};
        for (ProviderFieldInfo &field : info->fields) {
            if (draft.plain.contains(field.name))
                field.value = draft.plain.value(field.name);
            if (draft.secrets.contains(field.name)) {
                field.storedIn = statusNow.secretStore;
                secretValues.insert(draft.id + u'.' + field.name, draft.secrets.value(field.name));
            }
        }
        Q_EMIT changed(Topic::Providers);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::activateProvider(const QString &id)
{
    return answer<void>(u"activateProvider"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        if (!findProvider(id))
            return {ErrorCode::NotFound, u"no gateway "_s + id};
        goLive(id);
        return {};
    });
}

Admin::Answer<QString> FakeAdmin::checkProvider(const ProviderDraft &draft)
{
    return answer<QString>(u"checkProvider"_s, {{u"id"_s, draft.id}},
                           [this] { return Result<QString>(checkAnswer); });
}

Admin::Answer<TestSend> FakeAdmin::sendTest(const PhoneNumber &to, const ProviderDraft &draft)
{
    return answer<TestSend>(u"sendTest"_s, {{u"to"_s, to.e164()}, {u"id"_s, draft.id}}, [=, this] {
        TestSend sent = testSendAnswer;
        sent.provider = draft.id.isEmpty() ? statusNow.provider : draft.id;
        return Result<TestSend>(sent);
    });
}

Admin::Answer<BalanceReply> FakeAdmin::askBalance(const ProviderDraft &draft)
{
    return answer<BalanceReply>(u"askBalance"_s, {{u"id"_s, draft.id}},
                                [this] { return Result<BalanceReply>(balanceAnswer); });
}

// Descriptions of gateways: tried by the code that really does

Admin::Answer<GatewayFile> FakeAdmin::gatewayFile(const QString &id)
{
    return answer<GatewayFile>(u"gatewayFile"_s, {{u"id"_s, id}}, [=, this]() -> Result<GatewayFile> {
        if (!gatewayFiles.contains(id))
            return {ErrorCode::NotFound, u"no gateway "_s + id};
        return gatewayFiles.value(id);
    });
}

Admin::Answer<GatewayPreview> FakeAdmin::previewGateway(const QByteArray &text, const GatewaySample &sample)
{
    return answer<GatewayPreview>(u"previewGateway"_s, {{u"id"_s, sample.id}},
                                  [=] { return Result<GatewayPreview>(previewGatewayRequest(text, sample)); });
}

Admin::Answer<ReplyReading> FakeAdmin::testReply(const QByteArray &text, const ReplySample &reply)
{
    return answer<ReplyReading>(u"testReply"_s, {{u"status"_s, reply.status}},
                                [=] { return Result<ReplyReading>(readGatewayReply(text, reply)); });
}

Admin::Answer<void> FakeAdmin::saveGateway(const QString &id, const QByteArray &text)
{
    return answer<void>(u"saveGateway"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        const GatewayProblem problem = checkGatewayText(text);
        if (!problem.isNone())
            return {ErrorCode::InvalidInput, problem.pointer + u": "_s + problem.what};
        if (gatewayFiles.contains(id) && !gatewayFiles.value(id).isOwn)
            return {ErrorCode::NotAllowed, id + u" is a gateway of the program itself; give yours another id"_s};
        gatewayFiles.insert(id, {id, text, true});
        ProviderInfo *known = findProvider(id);
        if (!known) {
            providerRows.append(gateway(id, {}, u"https://sms.example.com"_s));
            known = &providerRows.last();
        }
        known->title = QJsonDocument::fromJson(text).object().value(u"title").toString();
        known->isFile = known->isOwn = true;
        known->problem = {};
        Q_EMIT changed(Topic::Providers);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::removeGateway(const QString &id)
{
    return answer<void>(u"removeGateway"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        if (!gatewayFiles.value(id).isOwn)
            return {ErrorCode::NotFound, u"no gateway "_s + id};
        if (findProvider(id)->active)
            return {ErrorCode::NotAllowed, u"this gateway is in use; choose another one first"_s};
        gatewayFiles.remove(id);
        providerRows.removeIf([&](const ProviderInfo &info) { return info.id == id; });
        Q_EMIT changed(Topic::Providers);
        return {};
    });
}

// Settings and secrets

Admin::Answer<LimitTrial> FakeAdmin::tryLimits(const QJsonObject &changes)
{
    return answer<LimitTrial>(u"tryLimits"_s, {{u"changes"_s, changes.toVariantMap()}},
                              [this] { return Result<LimitTrial>(trialNow); });
}

Admin::Answer<SettingsView> FakeAdmin::settings()
{
    return answer<SettingsView>(u"settings"_s, {}, [this] { return Result<SettingsView>(settingsNow); });
}

Admin::Answer<SettingsView> FakeAdmin::applySettings(const QJsonObject &changes)
{
    const QVariantMap arguments{{u"changes"_s, changes.toVariantMap()}};
    return answer<SettingsView>(u"applySettings"_s, arguments, [=, this]() -> Result<SettingsView> {
        Settings next;
        for (const SettingInfo &info : settingsList()) {
            const bool removed = changes.value(info.key).isNull();
            const QJsonValue value =
                changes.contains(info.key) ? changes.value(info.key) : settingsNow.values.value(info.key);
            if (removed || value.isNull())
                continue;
            if (const Result<void> good = info.read(next, value); !good)
                return good.error();
        }
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            if (!findSetting(change.key()))
                return {ErrorCode::Settings, change.key() + u": there is no such setting"_s};
        }
        if (const Result<void> good = validate(next); !good)
            return good.error();
        settingsNow.values = settingsToJson(next);
        for (auto change = changes.begin(); change != changes.end(); ++change)
            settingsNow.origins.insert(change.key(), change->isNull() ? u"default"_s : u"file"_s);
        Q_EMIT changed(Topic::Settings);
        return settingsNow;
    });
}

Admin::Answer<ImportReport> FakeAdmin::importSettings(const QByteArray &text)
{
    return answer<ImportReport>(u"importSettings"_s, {{u"text"_s, text}}, [this] {
        Q_EMIT changed(Topic::Settings);
        return Result<ImportReport>(importAnswer);
    });
}

Admin::Answer<QList<SecretEntry>> FakeAdmin::secrets()
{
    return answer<QList<SecretEntry>>(u"secrets"_s, {}, [this] { return Result<QList<SecretEntry>>(secretRows); });
}

Admin::Answer<void> FakeAdmin::writeSecret(const QString &name, const Secret &value)
{
    return answer<void>(u"writeSecret"_s, {{u"name"_s, name}}, [=, this]() -> Result<void> {
        for (const SecretEntry &entry : secretRows) {
            if (entry.name == name && entry.readOnly)
                return {ErrorCode::NotAllowed, name + u" comes from the environment"_s};
        }
        if (!secretValues.contains(name))
            secretRows.append({name, statusNow.secretStore, false});
        secretValues.insert(name, value);
        Q_EMIT changed(Topic::Secrets);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::removeSecret(const QString &name)
{
    return answer<void>(u"removeSecret"_s, {{u"name"_s, name}}, [=, this]() -> Result<void> {
        if (secretValues.remove(name) == 0)
            return {ErrorCode::NotFound, u"no secret "_s + name};
        secretRows.removeIf([&](const SecretEntry &entry) { return entry.name == name; });
        Q_EMIT changed(Topic::Secrets);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::unlockSecrets(const Secret &given)
{
    return answer<void>(u"unlockSecrets"_s, {{u"length"_s, given.reveal().size()}}, [=, this] {
        if (!passphrase.isEmpty() && given.reveal() != passphrase)
            return Result<void>(ErrorCode::SecretsLocked, u"wrong passphrase"_s);
        statusNow.passphrase = PassphraseNeed::None;
        statusNow.warnings.removeAll(u"secrets_locked"_s);
        Q_EMIT changed(Topic::Status);
        return Result<void>();
    });
}

Admin::Answer<void> FakeAdmin::useOtherSecretStore(OtherSecretStore store, const Secret &given)
{
    const bool memory = store == OtherSecretStore::Memory;
    const QVariantMap arguments{{u"memory"_s, memory}, {u"length"_s, given.reveal().size()}};
    return answer<void>(u"useOtherSecretStore"_s, arguments, [=, this] {
        m_failures.remove(u"secrets"_s);
        statusNow.secretStore = memory ? u"memory"_s : u"file"_s;
        statusNow.warnings.removeAll(u"secrets_locked"_s);
        Q_EMIT changed(Topic::Secrets);
        Q_EMIT changed(Topic::Status);
        return Result<void>();
    });
}

Admin::Answer<TokenReport> FakeAdmin::inspectToken(const QString &token)
{
    // The token itself is a credential: only that there was one is written down.
    return answer<TokenReport>(u"inspectToken"_s, {{u"length"_s, token.size()}},
                               [this] { return Result<TokenReport>(tokenAnswer); });
}

/// Not sealed, only unreadable at a glance; what matters is that the purpose must be the same.
Admin::Answer<QByteArray> FakeAdmin::seal(const QString &text, const QByteArray &purpose)
{
    return answer<QByteArray>(
        u"seal"_s, {}, [=] { return Result<QByteArray>(QByteArray(purpose + ':' + text.toUtf8()).toBase64()); });
}

Admin::Answer<QString> FakeAdmin::unseal(const QByteArray &sealed, const QByteArray &purpose)
{
    return answer<QString>(u"unseal"_s, {}, [=]() -> Result<QString> {
        const QByteArray opened = QByteArray::fromBase64(sealed);
        if (!opened.startsWith(purpose + ':'))
            return {ErrorCode::SecretMissing, u"the key that it was sealed with is lost"_s};
        return QString::fromUtf8(opened.mid(purpose.size() + 1));
    });
}

AuditRecord FakeAdmin::addAudit(const QString &actor, const QString &action, const QString &subject,
                                const QString &detail)
{
    const AuditRecord row{++m_lastId, clock.now(), actor, action, subject, detail};
    auditRows.prepend(row);
    Q_EMIT changed(Topic::Audit);
    return row;
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

Admin::Answer<AuditVerdict> FakeAdmin::verifyAudit(const NotedAuditRow &noted)
{
    return answer<AuditVerdict>(u"verifyAudit"_s, {{u"id"_s, noted.id}, {u"seal"_s, noted.seal}},
                                [this] { return auditAnswer; });
}

Admin::Answer<void> FakeAdmin::audit(const QString &action, const QString &subject)
{
    return answer<void>(u"audit"_s, {{u"action"_s, action}, {u"subject"_s, subject}}, [=, this] {
        audited.append({action, subject});
        return Result<void>();
    });
}

} // namespace smsauth
