// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>

namespace smsauth {

/// What one connection may cost. QHttpServer has no limits of its own. Tests hand in smaller ones.
struct HttpLimits
{
    using milliseconds = std::chrono::milliseconds;

    int connections = 1024;
    int connectionsPerAddress = 256; ///< IPv6: per /64

    qsizetype head = 8 * 1024;  ///< request line and header lines, in bytes
    qsizetype body = 16 * 1024; ///< in bytes
    qsizetype target = 2048;    ///< path and query, in bytes
    int headerLines = 64;

    milliseconds handshake{5'000}; ///< TLS
    milliseconds receiveHead{10'000};
    milliseconds receiveBody{15'000};
    milliseconds idle{30'000};   ///< between two requests, and before the first one
    milliseconds answer{30'000}; ///< for the handler, unless it asks for more
    milliseconds send{30'000};   ///< for the client to take the answer
    milliseconds drain{1'000};   ///< reading on after a refusal, so that the client gets to read it
    qsizetype drainBytes = 16 * 1024 * 1024;

    milliseconds sweep{250}; ///< how often the deadlines are looked at
};

} // namespace smsauth
