// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/Exchange.h"

#include <span>

namespace smsauth {

// The request of an exchange as a piece of program that sends the same bytes: method, address, the headers that
// change what a server does (Content-Type, Authorization), body. Whatever a value holds, it stays one literal: no
// quote, dollar sign or line break in it ends it. Bodies are UTF-8 text, as JSON is.

/// A command for a POSIX shell, one option a line.
QString asCurl(const Exchange &exchange);
/// A command for a POSIX shell; HTTPie 2.5 or later.
QString asHttpie(const Exchange &exchange);
/// fetch(), at the top level of a module.
QString asJavaScript(const Exchange &exchange);
/// The requests library.
QString asPython(const Exchange &exchange);
/// OkHttp 4 or later.
QString asKotlin(const Exchange &exchange);
/// URLSession, Swift 5.5 or later.
QString asSwift(const Exchange &exchange);

struct SnippetKind
{
    QLatin1StringView id;   ///< "curl", "httpie", "javascript", "python", "kotlin", "swift"
    QLatin1StringView name; ///< names of products, the same in every language: "JavaScript (fetch)"
    QString (*write)(const Exchange &exchange);
};
/// All of the above, in this order.
std::span<const SnippetKind> snippetKinds();

} // namespace smsauth
