// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"
#include "core/sms/TemplateTree.h"

namespace smsauth {

/// A request of a gateway as its description has it: `send`, `check`, `balance`.
struct RequestTemplate
{
    enum class AuthKind { None, Basic, Bearer, Scheme, Header };
    struct Auth
    {
        AuthKind kind = AuthKind::None;
        QByteArray word; ///< Scheme: the word; Header: the name
        Template user;   ///< Basic
        Template secret;
    };
    using Fields = QList<QPair<QString, TemplateTree>>;

    QByteArray method;
    Template url;
    Auth auth;
    Fields query;
    Fields headers;
    std::optional<Fields> form;
    std::optional<TemplateTree> json;

    /// Names without which the gateway would not know us.
    QStringList credentialNames() const { return auth.user.names() + auth.secret.names(); }
    QStringList names() const;
};

/// Puts the values in. `wholeUrl`, when not empty, replaces the URL (the query is still added). Values are
/// percent-encoded in URLs and forms; a CR, LF or NUL in a header is refused.
/// Errors: InvalidInput, detail names the place.
Result<ProviderRequest> buildRequest(const RequestTemplate &request, const TemplateValues &values,
                                     const QString &wholeUrl = {});

/// An absolute http or https URL without credentials and fragment. Errors: InvalidInput.
Result<QUrl> parseGatewayUrl(const QString &text);

/// What may be a header's name (RFC 9110 §5.6.2) and is not the client's own business (Host, Content-Length, …).
bool isUsableHeaderName(const QByteArray &name);

} // namespace smsauth
