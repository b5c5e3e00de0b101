// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/AuthEndpoints.h"

#include "core/http/Negotiation.h"
#include "core/http/RequestBody.h"

namespace smsauth {

namespace {

struct Credentials
{
    QByteArray scheme; ///< lower case; empty when there are none
    QString value;
};

/// RFC 9110 §11.4
Credentials credentialsOf(const HttpRequest &request)
{
    const QByteArray header = request.header("Authorization").trimmed();
    const qsizetype space = header.indexOf(' ');
    if (space < 0)
        return {header.toLower(), {}};
    return {header.first(space).toLower(), QString::fromLatin1(header.sliced(space + 1).trimmed())};
}

QString bearerOf(const HttpRequest &request)
{
    const Credentials credentials = credentialsOf(request);
    return credentials.scheme == "bearer" ? credentials.value : QString();
}

/// The library's words for credentials that are no good; here none can be, as users have no passwords.
QString basicProblem(const QString &credentials)
{
    if (credentials.isEmpty())
        return QStringLiteral("Invalid basic header. No credentials provided.");
    if (credentials.contains(u' '))
        return QStringLiteral("Invalid basic header. Credentials string should not contain spaces.");
    return QStringLiteral("Invalid username/password.");
}

} // namespace

AuthEndpoints::AuthEndpoints(const HttpContext &context)
    : m_settings(context.settings)
    , m_service(context.auth)
    , m_answers(context.settings)
{
}

void AuthEndpoints::addTo(Router &router)
{
    const auto anyone = [this](const HttpRequest &request) { return checkAnyone(request); };
    const auto user = [this](const HttpRequest &request) { return checkUser(request); };
    addEndpoint(
        router, QStringLiteral("sign-in"),
        [this](const HttpRequest &request, const Reply &reply) { signIn(request, reply); }, anyone);
    addEndpoint(
        router, QStringLiteral("auth"),
        [this](const HttpRequest &request, const Reply &reply) { auth(request, reply); }, anyone);
    addEndpoint(
        router, QStringLiteral("change-phonenumber"),
        [this](const HttpRequest &request, const Reply &reply) { changePhoneNumber(request, reply); }, user);
}

void AuthEndpoints::addEndpoint(Router &router, const QString &name, Endpoint::Handler handler,
                                Endpoint::Check check)
{
    Endpoint endpoint;
    endpoint.methods.emplace_back("POST", std::move(handler));
    endpoint.check = std::move(check);
    endpoint.errorBody = [this](int status, QStringView text) { return m_answers.problem(status, text); };
    const QString path = u'/' + m_settings.path + name;
    router.add(path, endpoint);
    router.add(path + u'/', endpoint);
}

std::optional<HttpResponse> AuthEndpoints::checkAnyone(const HttpRequest &request) const
{
    switch (refuseByNegotiation(request)) {
    case 404:
        return m_answers.problem(404, u"Not found.");
    case 406:
        return m_answers.problem(406, u"Could not satisfy the request Accept header.");
    default:
        break;
    }
    const Credentials credentials = credentialsOf(request);
    if (credentials.scheme == "basic")
        return m_answers.notAuthenticated(basicProblem(credentials.value));
    return std::nullopt;
}

std::optional<HttpResponse> AuthEndpoints::checkUser(const HttpRequest &request) const
{
    if (std::optional<HttpResponse> refused = checkAnyone(request))
        return refused;
    if (!m_service.checkToken(bearerOf(request)))
        return m_answers.notAuthenticated();
    return std::nullopt;
}

void AuthEndpoints::signIn(const HttpRequest &request, const Reply &reply)
{
    const RequestBody body = readRequestBody(request);
    if (body.status != 0)
        return reply.send(m_answers.problem(body.status, body.problem));
    FieldReader fields(body.data);
    const std::optional<PhoneNumber> phone = fields.phone(QStringLiteral("phone_number"), m_settings.region);
    if (!fields.ok())
        return reply.send(m_answers.problems(fields.problems()));
    m_service.start(*phone, request.clientAddress, [this, reply](const Result<void> &started) {
        reply.sendFrom([&] { return started ? m_answers.accepted() : m_answers.error(started.error()); });
    });
}

void AuthEndpoints::auth(const HttpRequest &request, const Reply &reply)
{
    const RequestBody body = readRequestBody(request);
    if (body.status != 0)
        return reply.send(m_answers.problem(body.status, body.problem));
    FieldReader fields(body.data);
    const std::optional<PhoneNumber> phone = fields.phone(QStringLiteral("phone_number"), m_settings.region);
    const std::optional<QString> code = fields.code(QStringLiteral("code"));
    if (!fields.ok())
        return reply.send(m_answers.problems(fields.problems()));
    m_service.complete(*phone, *code, bearerOf(request), [this, reply](const Result<SignedIn> &signedIn) {
        reply.sendFrom(
            [&] { return signedIn ? m_answers.signedIn(*signedIn) : m_answers.error(signedIn.error()); });
    });
}

void AuthEndpoints::changePhoneNumber(const HttpRequest &request, const Reply &reply)
{
    const RequestBody body = readRequestBody(request);
    if (body.status != 0)
        return reply.send(m_answers.problem(body.status, body.problem));
    FieldReader fields(body.data);
    const std::optional<PhoneNumber> phone = fields.phone(QStringLiteral("new_phone_number"), m_settings.region);
    if (!fields.ok())
        return reply.send(m_answers.problems(fields.problems()));
    m_service.startChange(
        bearerOf(request), *phone, request.clientAddress, [this, reply](const Result<void> &started) {
            reply.sendFrom([&] { return started ? m_answers.accepted() : m_answers.error(started.error()); });
        });
}

} // namespace smsauth
