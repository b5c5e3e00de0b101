// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/HttpResponse.h"

#include <QPointer>
#include <chrono>
#include <functional>

namespace smsauth {

class ConnectionGuard;

/// The answer that is owed to one request. May be copied and kept; the first answer counts. Harmless when the
/// client has gone, the time is up or the server has stopped. Server thread.
class Reply
{
public:
    explicit Reply(ConnectionGuard &connection);

    void send(const HttpResponse &response) const;
    /// Sends what the function returns; 500 if it throws. Does not call it when no answer is wanted any more.
    void sendFrom(const std::function<HttpResponse()> &makeResponse) const;

    /// An answer is still wanted.
    bool isWanted() const;
    /// The answer may take this long, from now.
    void mayTake(std::chrono::milliseconds time) const;
    /// Runs once if the client leaves, or the server stops, before the answer.
    void onAbandoned(std::function<void()> action) const;

private:
    QPointer<ConnectionGuard> m_connection;
    quint64 m_request;
};

} // namespace smsauth
