// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeAdmin.h"

#include "core/settings/SettingsSources.h"
#include "tests/support/FakeAdminAnswer.h"

#include <QJsonArray>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

ProviderInfo simulator()
{
    ProviderInfo info;
    info.id = u"sandbox"_s;
    info.title = u"Simulator"_s;
    info.active = true;
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
    providerRows = {simulator(), fakeGateway(u"twilio"_s, u"Twilio"_s, u"https://api.twilio.com"_s),
                    fakeGateway(u"megafon"_s, u"Megafon"_s, u"https://a2p-api.megalabs.ru/sms/v1/sms"_s),
                    fakeGateway(u"smsaero"_s, u"SMS Aero"_s, u"https://gate.smsaero.ru/v2"_s)};
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
