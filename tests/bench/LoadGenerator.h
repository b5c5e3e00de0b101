// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>

namespace smsauth {

/// What one run of the generator saw.
struct LoadResult
{
    qint64 answers = 0;
    qint64 unexpected = 0; ///< answers with another status than wanted
    double seconds = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    double maxMs = 0;
    QByteArray firstUnexpected; ///< the first line and the body of one of them

    double perSecond() const { return seconds > 0 ? double(answers) / seconds : 0; }
};

/// Keeps `connections` HTTP/1.1 connections to a port of this machine busy, one request at a time on each, on the
/// calling thread (epoll), until `requests` were answered.
struct Load
{
    quint16 port = 0;
    int connections = 1;
    qint64 requests = 0;
    QByteArray path;
    std::function<QByteArray(qint64 number)> body; ///< JSON of request 0, 1, …
    int wantedStatus = 200;
    double perSecond = 0; ///< at most so many; 0: as fast as they are answered
};
LoadResult run(const Load &load);

} // namespace smsauth
