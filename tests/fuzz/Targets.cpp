// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Targets.h"

#include "core/auth/TokenService.h"
#include "core/base/Json.h"
#include "core/base/JsonWriter.h"
#include "core/http/AddressList.h"
#include "core/http/ClientAddress.h"
#include "core/http/FormBody.h"
#include "core/http/HttpLimits.h"
#include "core/http/RequestHead.h"
#include "core/http/SandboxQuery.h"
#include "core/model/LogFilter.h"
#include "core/settings/SettingChecks.h"
#include "core/settings/Settings.h"
#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"
#include "core/sms/FaultRules.h"
#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderLoader.h"
#include "core/sms/MessageText.h"
#include "core/sms/Template.h"
#include "core/storage/LogCondition.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/ManualClock.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

void requestHead(const QByteArray &input)
{
    const HttpLimits limits;
    const HeadVerdict whole = checkRequestHead(input, limits);
    if (whole.kind == HeadVerdict::Kind::Refused)
        require(whole.status >= 400 && whole.status <= 505);
    if (whole.kind != HeadVerdict::Kind::Valid)
        return;
    require(whole.head.size > 0 && whole.head.size <= input.size() && whole.head.size <= limits.head);
    require(whole.head.contentLength >= 0 && whole.head.contentLength <= limits.body);
    // What arrives in pieces means the same as what arrives at once.
    require(checkRequestHead(input.first(whole.head.size), limits).kind == HeadVerdict::Kind::Valid);
    require(checkRequestHead(input.first(whole.head.size - 1), limits).kind == HeadVerdict::Kind::Incomplete);
}

void json(const QByteArray &input)
{
    const Result<JsonValue> value = readJson(input);
    if (!value)
        return;
    // What we take, others take as well: nobody behind us reads something else.
    QJsonParseError error;
    QJsonDocument::fromJson("[" + input + "]", &error);
    require(error.error == QJsonParseError::NoError);
    if (const QString *text = value->asText()) {
        const Result<JsonValue> again = readJson(jsonString(*text));
        require(again && *again->asText() == *text);
    }
}

void phone(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    for (const QString &region : {QString(), u"RU"_s, u"US"_s}) {
        const Result<PhoneNumber> parsed = PhoneNumber::parse(text, region);
        if (!parsed)
            continue;
        const QString e164 = parsed->e164();
        require(e164.startsWith(u'+') && e164.size() >= 5 && e164.size() <= 16);
        const Result<PhoneNumber> again = PhoneNumber::parse(e164);
        require(again && again->e164() == e164);
    }
}

void segmenter(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const Segments segments = smsauth::segments(text);
    require((segments.count == 0) == text.isEmpty());
    require(segments.units >= text.size() && segments.leftInLast >= 0);
    require(segments.units <= segments.count * (segments.gsm ? 160 : 70));
}

/// The code, a line end, the text of the settings.
void messageTemplate(const QByteArray &input)
{
    const qsizetype line = input.indexOf('\n');
    const std::optional<QString> code =
        checks::digits(QString::fromUtf8(input.first(std::max<qsizetype>(0, line))));
    const std::optional<QString> pattern = checks::messageText(QString::fromUtf8(input.mid(line + 1)));
    if (!code || !pattern)
        return;
    Settings settings;
    settings.message = *pattern;
    if (!validate(settings))
        return;
    require(pattern->contains("{code}"_L1));
    const QString text = messageText(*pattern, *code);
    require(text == pattern->split(u"{code}"_s).join(*code)); // each, and what a code makes is not read again
    require(segments(text).count >= 1);
}

