// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <memory>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

// Every difference between the Qt versions that the project builds with (6.4 and 6.8 onwards) stands here, and
// nothing else in the tree asks for the version.

namespace smsauth::compat {

/// Name and value of the header lines, in the order in which they came.
using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

inline HeaderList headers(const QHttpServerRequest &request)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return request.headers().toListOfPairs();
#else
    return request.headers();
#endif
}

/// Lets the server take connections from the listening one and own it.
inline bool bind(QHttpServer &server, std::unique_ptr<QTcpServer> listener)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (!server.bind(listener.get()))
        return false;
    listener.release();
    return true;
#else
    server.bind(listener.release());
    return true;
#endif
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using ResponderArgument = QHttpServerResponder &;
#else
using ResponderArgument = QHttpServerResponder &&;
#endif

/// handler(const QHttpServerRequest &, ResponderArgument) gets every request for which there is no route.
template<class Handler>
void setMissingHandler(QHttpServer &server, Handler handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(&server, [handler](const QHttpServerRequest &request,
                                                QHttpServerResponder &responder) { handler(request, responder); });
#else
    server.setMissingHandler([handler](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        handler(request, std::move(responder));
    });
#endif
}

/// Keeps the server waiting for an answer that comes later. With 6.8 its stream waits for the end of the responder,
/// which must come before the end of the server; 6.4 waits for nothing, and its responder holds a bare pointer to
/// the socket that a client who leaves turns into a crash.
inline std::shared_ptr<void> keepWaiting([[maybe_unused]] ResponderArgument responder)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return std::make_shared<QHttpServerResponder>(std::move(responder));
#else
    return nullptr;
#endif
}

} // namespace smsauth::compat
