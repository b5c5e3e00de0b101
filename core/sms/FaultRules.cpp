// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/FaultRules.h"

#include "core/base/JsonWriter.h"
#include "core/settings/SettingChecks.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr seconds LongestLife = std::chrono::days(366);

Error wrong(QLatin1StringView member, const QString &what)
{
    return {ErrorCode::InvalidInput, member + u": "_s + what, {}};
}

bool isDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<void> checkCode(const FaultRule &rule, const Settings &settings)
{
    if (rule.code.isEmpty())
        return {};
    if (rule.effect.outcome == FaultOutcome::Locked)
        return wrong("code"_L1, u"has no meaning with locked, as no code is made"_s);
    if (!isDigits(rule.code) || rule.code.size() != settings.codeLength)
        return wrong("code"_L1, u"a text of %1 digits is required (SMS_AUTH_CODE_LEN)"_s.arg(settings.codeLength));
    // As the debug code: whoever else could reach the server would know the code beforehand.
    if (!checks::isLoopback(settings.host) || !settings.trustedProxies.isEmpty())
        return wrong("code"_L1, u"a fixed code needs a server that listens on loopback only, without a proxy"_s);
    return {};
}

Result<void> checkEffect(const FaultEffect &effect)
{
    const bool isError = effect.outcome == FaultOutcome::ProviderError;
    if (isError && (effect.status < 400 || effect.status > 599))
        return wrong("status"_L1, u"a number from 400 to 599 is required with provider_error"_s);
    if (!isError && effect.status != 0)
        return wrong("status"_L1, u"has a meaning only with provider_error"_s);
    if (effect.delay < milliseconds(0) || effect.delay > FaultEffect::MaxDelay)
        return wrong("delay"_L1, u"seconds from 0 to %1 are required"_s.arg(FaultEffect::MaxDelay.count() / 1000));
    const bool arrives = effect.outcome != FaultOutcome::TimeOut && effect.outcome != FaultOutcome::NeverArrives &&
                         effect.outcome != FaultOutcome::Locked;
    if (effect.delay > milliseconds(0) && !arrives)
        return wrong("delay"_L1, u"has no meaning with "_s + wireName(effect.outcome));
    return {};
}

/// Takes the members of one rule; the first problem counts.
class RuleReader
{
public:
    RuleReader(const JsonValue::Object &members, QString region, Timestamp now)
        : m_members(members)
        , m_region(std::move(region))
        , m_now(now)
    {
    }

    Result<FaultRule> read()
    {
        for (const auto &[name, value] : m_members) {
            const auto reader =
                std::find_if(std::begin(readers), std::end(readers),
                             [&member = name](const Reader &known) { return member == known.name; });
            if (reader == std::end(readers))
                return {ErrorCode::InvalidInput, u"unknown member \"%1\""_s.arg(name.left(40))};
            if (const Result<void> taken = (this->*reader->take)(value); !taken)
                return wrong(reader->name, taken.error().detail);
        }
        if (m_rule.phone.isNull() && m_rule.probability == 0)
            return {ErrorCode::InvalidInput, u"phone or probability is required"_s};
        if (!m_rule.phone.isNull() && m_rule.probability != 0)
            return wrong("probability"_L1, u"belongs to a rule without a phone"_s);
        if (!m_id.isEmpty() && m_id != m_rule.id())
            return wrong("id"_L1, u"follows from the other members and may be left out"_s);
        return m_rule;
    }

private:
    using Taken = Result<void>;
    struct Reader
    {
        QLatin1StringView name;
        Taken (RuleReader::*take)(const JsonValue &value);
    };
    static Error needs(const QString &what) { return {ErrorCode::InvalidInput, what + u" is required"_s, {}}; }