/// The text of a template, a line end, the value of all its names.
void providerTemplate(const QByteArray &input)
{
    const qsizetype line = input.indexOf('\n');
    const Result<Template> parsed = Template::parse(QString::fromUtf8(input.first(line < 0 ? input.size() : line)));
    if (!parsed)
        return;
    TemplateValues values;
    for (const QString &name : parsed->names()) {
        require(isVariableName(name));
        values.insert(name, QString::fromUtf8(input.mid(line + 1)));
    }
    const Result<QString> whole = parsed->expand(values);
    const Result<QList<Template::Piece>> pieces = parsed->pieces(values);
    require(whole.ok() == pieces.ok());
    if (!whole)
        return;
    QString joined;
    for (const Template::Piece &piece : *pieces)
        joined += piece.text;
    require(joined == *whole);
    if (parsed->isNumber() && !whole->isEmpty())
        require(readJson(whole->toUtf8()).ok()); // stands in a body without quotation marks
}

void logFilter(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const ParsedLogFilter parsed = parseLogFilter(text);
    for (const LogFilterProblem &problem : parsed.problems) {
        require(problem.start >= 0 && problem.length > 0 && problem.start + problem.length <= text.size());
        require(!describe(problem).isEmpty());
    }
    const LogFilter &filter = parsed.filter;
    require(filter.terms.size() <= LogFilter::MostTerms);
    require(!filter.last || (filter.last->count() > 0 && *filter.last <= LogFilter::LongestLast));
    for (const LogTerm &term : filter.terms) {
        require(term.field == LogTerm::Field::Verified || !term.states.isEmpty() || !term.values.isEmpty());
        for (const QString &value : term.values)
            require(!value.isEmpty());
    }
    // Whatever was typed is a value, never SQL.
    const SqlCondition condition = logCondition(filter, 0, 1000, fromMs(1'700'000'000'000));
    require(condition.sql.count(u'?') == condition.values.size());
    require(std::all_of(condition.sql.begin(), condition.sql.end(), [](QChar c) { return c.unicode() < 128; }));
    canMatch(filter);
}

void faultRule(const QByteArray &input)
{
    const Timestamp now = fromMs(1'700'000'000'000);
    const Result<JsonValue> json = readJson(input);
    if (!json)
        return;
    const Result<FaultRule> rule = faultFromJson(*json, u"US"_s, now);
    if (!rule || !checkFault(*rule, Settings()))
        return;
    // What is kept in faults.json is read as the same rule at the next start.
    const Result<JsonValue> written = readJson(faultJson(*rule));
    require(written.ok());
    const Result<FaultRule> again = faultFromJson(*written, {}, now);
    require(again && *again == *rule);
    require(FaultEffect::fromStored(rule->effect.stored()) == rule->effect);
}

void urlEncodedForm(const QByteArray &input)
{
    if (const Result<JsonValue> form = readUrlEncodedForm(input))
        require(form->isObject());
}

void multipartForm(const QByteArray &input)
{
    const qsizetype line = input.indexOf('\n');
    const QByteArray type = line < 0 ? QByteArrayLiteral("multipart/form-data; boundary=x") : input.first(line);
    if (const Result<JsonValue> form = readMultipartForm(input.mid(line + 1), type))
        require(form->isObject());
}

const OutgoingSms sampleSms{.id = u"m1"_s,
                            .to = PhoneNumber::fromStored(u"+12025550101"_s),
                            .text = u"Your auth code: 4821"_s,
                            .timeToLive = seconds(60),
                            .reportUrl = {}};

ProviderValues sampleValues(const SmsProvider &provider)
{
    ProviderValues values;
    for (const ProviderField &field : provider.fields()) {
        if (field.secret)
            values.secrets.insert(field.name, Secret(QByteArrayLiteral("s\"e&c\r\nret")));
        else
            values.plain.insert(field.name,
                                field.name == "base"_L1 ? u"https://gateway.example"_s : u"v\"a<l&ue"_s);
    }
    return values;
}

void providerFile(const QByteArray &input)
{
    const auto provider = loadHttpProvider(u"fuzzed"_s, input);
    if (!provider)
        return;
    const Result<ProviderRequest> request = (*provider)->request(sampleSms, sampleValues(**provider));
    if (!request)
        return;
    require(request->url.scheme() == "http"_L1 || request->url.scheme() == "https"_L1);
    for (const auto &[name, value] : request->headers)
        require(!name.contains('\r') && !name.contains('\n') && !value.contains('\r') && !value.contains('\n'));
}

