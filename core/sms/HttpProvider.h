// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/HttpProviderReply.h"
#include "core/sms/HttpProviderRequest.h"

#include <QMap>

namespace smsauth {

/// A gateway as a file in the format `sms-http/1` describes it. Read and checked by loadHttpProvider().
struct HttpProviderDescription
{
    struct Variable
    {
        QString name;
        QString label;
        Template defaultValue; ///< may name other variables
        QString defaultText;   ///< as written, for the form
        bool secret = false;
    };
    struct Check
    {
        RequestTemplate request;
        ReplyCondition ok;
    };
    struct Balance
    {
        RequestTemplate request;
        ReplyPointer amount;
        std::optional<ReplyPointer> currencyPointer;
        QString currency; ///< when it is no pointer: "RUB"
    };
    /// How the gateway's delivery report is read. Kept for the endpoint that will take reports.
    struct Report
    {
        enum class Encoding { Form, JsonBody, Query };
        Encoding encoding = Encoding::Form;
        QString id;
        QString state;
        QString code;
        QMap<QString, QString> states; ///< the gateway's word → queued | sent | delivered | failed
        QString signatureKind;         ///< empty: not signed
        Template signatureKey;
        QList<ReplyRules::Rule> rules;
    };

    QString title;
    QList<Variable> variables; ///< in the order of the file
    RequestTemplate send;
    ReplyRules reply;
    std::optional<Check> check;
    std::optional<Balance> balance;
    std::optional<Report> report;
};

/// A gateway described by data. Immutable; thread-safe.
///
/// Besides the variables of the description the values may hold "url": the whole URL to send to, in place of the
/// description's (SMS_AUTH_PROVIDER_URL with a path). "base" is then that URL's host, whatever else was given.
class HttpProvider final : public SmsProvider
{
public:
    HttpProvider(QString id, HttpProviderDescription description);

    QString id() const override { return m_id; }
    QString title() const override { return m_description.title; }
    QList<ProviderField> fields() const override;
    Result<ProviderRequest> request(const OutgoingSms &sms, const ProviderValues &values) const override;
    Verdict verdict(const OutgoingSms &sms, const ProviderReply &reply) const override;
    bool canCheck() const override { return m_description.check.has_value(); }
    std::optional<Result<ProviderRequest>> checkRequest(const ProviderValues &values) const override;
    QString checkVerdict(const ProviderReply &reply) const override;
    bool hasBalance() const override { return m_description.balance.has_value(); }
    std::optional<Result<ProviderRequest>> balanceRequest(const ProviderValues &values) const override;
    BalanceReply balanceOf(const ProviderReply &reply) const override;

    const HttpProviderDescription &description() const { return m_description; }
    /// to, text, id, ttl, report_url, alphabet.
    static const QStringList &builtInNames();
    static TemplateValues messageValues(const OutgoingSms &sms);

private:
    TemplateValues effectiveValues(const ProviderValues &values) const;
    Result<void> requireValues(const RequestTemplate &request, const TemplateValues &values, bool urlGiven) const;
    QString refusalOf(const ProviderReply &reply, const ReplyBody &body) const;

    QString m_id;
    HttpProviderDescription m_description;
};

} // namespace smsauth
