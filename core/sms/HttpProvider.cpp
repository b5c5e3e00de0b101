// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProvider.h"

#include "core/sms/MessageText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

HttpProvider::HttpProvider(QString id, HttpProviderDescription description)
    : m_id(std::move(id))
    , m_description(std::move(description))
{
}

const QStringList &HttpProvider::builtInNames()
{
    static const QStringList names{u"to"_s, u"text"_s, u"id"_s, u"ttl"_s, u"report_url"_s, u"alphabet"_s};
    return names;
}

QList<ProviderField> HttpProvider::fields() const
{
    QList<ProviderField> result;
    for (const HttpProviderDescription::Variable &variable : m_description.variables)
        result.append({variable.name, variable.label, variable.defaultText, variable.secret});
    return result;
}

TemplateValues HttpProvider::messageValues(const OutgoingSms &sms)
{
    return {{u"to"_s, sms.to.e164()},
            {u"text"_s, sms.text},
            {u"id"_s, sms.id},
            {u"ttl"_s, QString::number(sms.timeToLive.count())},
            {u"report_url"_s, sms.reportUrl},
            {u"alphabet"_s, segments(sms.text).gsm ? u"gsm"_s : u"ucs2"_s}};
}

TemplateValues HttpProvider::effectiveValues(const ProviderValues &values) const
{
    TemplateValues result;
    const QUrl wholeUrl(values.plain.value(u"url"_s), QUrl::StrictMode);
    QList<const HttpProviderDescription::Variable *> open;
    for (const HttpProviderDescription::Variable &variable : m_description.variables) {
        const QString given = variable.secret ? QString::fromUtf8(values.secrets.value(variable.name).reveal())
                                              : values.plain.value(variable.name);
        // What a form hands back untouched is still the default, with its placeholders.
        if (!given.isEmpty() && given != variable.defaultText)
            result.insert(variable.name, given);
        else
            open.append(&variable);
    }
    // A default may stand on another default; the loader has refused circles, so every round settles at least one.
    while (!open.isEmpty()) {
        const auto waits = [&](const HttpProviderDescription::Variable *variable) {
            const QStringList names = variable->defaultValue.names();
            return std::any_of(open.begin(), open.end(),
                               [&](const auto *other) { return names.contains(other->name); });
        };
        const auto ready = std::find_if_not(open.begin(), open.end(), waits);
        if (ready == open.end())
            break;
        const Result<QString> text = (*ready)->defaultValue.expand(result);
        if (text)
            result.insert((*ready)->name, *text);
        open.erase(ready);
    }
    // The whole URL to send to was given: credentials must not go to another host for a check either.
    if (wholeUrl.isValid() && !wholeUrl.isEmpty())
        result.insert(u"base"_s, wholeUrl.resolved(QUrl(u"/"_s)).toString(QUrl::FullyEncoded));
    return result;
}

Result<void> HttpProvider::requireValues(const RequestTemplate &request, const TemplateValues &values,
                                         bool urlGiven) const
{
    const QStringList used = request.names();
    const QStringList required = request.credentialNames() + (urlGiven ? QStringList() : request.url.names());
    for (const HttpProviderDescription::Variable &variable : m_description.variables) {
        if (!values.value(variable.name).isEmpty() || !used.contains(variable.name))
            continue;
        if (variable.secret)
            return {ErrorCode::SecretMissing, u"%1.%2 is not set"_s.arg(m_id, variable.name)};
        if (required.contains(variable.name))
            return {ErrorCode::InvalidInput, u"%1: %2 is not set"_s.arg(m_id, variable.name)};
    }
    return {};
}

Result<ProviderRequest> HttpProvider::request(const OutgoingSms &sms, const ProviderValues &values) const
{
    TemplateValues all = effectiveValues(values);
    const QString wholeUrl = values.plain.value(u"url"_s);
    if (const Result<void> complete = requireValues(m_description.send, all, !wholeUrl.isEmpty()); !complete)
        return complete.error();
    all.insert(messageValues(sms));
    return buildRequest(m_description.send, all, wholeUrl);
}

Verdict HttpProvider::verdict(const OutgoingSms &sms, const ProviderReply &reply) const
{
    return m_description.reply.verdict(reply, messageValues(sms));
}

std::optional<Result<ProviderRequest>> HttpProvider::checkRequest(const ProviderValues &values) const
{
    if (!m_description.check)
        return std::nullopt;
    const TemplateValues all = effectiveValues(values);
    if (const Result<void> complete = requireValues(m_description.check->request, all, false); !complete)
        return Result<ProviderRequest>(complete.error());
    return buildRequest(m_description.check->request, all);
}

QString HttpProvider::checkVerdict(const ProviderReply &reply) const
{
    if (!m_description.check)
        return {};
    if (reply.transport != ProviderReply::Transport::Answered)
        return reply.networkError;
    const ReplyBody body = m_description.reply.read(reply);
    const QString code = ReplyRules::find(m_description.reply.code, body, {});
    if (m_description.check->ok.holds(reply.status, code, body, {}))
        return {};
    return refusalOf(reply, body);
}

QString HttpProvider::refusalOf(const ProviderReply &reply, const ReplyBody &body) const
{
    const QString words = ReplyRules::find(m_description.reply.error, body, {});
    return words.isEmpty() ? u"HTTP status %1 without an explanation"_s.arg(reply.status) : words;
}

std::optional<Result<ProviderRequest>> HttpProvider::balanceRequest(const ProviderValues &values) const
{
    if (!m_description.balance)
        return std::nullopt;
    const TemplateValues all = effectiveValues(values);
    if (const Result<void> complete = requireValues(m_description.balance->request, all, false); !complete)
        return Result<ProviderRequest>(complete.error());
    return buildRequest(m_description.balance->request, all);
}

BalanceReply HttpProvider::balanceOf(const ProviderReply &reply) const
{
    if (!m_description.balance)
        return {};
    if (reply.transport != ProviderReply::Transport::Answered)
        return {{}, {}, reply.networkError};
    const ReplyBody body = m_description.reply.read(reply);
    const HttpProviderDescription::Balance &balance = *m_description.balance;
    const QString amount = balance.amount.read(body, {}).value_or(QString());
    if (reply.status / 100 != 2 || amount.isEmpty())
        return {{}, {}, refusalOf(reply, body)};
    const QString currency =
        balance.currencyPointer ? balance.currencyPointer->read(body, {}).value_or(QString()) : balance.currency;
    return {amount, currency, {}};
}

} // namespace smsauth