void providerReply(const QByteArray &input)
{
    static const QList<std::shared_ptr<const HttpProvider>> providers = [] {
        QList<std::shared_ptr<const HttpProvider>> list;
        for (const QString &id : {u"twilio"_s, u"megafon"_s, u"smsaero"_s, u"http"_s, u"smsru"_s, u"vonage"_s}) {
            QFile file(u":/smsauth/providers/%1.json"_s.arg(id));
            require(file.open(QIODevice::ReadOnly));
            const auto provider = loadHttpProvider(id, file.readAll());
            require(provider.ok());
            list.append(*provider);
        }
        return list;
    }();
    ProviderReply reply;
    reply.status = input.isEmpty() ? 200 : 100 + uchar(input.front()) * 2;
    reply.body = input.mid(1);
    for (const auto &provider : providers) {
        const Verdict verdict = provider->verdict(sampleSms, reply);
        if (reply.status >= 400)
            require(verdict.kind != Verdict::Kind::Sent && verdict.kind != Verdict::Kind::Delivered);
        provider->checkVerdict(reply);
    }
}

void settingsImport(const QByteArray &input)
{
    const Result<ImportedSettings> imported = importSettings(input);
    if (!imported)
        return;
    for (auto secret = imported->secrets.begin(); secret != imported->secrets.end(); ++secret)
        require(!imported->settings.contains(secret.key()));
}

void token(const QByteArray &input)
{
    static ManualClock clock;
    static FixedRandom random;
    static const auto make = [](TokenAlgorithm algorithm) {
        Settings settings;
        settings.tokenAlgorithm = algorithm;
        auto made = TokenService::create(settings, TokenService::makeKey(algorithm, random), clock, random);
        return std::move(made.value());
    };
    static const std::unique_ptr<TokenService> hs256 = make(TokenAlgorithm::HS256);
    static const std::unique_ptr<TokenService> es256 = make(TokenAlgorithm::ES256);
    // Nobody without the key writes a token that is taken.
    require(!hs256->verify(QString::fromUtf8(input)));
    require(!es256->verify(QString::fromUtf8(input)));
}

void proxyHeaders(const QByteArray &input)
{
    const qsizetype line = input.indexOf('\n');
    const auto proxies = AddressList::parse(
        QString::fromUtf8(input.first(std::max<qsizetype>(0, line))).split(u',', Qt::SkipEmptyParts));
    const QHostAddress peer(u"10.0.0.1"_s);
    const QString address = clientAddress(peer, input.mid(line + 1), proxies ? *proxies : AddressList());
    // Whatever the header says, a limit is counted for an address.
    require(!QHostAddress(address).isNull() || address.isEmpty());
}

void sandboxQuery(const QByteArray &input)
{
    SandboxQuery query(QString::fromUtf8(input), u"US"_s);
    query.phone(SandboxQuery::Phone::Optional);
    const int limit = query.limit();
    query.since();
    const milliseconds timeout = query.timeout();
    if (query.ok()) {
        require(limit >= 1 && limit <= SandboxQuery::MaxLimit);
        require(timeout.count() >= 0 && timeout <= SandboxQuery::MaxTimeout);
    }
}

constexpr FuzzTarget targets[] = {
    {"request-head", requestHead},
    {"json", json},
    {"phone", phone},
    {"segmenter", segmenter},
    {"message-template", messageTemplate},
    {"provider-template", providerTemplate},
    {"log-filter", logFilter},
    {"fault-rule", faultRule},
    {"url-encoded-form", urlEncodedForm},
    {"multipart-form", multipartForm},
    {"provider-file", providerFile},
    {"provider-reply", providerReply},
    {"settings-import", settingsImport},
    {"token", token},
    {"proxy-headers", proxyHeaders},
    {"sandbox-query", sandboxQuery},
};

} // namespace

std::span<const FuzzTarget> fuzzTargets()
{
    return targets;
}

} // namespace smsauth
