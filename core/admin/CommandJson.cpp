// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/CommandJson.h"

#include "core/sms/FaultRules.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView stateName(ServerState state)
{
    switch (state) {
    case ServerState::Stopped:
        return QLatin1StringView("stopped");
    case ServerState::Starting:
        return QLatin1StringView("starting");
    case ServerState::Running:
        return QLatin1StringView("running");
    case ServerState::Stopping:
        return QLatin1StringView("stopping");
    case ServerState::Failed:
        return QLatin1StringView("failed");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const AuditFinding &finding)
{
    return {{u"fault"_s, wireName(finding.fault)},
            {u"first"_s, finding.first},
            {u"last"_s, finding.last},
            {u"other"_s, finding.other == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(finding.other)},
            {u"detail"_s, finding.detail}};
}

QJsonObject toJson(const AttemptRecord &attempt)
{
    return {{u"at"_s, toIso(attempt.at)},  {u"provider"_s, attempt.provider},
            {u"status"_s, attempt.status}, {u"provider_code"_s, attempt.providerCode},
            {u"error"_s, attempt.error},   {u"ms"_s, attempt.durationMs}};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject toJson(const CodeRecord &code)
{
    return {{u"id"_s, code.id},
            {u"phone"_s, code.phone.e164()},
            {u"code"_s, orNull(code.code)},
            {u"created_at"_s, toIso(code.createdAt)},
            {u"expires_at"_s, toIso(code.expiresAt)},
            {u"tries"_s, code.tries},
            {u"max_tries"_s, code.maxTries},
            {u"state"_s, wireName(code.state)},
            {u"message_state"_s,
             code.messageState ? QJsonValue(wireName(*code.messageState)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const AuditRecord &row)
{
    return {{u"id"_s, row.id},         {u"at"_s, toIso(row.at)},    {u"actor"_s, row.actor},
            {u"action"_s, row.action}, {u"subject"_s, row.subject}, {u"detail"_s, row.detail}};
}

QJsonObject toJson(const AuditVerdict &verdict)
{
    QJsonArray findings;
    for (const AuditFinding &finding : verdict.findings)
        findings.append(toJson(finding));
    return {{u"sound"_s, verdict.isSound()},
            {u"rows"_s, verdict.rows},
            {u"checked"_s, verdict.checked},
            {u"earlier"_s, verdict.earlier},
            {u"begins"_s, verdict.begins == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(verdict.begins)},
            {u"since"_s, verdict.since ? QJsonValue(toIso(*verdict.since)) : QJsonValue(QJsonValue::Null)},
            {u"newest"_s, verdict.last == 0 ? QJsonValue(QJsonValue::Null)
                                            : QJsonValue(u"%1:%2"_s.arg(verdict.last).arg(verdict.seal))},
            {u"unanchored"_s, verdict.unanchored},
            {u"found"_s, verdict.found},
            {u"findings"_s, findings}};
}

QJsonObject toJson(const MessageRecord &message)
{
    QJsonArray attempts;
    for (const AttemptRecord &attempt : message.attempts)
        attempts.append(toJson(attempt));
    QJsonObject json{{u"id"_s, message.id},
                     {u"created_at"_s, toIso(message.createdAt)},
                     {u"phone"_s, message.phone.e164()},
                     {u"provider"_s, message.provider},
                     {u"state"_s, wireName(message.state)},
                     {u"provider_message_id"_s, orNull(message.providerMessageId)},
                     {u"attempts"_s, attempts}};
    if (!message.reason.isEmpty())
        json.insert(u"reason"_s, message.reason);
    if (message.verifiedAt)
        json.insert(u"verified_at"_s, toIso(*message.verifiedAt));
    return json;
}

QJsonObject toJson(const UserRecord &user)
{
    return {{u"pk"_s, user.id},
            {u"username"_s, user.username},
            {u"first_name"_s, user.firstName},
            {u"last_name"_s, user.lastName},
            {u"email"_s, user.email},
            {u"is_active"_s, user.isActive},
            {u"created_at"_s, toIso(user.createdAt)},
            {u"last_sign_in_at"_s,
             user.lastSignInAt ? QJsonValue(toIso(*user.lastSignInAt)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const FaultRule &rule)
{
    return QJsonDocument::fromJson(faultJson(rule)).object();
}

QJsonObject toJson(const CleanupReport &report)
{
    return {{u"expired"_s, report.expired}, {u"removed"_s, report.removed}};
}

QJsonObject toJson(const BackupReport &report)
{
    return {{u"file"_s, report.file},
            {u"bytes"_s, report.bytes},
            {u"codes"_s, report.contents.codes},
            {u"messages"_s, report.contents.messages},
            {u"users"_s, report.contents.users}};
}

QJsonObject toJson(const RestoreReport &report)
{
    return {{u"kept"_s, orNull(report.kept)},
            {u"codes"_s, report.contents.codes},
            {u"messages"_s, report.contents.messages},
            {u"users"_s, report.contents.users},
            {u"same_key"_s, report.sameKey}};
}

QJsonObject toJson(const CompactReport &report)
{
    return {{u"before"_s, report.before}, {u"after"_s, report.after}};
}

QJsonObject toJson(const TestSend &sent)
{
    return {{u"state"_s, wireName(sent.state)},
            {u"provider"_s, sent.provider},
            {u"provider_message_id"_s, orNull(sent.providerMessageId)},
            {u"error"_s, orNull(sent.error)}};
}

QJsonObject toJson(const SettingsView &view)
{
    return {{u"settings"_s, view.values}, {u"ignored"_s, QJsonArray::fromStringList(view.warnings)}};
}

QJsonObject toJson(const ImportReport &report)
{
    return {{u"settings"_s, report.settings},
            {u"secrets"_s, QJsonArray::fromStringList(report.secrets)},
            {u"ignored"_s, QJsonArray::fromStringList(report.ignored)}};
}

QJsonObject toJson(const SecretEntry &entry)
{
    return {{u"name"_s, entry.name}, {u"place"_s, entry.place}, {u"read_only"_s, entry.readOnly}};
}

QJsonObject toJson(const ServerStatus &status)
{
    QJsonObject json{{u"state"_s, stateName(status.state)},
                     {u"url"_s, orNull(status.url)},
                     {u"mode"_s, status.mode == Mode::Simulated ? u"simulated"_s : u"live"_s},
                     {u"provider"_s, status.provider},
                     {u"queued"_s, status.queued},
                     {u"live_codes"_s, status.liveCodes},
                     {u"sent_today"_s, status.sentToday},
                     {u"verified_today"_s, status.verifiedToday},
                     {u"failed_today"_s, status.failedToday},
                     {u"blocked_today"_s, status.blockedToday},
                     {u"warnings"_s, QJsonArray::fromStringList(status.warnings)},
                     {u"secret_store"_s, status.secretStore},
                     {u"secret_store_reason"_s, status.secretStoreReason},
                     {u"profile"_s, status.profile}};
    if (status.state == ServerState::Failed)
        json.insert(u"error"_s, status.failure.detail);
    return json;
}

QJsonObject toSandboxJson(const MessageRecord &message)
{
    return {{u"id"_s, message.id},
            {u"phone"_s, message.phone.e164()},
            {u"text"_s, message.text},
            {u"code"_s, message.code},
            {u"created_at"_s, toIso(message.createdAt)},
            {u"state"_s, wireName(message.state)}};
}

} // namespace smsauth
