// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowLane.h"

#include "core/base/JsonWriter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostWords = 200;

QByteArray endpoint(const FlowTarget &target, const QString &name)
{
    QUrl url = target.server;
    url.setPath(u'/' + target.path + name);
    return url.path(QUrl::FullyEncoded).toLatin1();
}

} // namespace

FlowLane::FlowLane(const FlowRunOptions &options, const QList<QSslCertificate> &trusted, Listener listener)
    : m_options(options)
    , m_signInPath(endpoint(options.target, u"sign-in/"_s))
    , m_verifyPath(endpoint(options.target, u"auth/"_s))
    , m_listener(std::move(listener))
    , m_connection(options.target.server, trusted)
{
}

void FlowLane::begin(int index, const QString &phone)
{
    m_busy = true;
    m_outcome = {};
    m_outcome.index = index;
    m_phone = phone;
    m_code.clear();
    signIn();
}

void FlowLane::abort()
{
    m_busy = false;
    m_connection.abort();
}

void FlowLane::signIn()
{
    step(FlowStep::SignIn, m_signInPath, JsonObjectWriter().add(u"phone_number", m_phone).finish(),
         m_options.deadline, [this](const RunAnswer &) { awaitCode(); });
}

void FlowLane::awaitCode()
{
    const QByteArray target = "/sandbox/messages/wait?phone=" + QUrl::toPercentEncoding(m_phone) +
                              "&timeout=" + QByteArray::number(qint64(m_options.codeWait.count()));
    step(FlowStep::CodeArrival, target, {}, m_options.deadline + m_options.codeWait,
         [this](const RunAnswer &answer) {
             verify(QJsonDocument::fromJson(answer.body).object().value("code"_L1).toString());
         });
}

void FlowLane::verify(const QString &code)
{
    m_code = code;
    step(FlowStep::Verify, m_verifyPath,
         JsonObjectWriter().add(u"phone_number", m_phone).add(u"code", code).finish(), m_options.deadline,
         [this](const RunAnswer &) {
             m_busy = false;
             m_listener.passed(m_outcome);
         });
}

void FlowLane::step(FlowStep step, const QByteArray &target, const QByteArray &body, milliseconds deadline,
                    std::function<void(const RunAnswer &)> next)
{
    m_connection.send(target, body, deadline, [this, step, next = std::move(next)](const RunAnswer &answer) {
        m_outcome.took[size_t(step)] = answer.duration;
        if (!answer.succeeded())
            return fail(step, answer);
        m_listener.stepPassed(step, answer.duration);
        next(answer);
    });
}

void FlowLane::fail(FlowStep step, const RunAnswer &answer)
{
    QString words = answer.status == 0 ? answer.failure : wordsIn(answer.body);
    // The same words for every number, and no number or code in a report.
    words.replace(m_phone, u"(number)"_s);
    if (!m_code.isEmpty())
        words.replace(m_code, u"(code)"_s);
    m_busy = false;
    m_listener.failed(m_outcome, step, answer.status, words.simplified().left(MostWords));
}

} // namespace smsauth
