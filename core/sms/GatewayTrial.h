// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/JsonPlace.h"
#include "core/sms/SmsProvider.h"

#include <QMap>

namespace smsauth {

/// What is wrong with a gateway's description, and where.
struct GatewayProblem
{
    QString what;    ///< one English sentence; empty: nothing is wrong
    QString pointer; ///< "/send/url"; empty: it is not JSON at all
    TextPlace place;

    bool isNone() const { return what.isEmpty(); }
};

/// A message to try a description with. Nothing of it leaves the program.
struct GatewaySample
{
    enum class Request { Send, Check, Balance };
    QString id;                   ///< of a gateway whose saved fields are to be used; may be empty
    PhoneNumber to;               ///< null: a number for examples
    QString text;                 ///< empty: a text for examples
    QMap<QString, QString> plain; ///< fields of the gateway; stand-ins where there is none
    Request request = Request::Send;
};

/// The request that would go out, as an HTTP message. Secrets are ••••, always.
struct GatewayPreview
{
    GatewayProblem problem; ///< of the description; everything else is empty then
    QString trouble;        ///< why no request comes about although the description is good
    QString requestLine;    ///< "POST https://…"
    QStringList headers;    ///< "Name: value"
    QString body;
    QStringList standIns; ///< fields without a value, for which something was put in
    bool canCheck = false;
    bool hasBalance = false;
};

/// A reply as somebody pastes it.
struct ReplySample
{
    int status = 200;
    QString headers; ///< lines "Name: value"
    QString body;
    PhoneNumber to; ///< null: as in GatewaySample
};

/// What a reply means to a description, and why.
struct ReplyReading
{
    enum class Ground {
        SentRule, ///< all that `sent` asks for holds
        Rule,     ///< the rule with this number
        Usual,    ///< no rule holds: the meaning that the HTTP status always has
    };
    /// What `sent` asks for and the reply does not have.
    struct Unmet
    {
        enum class What { Status, Field, NoField, Body };
        What what = What::Status;
        QString place;  ///< of a field: its JSON pointer
        QString wanted; ///< the statuses, or the pattern
        QString found;  ///< empty: there is nothing
    };

    GatewayProblem problem; ///< of the description; everything else is empty then
    Verdict verdict;
    Ground ground = Ground::Usual;
    int rule = 0; ///< from 1
    QList<Unmet> unmet;
    bool isJson = false;
};

/// All that loadHttpProvider() finds wrong, with the place in the text.
GatewayProblem checkGatewayText(const QByteArray &text);
/// Where an error of loadHttpProvider() stands in the text.
GatewayProblem gatewayProblemOf(const QByteArray &text, const QString &errorDetail);

/// Built by the code that sends. Pure; thread-safe.
GatewayPreview previewGatewayRequest(const QByteArray &text, const GatewaySample &sample);
/// Read by the code that reads the replies of a gateway. Pure; thread-safe.
ReplyReading readGatewayReply(const QByteArray &text, const ReplySample &reply);

} // namespace smsauth
