// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace smsauth {

/// A description of a gateway taken apart into the fields of a form, all of them text. What a form has no field for
/// (delivery reports, notes, rules over fields of the reply) stays in the text that it is written back into.
struct GatewayForm
{
    struct Variable
    {
        QString name;
        QString label;
        QString defaultValue;
        bool secret = false;
        friend bool operator==(const Variable &, const Variable &) = default;
    };
    /// value: text with placeholders, or a JSON object with value and when or unless.
    struct Pair
    {
        QString name;
        QString value;
        friend bool operator==(const Pair &, const Pair &) = default;
    };
    struct Request
    {
        enum class Auth { None, Basic, Bearer, Scheme, Header };
        enum class Body { None, Form, Json };
        QString method = QStringLiteral("POST");
        QString url;
        Auth auth = Auth::None;
        QString authFirst; ///< Basic: the login; Scheme: the word; Header: its name
        QString authSecret;
        QList<Pair> query;
        QList<Pair> headers;
        Body body = Body::None;
        QList<Pair> form;
        QString json; ///< the body as JSON
        friend bool operator==(const Request &, const Request &) = default;
    };
    /// What a good answer looks like.
    struct Condition
    {
        QString status;     ///< "200, 201"
        QList<Pair> fields; ///< JSON pointer → pattern; an empty pattern: it must not be there
        QString body;       ///< pattern
        friend bool operator==(const Condition &, const Condition &) = default;
    };
    struct Rule
    {
        QString status;
        QString code; ///< "21211, 21610"
        QString body;
        QString is;
        QString rest; ///< JSON of what no field shows; goes along with the rule
        friend bool operator==(const Rule &, const Rule &) = default;
    };

    QString title;
    QList<Variable> variables;
    Request send;
    bool textReply = false; ///< replies are not JSON
    Condition sent;
    QString messageId; ///< a JSON pointer, or JSON: a list of them, {"re": "…"}
    QString code;
    QString error;
    QList<Rule> rules;
    bool hasCheck = false;
    Request check;
    Condition checkOk;
    bool hasBalance = false;
    Request balance;
    QString amount;
    QString currency;
    friend bool operator==(const GatewayForm &, const GatewayForm &) = default;
};

/// As far as the text has what belongs there; the rest is empty. Errors: InvalidInput (no JSON object at all).
Result<GatewayForm> readGatewayForm(const QByteArray &text);

/// The text with what the form says in it; what has not changed stays as it was. Not checked: that is the loader's
/// business. Errors: InvalidInput ("/send/json: line 3: …", where a field has to be JSON and is not).
Result<QByteArray> writeGatewayForm(const GatewayForm &form, const QByteArray &text);

/// A small description that is valid, to begin with.
QByteArray newGatewayText(const QString &title);

} // namespace smsauth
