// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/SandboxEndpoints.h"

#include "core/base/JsonWriter.h"
#include "core/http/AddressList.h"
#include "core/http/HttpStatus.h"
#include "core/http/SandboxQuery.h"
#include "core/sms/FaultBook.h"
#include "core/sms/FaultRules.h"
#include "core/sms/SandboxInbox.h"

#include <algorithm>

namespace smsauth {

namespace {

HttpResponse json(QByteArray body)
{
    HttpResponse response;
    response.body = std::move(body);
    return response;
}

HttpResponse failed(const Error &error)
{
    const int status = httpStatus(error.code);
    HttpResponse response = HttpResponse::detail(
        status, error.code == ErrorCode::TimedOut ? u"No message came." : u"The request failed.");
    return status == 503 ? response.with("Retry-After", "1") : response;
}

/// What a script may have written wrongly is told in words.
HttpResponse faultFailed(const Error &error)
{
    if (error.code == ErrorCode::InvalidInput)
        return HttpResponse::detail(400, error.detail);
    if (error.code == ErrorCode::NotFound)
        return HttpResponse::detail(404, u"There is no such rule.");
    return failed(error);
}

QByteArray messageObject(const MessageRecord &message)
{
    return JsonObjectWriter()
        .add(u"id", message.id)
        .add(u"phone", message.phone.e164())
        .add(u"text", message.text)
        .add(u"code", message.code)
        .add(u"created_at", toIso(message.createdAt))
        .add(u"state", QString(wireName(message.state)))
        .finish();
}

QByteArray messageList(const QList<MessageRecord> &messages)
{
    QByteArray list = "[";
    for (const MessageRecord &message : messages) {
        if (list.size() > 1)
            list += ',';
        list += messageObject(message);
    }
    return JsonObjectWriter().addRaw(u"messages", list + ']').finish();
}

/// A person at another machine, or a proxy that stands for one, is told what it is told of any unknown path. A
/// declared proxy may forget its headers: its address alone is enough.
bool comesFromThisMachine(const HttpRequest &request)
{
    const bool forwarded = std::any_of(request.headers.begin(), request.headers.end(), [](const auto &line) {
        const QByteArray name = line.first.toLower();
        return name == "forwarded" || name == "via" || name == "x-real-ip" || name.startsWith("x-forwarded-");
    });
    return !forwarded && !request.viaProxy && plainAddress(request.peer).isLoopback();
}

} // namespace

SandboxEndpoints::SandboxEndpoints(const HttpContext &context)
    : m_settings(context.settings)
    , m_inbox(context.sandbox)
    , m_faults(context.faults)
    , m_audit(context.audit ? context.audit
                            : [](const AuditRecord &, const auto &written) { written(Result<void>()); })
{
}

void SandboxEndpoints::addTo(Router &router)
{
    if (!m_inbox)
        return;
    Endpoint messages;
    messages.visible = &comesFromThisMachine;
    Endpoint waiting = messages;
    Endpoint resetting = messages;

    messages.methods.emplace_back("GET",
                                  [this](const HttpRequest &request, const Reply &reply) { list(request, reply); });
    messages.methods.emplace_back(
        "DELETE", [this](const HttpRequest &request, const Reply &reply) { remove(request, reply); });
    waiting.methods.emplace_back("GET",
                                 [this](const HttpRequest &request, const Reply &reply) { wait(request, reply); });
    resetting.methods.emplace_back(
        "POST", [this](const HttpRequest &request, const Reply &reply) { reset(request, reply); });
    router.add(QStringLiteral("/sandbox/messages"), messages);
    router.add(QStringLiteral("/sandbox/messages/wait"), waiting);
    router.add(QStringLiteral("/sandbox/reset"), resetting);
    if (!m_faults)
        return;
    Endpoint faults;
    faults.visible = &comesFromThisMachine;
    faults.methods.emplace_back("GET", [this](const HttpRequest &, const Reply &reply) {
        reply.sendFrom([this] { return json(faultListJson(m_faults->rules())); });
    });
    faults.methods.emplace_back(
        "POST", [this](const HttpRequest &request, const Reply &reply) { setFault(request, reply); });
    faults.methods.emplace_back(
        "DELETE", [this](const HttpRequest &request, const Reply &reply) { removeFaults(request, reply); });
    router.add(QStringLiteral("/sandbox/faults"), faults);
}

void SandboxEndpoints::list(const HttpRequest &request, const Reply &reply)
{
    SandboxQuery query(request.query, m_settings.region);
    const PhoneNumber phone = query.phone(SandboxQuery::Phone::Optional);
    const int limit = query.limit();
    if (!query.ok())
        return reply.send(HttpResponse::detail(400, query.problem()));
    m_inbox->messages(phone, limit, [reply](const Result<QList<MessageRecord>> &messages) {
        reply.sendFrom([&] { return messages ? json(messageList(*messages)) : failed(messages.error()); });
    });
}

void SandboxEndpoints::wait(const HttpRequest &request, const Reply &reply)
{
    SandboxQuery query(request.query, m_settings.region);
    const PhoneNumber phone = query.phone(SandboxQuery::Phone::Optional);
    const std::optional<RowId> since = query.since();
    const milliseconds timeout = query.timeout();
    if (!query.ok())
        return reply.send(HttpResponse::detail(400, query.problem()));

    reply.mayTake(timeout);
    const quint64 id = m_inbox->wait(phone, since, timeout, [reply](const Result<MessageRecord> &message) {
        reply.sendFrom([&] { return message ? json(messageObject(*message)) : failed(message.error()); });
    });
    reply.onAbandoned([this, id] { m_inbox->cancelWait(id); });
}

void SandboxEndpoints::remove(const HttpRequest &request, const Reply &reply)
{
    SandboxQuery query(request.query, m_settings.region);
    const PhoneNumber phone = query.phone(SandboxQuery::Phone::Required);
    if (!query.ok())
        return reply.send(HttpResponse::detail(400, query.problem()));
    m_inbox->remove(phone, [reply](const Result<qint64> &deleted) {
        reply.sendFrom([&] {
            return deleted ? json(JsonObjectWriter().add(u"deleted", *deleted).finish()) : failed(deleted.error());
        });
    });
}

void SandboxEndpoints::reset(const HttpRequest &request, const Reply &reply)
{
    SandboxQuery query(request.query, m_settings.region);
    const PhoneNumber phone = query.phone(SandboxQuery::Phone::Required);
    if (!query.ok())
        return reply.send(HttpResponse::detail(400, query.problem()));
    m_inbox->reset(phone, [reply](const Result<void> &done) {
        reply.sendFrom([&] { return done ? json("{}") : failed(done.error()); });
    });
}

/// The body is JSON, whatever its Content-Type says: that of a script's first try is another one.
void SandboxEndpoints::setFault(const HttpRequest &request, const Reply &reply)
{
    const Result<FaultRule> rule = m_faults->setFrom(request.body, m_settings);
    if (!rule)
        return reply.send(faultFailed(rule.error()));
    sendAudited({.action = QStringLiteral("fault.set"),
                 .subject = maskedFaultId(rule->id()),
                 .detail = wireName(rule->effect.outcome)},
                faultJson(*rule), reply);
}

void SandboxEndpoints::removeFaults(const HttpRequest &request, const Reply &reply)
{
    const QString phoneName = QStringLiteral("phone");
    const QString idName = QStringLiteral("id");
    SandboxQuery query(request.query, m_settings.region);
    // A misspelt name must not remove everything.
    query.allowOnly({phoneName, idName});
    const PhoneNumber phone = query.phone(SandboxQuery::Phone::Optional);
    if (!query.ok())
        return reply.send(HttpResponse::detail(400, query.problem()));
    // What a script left empty by mistake must not remove everything either.
    if (query.has(phoneName) && phone.isNull())
        return reply.send(
            HttpResponse::detail(400, u"phone: Enter a phone number, or leave phone out to remove all rules."));
    const auto deleted = [](qint64 count) { return JsonObjectWriter().add(u"deleted", count).finish(); };
    if (query.has(phoneName) || query.has(idName)) {
        const QString id = query.has(phoneName) ? phone.e164() : query.text(idName);
        const Result<void> removed = m_faults->remove(id);
        if (!removed)
            return reply.send(faultFailed(removed.error()));
        return sendAudited({.action = QStringLiteral("fault.removed"), .subject = maskedFaultId(id)}, deleted(1),
                           reply);
    }
    const Result<int> cleared = m_faults->clear();
    if (!cleared)
        return reply.send(faultFailed(cleared.error()));
    if (*cleared == 0)
        return reply.send(json(deleted(0)));
    sendAudited({.action = QStringLiteral("faults.cleared"), .detail = QString::number(*cleared)},
                deleted(*cleared), reply);
}

void SandboxEndpoints::sendAudited(const AuditRecord &deed, const QByteArray &body, const Reply &reply)
{
    m_audit(deed, [body, reply](const Result<void> &written) {
        reply.send(written ? json(body)
                           : HttpResponse::detail(503, u"It was done, but the audit trail could not take it."));
    });
}

} // namespace smsauth
