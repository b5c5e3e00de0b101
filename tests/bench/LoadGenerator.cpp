// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/LoadGenerator.h"

#include <QFile>
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cstring>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace smsauth {

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Connection
{
    int socket = -1;
    QByteArray received;
    SteadyClock::time_point sentAt;
};

int connectTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("the bench cannot connect to port %d", int(port));
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

// The size of the complete answer at the front of the buffer, 0 while something is missing. It copies nothing: the
// client shares the processor with the server that it measures.
qsizetype answerSize(QByteArrayView received)
{
    constexpr QByteArrayView EndOfHead("\r\n\r\n");
    constexpr QByteArrayView LengthName("\r\ncontent-length:");
    const qsizetype end = received.indexOf(EndOfHead);
    if (end < 0)
        return 0;
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    const QByteArrayView head = received.first(end + 2);
    const auto name = std::search(head.begin(), head.end(), LengthName.begin(), LengthName.end(), same);
    if (name == head.end())
        qFatal("an answer without a length");
    const QByteArrayView length(name + LengthName.size(), head.end());
    const qsizetype size = end + EndOfHead.size() + length.first(length.indexOf('\r')).trimmed().toLongLong();
    return received.size() >= size ? size : 0;
}

double quantileMs(const std::vector<float> &sorted, double q)
{
    return sorted.empty() ? 0 : double(sorted[size_t(q * double(sorted.size() - 1))]);
}

} // namespace

LoadResult run(const Load &load)
{
    LoadResult result;
    std::vector<float> times;
    times.reserve(size_t(load.requests));
    std::vector<Connection> connections(size_t(load.connections));
    const int poll = ::epoll_create1(0);
    qint64 sent = 0;
    std::vector<Connection *> idle; // wait until the next request is due

    const auto began = SteadyClock::now();
    const auto isDue = [&] {
        const std::chrono::duration<double> elapsed = SteadyClock::now() - began;
        return load.perSecond <= 0 || double(sent) < elapsed.count() * load.perSecond;
    };
    const QByteArray head =
        "POST " + load.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ";
    QByteArray request = head;
    const auto send = [&](Connection &connection) {
        if (sent == load.requests)
            return;
        if (!isDue()) {
            idle.push_back(&connection);
            return;
        }
        const QByteArray body = load.body(sent++);
        request.resize(head.size());
        request.append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
        connection.sentAt = SteadyClock::now();
        if (::send(connection.socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
            qFatal("the bench cannot send");
    };

    for (Connection &connection : connections) {
        connection.socket = connectTo(load.port);
        epoll_event event{.events = EPOLLIN, .data = {.ptr = &connection}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, connection.socket, &event);
        send(connection);
    }
    std::array<epoll_event, 64> events;
    std::array<char, 16384> buffer;
    while (result.answers < load.requests) {
        for (; !idle.empty() && isDue(); idle.pop_back())
            send(*idle.back());
        const bool waits = !idle.empty() && sent < load.requests;
        const int ready = ::epoll_wait(poll, events.data(), int(events.size()), waits ? 1 : 10000);
        if (ready == 0 && waits)
            continue;
        if (ready <= 0)
            qFatal("no answer within 10 s; %lld of %lld arrived", result.answers, load.requests);
        for (int i = 0; i < ready; ++i) {
            auto &connection = *static_cast<Connection *>(events[size_t(i)].data.ptr);
            const ssize_t count = ::recv(connection.socket, buffer.data(), buffer.size(), 0);
            if (count <= 0)
                qFatal("the server closed a connection after %lld answers", result.answers);
            connection.received.append(buffer.data(), count);
            const qsizetype size = answerSize(connection.received);
            if (size == 0)
                continue;
            const std::chrono::duration<float, std::milli> took = SteadyClock::now() - connection.sentAt;
            times.push_back(took.count());
            if (QByteArrayView(connection.received).sliced(9, 3).toInt() != load.wantedStatus &&
                result.unexpected++ == 0)
                result.firstUnexpected = connection.received.first(size);
            connection.received.remove(0, size); // keeps its memory
            ++result.answers;
            send(connection);
        }
    }
    result.seconds = std::chrono::duration<double>(SteadyClock::now() - began).count();
    for (const Connection &connection : connections)
        ::close(connection.socket);
    ::close(poll);

    std::sort(times.begin(), times.end());
    result.p50Ms = quantileMs(times, 0.5);
    result.p99Ms = quantileMs(times, 0.99);
    result.maxMs = times.empty() ? 0 : double(times.back());
    return result;
}

} // namespace smsauth
