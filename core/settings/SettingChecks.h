// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

// What single values have to look like. Each check returns the value in its normal form, or nothing when it is not
// acceptable. Pure functions, thread-safe; nothing here looks at the network or the disk.
namespace smsauth::checks {

std::optional<QString> anyText(const QString &text);     ///< one line, at most 250 characters
std::optional<QString> answerText(const QString &text);  ///< as above, not empty
std::optional<QString> messageText(const QString &text); ///< 1–1000 characters, line breaks allowed
std::optional<QString> digits(const QString &text);      ///< 1–10 ASCII digits
std::optional<QString>
country(const QString &text); ///< an ISO country that has phone numbers, in upper case after this
std::optional<QString> optionalCountry(const QString &text); ///< as above, or empty
std::optional<QString> identifier(const QString &text); ///< a field's name: letter or _, then letters, digits, _
std::optional<QString> providerId(const QString &text); ///< letters, digits, - and _, at most 64
std::optional<QString> host(const QString &text);       ///< "localhost" or an address, without brackets
std::optional<QString> hostName(const QString &text);   ///< a DNS name in lower case, without port
std::optional<QString> network(const QString &text);    ///< an address, or address/length with length > 0
std::optional<QString> origin(const QString &text);     ///< http(s)://host[:port] (RFC 6454 §6.2)
std::optional<QString> path(const QString &text);       ///< no leading slash, one trailing slash, or empty
std::optional<QString> gatewayUrl(const QString &text); ///< http(s) with a host, without user, password, fragment
std::optional<QString> database(const QString &text);   ///< a file; servers are not supported
std::optional<QString> timeOfDay(const QString &text);  ///< "00:00" to "23:59", or empty
std::optional<QString> filePath(const QString &text);   ///< any path without control characters
std::optional<QString> phone(const QString &text);      ///< a valid international number, as E.164

/// The address (or "localhost") can be reached from this machine alone.
bool isLoopback(const QString &host);
/// A specific address of a private network: RFC 1918, RFC 4193, link-local. Not loopback, not "all addresses".
bool isPrivate(const QString &host);

} // namespace smsauth::checks