    Taken takeId(const JsonValue &value)
    {
        if (!value.asText())
            return needs(u"a text"_s);
        m_id = *value.asText();
        return {};
    }
    Taken takePhone(const JsonValue &value)
    {
        const Result<PhoneNumber> phone = value.asText() ? PhoneNumber::parse(*value.asText(), m_region)
                                                         : Result<PhoneNumber>(ErrorCode::InvalidPhone);
        if (!phone)
            return needs(u"a valid phone number"_s);
        m_rule.phone = *phone;
        return {};
    }
    Taken takeProbability(const JsonValue &value)
    {
        const qint64 percent = value.asInteger() ? *value.asInteger() : 0;
        if (percent < 1 || percent > 100)
            return needs(u"a whole number of percent from 1 to 100"_s);
        m_rule.probability = int(percent);
        return {};
    }
    Taken takeOutcome(const JsonValue &value)
    {
        const auto outcome = value.asText() ? faultOutcomeFromName(*value.asText()) : std::nullopt;
        if (!outcome)
            return needs(u"delivered, provider_error, time_out, never_arrives, duplicate, out_of_order, expired or "
                         "locked"_s);
        m_rule.effect.outcome = *outcome;
        return {};
    }
    Taken takeStatus(const JsonValue &value)
    {
        const qint64 status = value.asInteger() ? *value.asInteger() : 0;
        if (status < 400 || status > 599)
            return needs(u"a number from 400 to 599"_s);
        m_rule.effect.status = int(status);
        return {};
    }
    Taken takeDelay(const JsonValue &value)
    {
        const double delay = value.asInteger() ? double(*value.asInteger())
                             : value.asFloat() ? *value.asFloat()
                                               : -1;
        const double most = double(FaultEffect::MaxDelay.count()) / 1000;
        if (!(delay >= 0 && delay <= most))
            return needs(u"a number of seconds from 0 to %1"_s.arg(most));
        m_rule.effect.delay = milliseconds(std::llround(delay * 1000));
        return {};
    }
    Taken takeCode(const JsonValue &value)
    {
        // As a number it would have lost its leading zeros.
        if (!value.asText() || value.asText()->isEmpty() || value.asText()->size() > 10 ||
            !isDigits(*value.asText()))
            return needs(u"a text of digits"_s);
        m_rule.code = *value.asText();
        return {};
    }
    Taken takeLimits(const JsonValue &value)
    {
        if (!value.asBool())
            return needs(u"true or false"_s);
        m_rule.limits = *value.asBool();
        return {};
    }
    Taken takeUntil(const JsonValue &value)
    {
        const QDateTime time =
            value.asText() ? QDateTime::fromString(*value.asText(), Qt::ISODateWithMs) : QDateTime();
        if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
            return needs(u"a time with its zone such as 2026-01-01T12:00:00Z"_s);
        return endAt(fromMs(time.toMSecsSinceEpoch()));
    }
    Taken takeFor(const JsonValue &value)
    {
        const qint64 life = value.asInteger() ? *value.asInteger() : 0;
        if (life < 1 || life > LongestLife.count())
            return needs(u"a whole number of seconds from 1 to %1"_s.arg(LongestLife.count()));
        return endAt(m_now + seconds(life));
    }
    Taken endAt(Timestamp end)
    {
        if (m_rule.until)
            return {ErrorCode::InvalidInput, u"only one of until and for is possible"_s};
        m_rule.until = end;
        return {};
    }

    static const Reader readers[10];

    const JsonValue::Object &m_members;
    const QString m_region;
    const Timestamp m_now;
    QString m_id;
    FaultRule m_rule;
};

const RuleReader::Reader RuleReader::readers[10] = {{"id"_L1, &RuleReader::takeId},
                                                    {"phone"_L1, &RuleReader::takePhone},
                                                    {"probability"_L1, &RuleReader::takeProbability},
                                                    {"outcome"_L1, &RuleReader::takeOutcome},
                                                    {"status"_L1, &RuleReader::takeStatus},
                                                    {"delay"_L1, &RuleReader::takeDelay},
                                                    {"code"_L1, &RuleReader::takeCode},
                                                    {"limits"_L1, &RuleReader::takeLimits},
                                                    {"until"_L1, &RuleReader::takeUntil},
                                                    {"for"_L1, &RuleReader::takeFor}};

QByteArray secondsJson(milliseconds time)
{
    return QByteArray::number(double(time.count()) / 1000, 'g', 8);
}

} // namespace

Result<void> checkFault(const FaultRule &rule, const Settings &settings)
{
    if (rule.isForAny() && (rule.probability < 1 || rule.probability > 100))
        return wrong("probability"_L1, u"a number of percent from 1 to 100 is required"_s);
    if (!rule.isForAny() && rule.probability != 0)
        return wrong("probability"_L1, u"belongs to a rule without a phone"_s);
    if (const Result<void> good = checkEffect(rule.effect); !good)
        return good;
    if (const Result<void> good = checkCode(rule, settings); !good)
        return good;
    if (rule.effect == FaultEffect() && rule.code.isEmpty() && rule.limits)
        return {ErrorCode::InvalidInput,
                u"the rule changes nothing: an outcome, a delay, a code or limits = false is "
                "required"_s};
    return {};
}

Result<FaultRule> faultFromJson(const JsonValue &json, const QString &region, Timestamp now)
{
    if (!json.asObject())
        return {ErrorCode::InvalidInput, u"a JSON object is required"_s};
    return RuleReader(*json.asObject(), region, now).read();
}

QByteArray faultJson(const FaultRule &rule)
{
    JsonObjectWriter object;
    object.add(u"id", rule.id());
    if (rule.isForAny())
        object.add(u"probability", qint64(rule.probability));
    else
        object.add(u"phone", rule.phone.e164());
    object.add(u"outcome", QString(wireName(rule.effect.outcome)));
    if (rule.effect.status != 0)
        object.add(u"status", qint64(rule.effect.status));
    object.addRaw(u"delay", secondsJson(rule.effect.delay));
    if (!rule.code.isEmpty())
        object.add(u"code", rule.code);
    object.addBool(u"limits", rule.limits);
    if (rule.until)
        object.add(u"until", toIso(*rule.until));
    return object.finish();
}

QByteArray faultListJson(const QList<FaultRule> &rules)
{
    QByteArray list = "[";
    for (const FaultRule &rule : rules) {
        if (list.size() > 1)
            list += ',';
        list += faultJson(rule);
    }
    return JsonObjectWriter().addRaw(u"faults", list + ']').finish();
}

} // namespace smsauth
