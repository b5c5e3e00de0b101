// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/Reply.h"

#include "core/base/Guarded.h"
#include "core/base/Log.h"
#include "core/http/ConnectionGuard.h"

namespace smsauth {

Reply::Reply(ConnectionGuard &connection)
    : m_connection(&connection)
    , m_request(connection.request())
{
}

bool Reply::isWanted() const
{
    return m_connection && m_request != 0 && m_connection->request() == m_request;
}

void Reply::send(const HttpResponse &response) const
{
    if (!isWanted())
        return;
    const AnswerFrame frame{m_connection->isHead(), m_connection->connectionHeader(),
                            m_connection->answerHeaders()};
    m_connection->answer(m_request, serialize(response, frame));
}

void Reply::sendFrom(const std::function<HttpResponse()> &makeResponse) const
{
    // What the function works with may have gone with the server.
    if (!isWanted())
        return;
    const Result<void> made = guarded([&] { send(makeResponse()); });
    if (made)
        return;
    qCWarning(lcHttp).noquote() << "answering failed:" << made.error().detail;
    send(HttpResponse::detail(500, u"Internal error."));
}

void Reply::mayTake(std::chrono::milliseconds time) const
{
    if (isWanted())
        m_connection->extendAnswerTime(time);
}

void Reply::onAbandoned(std::function<void()> action) const
{
    if (isWanted())
        m_connection->onAbandoned(std::move(action));
}

} // namespace smsauth
