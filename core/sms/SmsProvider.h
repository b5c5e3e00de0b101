// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"
#include "core/base/Secret.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QUrl>
#include <optional>

namespace smsauth {

/// One message as a gateway gets it.
struct OutgoingSms
{
    QString id; ///< ours, the same for every attempt: what makes a retry idempotent; ≤ 16 characters
    PhoneNumber to;
    QString text;
    seconds timeToLive{0}; ///< until the code expires, > 0
    QString reportUrl;     ///< empty: no delivery reports wanted
};

struct ProviderRequest
{
    QByteArray method;                            ///< "POST", "GET"
    QUrl url;                                     ///< absolute, http or https
    QList<QPair<QByteArray, QByteArray>> headers; ///< no CR, LF or NUL
    QByteArray body;
};

struct ProviderReply
{
    enum class Transport {
        Answered, ///< status, headers and body are valid
        NotSent,  ///< no connection, TLS refused: the gateway has certainly not seen the message
        NoAnswer, ///< the request went out, the answer did not come: the message may have gone out
        Refused,  ///< our own rules forbid this address; nothing was sent, and trying again does not help
    };
    Transport transport = Transport::Answered;
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                       ///< at most 64 KiB
    QString networkError;                  ///< what the network said; empty when answered
};

/// What a reply means for the message.
struct Verdict
{
    enum class Kind {
        Sent,      ///< accepted by the gateway
        Delivered, ///< on the phone (the simulator; a gateway that answers synchronously)
        Recipient, ///< permanent, this number
        Account,   ///< permanent until the operator acts (credentials, balance, sender name)
        Request,   ///< our description of the gateway is wrong
        Busy,      ///< try again, not before retryAfter
        Unknown,   ///< may have gone out: at most one more try
    };
    Kind kind = Kind::Unknown;
    QString messageId; ///< the gateway's
    QString code;      ///< the gateway's own code
    QString error;     ///< the gateway's own words
    seconds retryAfter{0};
};

/// What is left on the account, or why the gateway does not say.
struct BalanceReply
{
    QString amount;   ///< as the gateway writes it; empty: refused
    QString currency; ///< "USD"; may be empty
    QString refusal;  ///< the gateway's own words
};

/// One field of a gateway's form.
struct ProviderField
{
    QString name; ///< "login", "password", "from", "base", …
    QString label;
    QString defaultValue;
    bool secret = false;
};

/// The values of a gateway's fields at one start: plain settings and opened secrets. Values of secrets never leave
/// the sender thread except in a request.
struct ProviderValues
{
    QHash<QString, QString> plain;
    QHash<QString, Secret> secrets;
};

/// A gateway: two pure functions around a request that SmsSender makes. SmsSender owns threads, sockets, time-outs,
/// retries. Subclass it for a gateway that the data format cannot describe and name the class in ProviderRegistry.
/// All members are called on the sender thread, except the constant descriptions, which are called on any.
class SmsProvider
{
public:
    virtual ~SmsProvider() = default;

    virtual QString id() const = 0;
    virtual QString title() const = 0;
    virtual QList<ProviderField> fields() const = 0;

    /// The request for one message. Errors: SecretMissing, InvalidInput (naming the field).
    virtual Result<ProviderRequest> request(const OutgoingSms &sms, const ProviderValues &values) const = 0;
    virtual Verdict verdict(const OutgoingSms &sms, const ProviderReply &reply) const = 0;

    /// The verdict of a gateway that needs no request: the simulator. None: send request(). Unlike its neighbours
    /// it is called on the storage thread, in the transaction of a whole batch: it must be quick, and answer either
    /// every message or none.
    virtual std::optional<Verdict> deliverLocally(const OutgoingSms &) const { return std::nullopt; }

    /// checkRequest() gives one.
    virtual bool canCheck() const { return false; }
    /// A request without side effects that tells whether the credentials are good; none when the gateway has no
    /// such.
    virtual std::optional<Result<ProviderRequest>> checkRequest(const ProviderValues &) const
    {
        return std::nullopt;
    }
    /// Empty: good. Otherwise the gateway's own words.
    virtual QString checkVerdict(const ProviderReply &) const { return {}; }

    /// balanceRequest() gives one.
    virtual bool hasBalance() const { return false; }
    /// A request without side effects that asks what is left on the account.
    virtual std::optional<Result<ProviderRequest>> balanceRequest(const ProviderValues &) const
    {
        return std::nullopt;
    }
    virtual BalanceReply balanceOf(const ProviderReply &) const { return {}; }
};

} // namespace smsauth
