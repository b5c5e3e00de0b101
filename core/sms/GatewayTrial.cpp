// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayTrial.h"

#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderFile.h"
#include "core/sms/HttpProviderLoader.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString hidden = u"••••"_s;
const QString trialId = u"trial"_s;

OutgoingSms messageOf(const PhoneNumber &to, const QString &text)
{
    return {.id = u"t482190675312"_s,
            .to = to.isNull() ? PhoneNumber::fromStored(u"+12025550101"_s) : to,
            .text = text.isEmpty() ? u"Your auth code: 4821"_s : text,
            .timeToLive = seconds(60),
            .reportUrl = {}};
}

/// Every secret is the mark that hides it, so that no real one can show.
ProviderValues valuesOf(const HttpProviderDescription &description, const GatewaySample &sample,
                        QStringList &standIns)
{
    ProviderValues values;
    for (const HttpProviderDescription::Variable &variable : description.variables) {
        if (variable.secret) {
            values.secrets.insert(variable.name, Secret(hidden.toUtf8()));
            continue;
        }
        const QString given = sample.plain.value(variable.name);
        if (!given.isEmpty()) {
            values.plain.insert(variable.name, given);
        } else if (variable.defaultText.isEmpty()) {
            const Template &url = description.send.url;
            const bool address = url.startsWithPlaceholder() && url.names().first() == variable.name;
            values.plain.insert(variable.name, address ? u"https://gateway.example"_s : u"my-"_s + variable.name);
            standIns.append(variable.name);
        }
    }
    // A whole URL that is given in place of the description's.
    if (sample.plain.contains(u"url"_s))
        values.plain.insert(u"url"_s, sample.plain.value(u"url"_s));
    return values;
}

QString shownText(const QByteArray &encoded)
{
    QString text = QString::fromUtf8(encoded);
    return text.replace(QString::fromLatin1(hidden.toUtf8().toPercentEncoding()), hidden);
}

QString shownHeader(const QByteArray &name, const QByteArray &value)
{
    static const QByteArray basic("Basic ");
    QString shown = shownText(value);
    if (name.toLower() == "authorization" && value.startsWith(basic)) {
        const QString pair = QString::fromUtf8(QByteArray::fromBase64(value.mid(basic.size())));
        shown = u"Basic base64(%1)"_s.arg(pair);
    }
    return QString::fromLatin1(name) + u": "_s + shown;
}

std::optional<Result<ProviderRequest>> requestOf(const HttpProvider &provider, const GatewaySample &sample,
                                                 const ProviderValues &values)
{
    switch (sample.request) {
    case GatewaySample::Request::Send:
        return provider.request(messageOf(sample.to, sample.text), values);
    case GatewaySample::Request::Check:
        return provider.checkRequest(values);
    case GatewaySample::Request::Balance:
        return provider.balanceRequest(values);
    }
    Q_UNREACHABLE();
}

ProviderReply replyOf(const ReplySample &sample)
{
    ProviderReply reply;
    reply.status = sample.status;
    reply.body = sample.body.toUtf8();
    const QStringList lines = sample.headers.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0)
            reply.headers.insert(line.first(colon).trimmed().toLower().toUtf8(),
                                 line.sliced(colon + 1).trimmed().toUtf8());
    }
    return reply;
}

QString statusList(const QSet<int> &statuses)
{
    QList<int> sorted(statuses.begin(), statuses.end());
    std::sort(sorted.begin(), sorted.end());
    QStringList texts;
    for (const int status : std::as_const(sorted))
        texts.append(QString::number(status));
    return texts.join(u", "_s);
}

/// The pointers as they are written, in the order in which the description has them.
QStringList sentPointers(const OrderedJson &root)
{
    QStringList pointers;
    const OrderedJson &sent = root.at("reply").at("sent");
    if (sent.contains("fields")) {
        for (const auto &field : sent.at("fields").items())
            pointers.append(QString::fromStdString(field.key()));
    }
    return pointers;
}

QList<ReplyReading::Unmet> unmetOf(const ReplyCondition &sent, const QStringList &pointers, int status,
                                   const ReplyBody &body, const TemplateValues &values)
{
    using What = ReplyReading::Unmet::What;
    QList<ReplyReading::Unmet> unmet;
    if (!sent.status.contains(status))
        unmet.append({What::Status, {}, statusList(sent.status), QString::number(status)});
    for (qsizetype i = 0; i < sent.fields.size(); ++i) {
        const ReplyCondition::Field &field = sent.fields.at(i);
        const std::optional<QString> found = field.pointer.read(body, values);
        if (!field.pattern && found)
            unmet.append({What::NoField, pointers.value(i), {}, *found});
        else if (field.pattern && !(found && field.pattern->fits(*found)))
            unmet.append({What::Field, pointers.value(i), field.pattern->pattern(), found.value_or(QString())});
    }
    if (sent.body && !sent.body->fits(body.text))
        unmet.append({What::Body, {}, sent.body->pattern(), {}});
    return unmet;
}

} // namespace

GatewayProblem gatewayProblemOf(const QByteArray &text, const QString &errorDetail)
{
    static const QRegularExpression lineForm(u"\\Aline ([0-9]+): (.*)\\z"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    if (const QRegularExpressionMatch line = lineForm.match(errorDetail); line.hasMatch()) {
        QJsonParseError error;
        QJsonDocument::fromJson(text, &error);
        const bool known = error.error != QJsonParseError::NoError;
        const TextPlace place = known ? textPlaceOf(text, error.offset) : TextPlace{line.captured(1).toInt(), 1};
        return {line.captured(2), {}, place};
    }
    if (!errorDetail.startsWith(u'/'))
        return {errorDetail, {}, {1, 1}};
    const qsizetype colon = errorDetail.indexOf(u": "_s);
    const QString pointer = errorDetail.first(std::max<qsizetype>(colon, 0));
    return {errorDetail.sliced(colon + 2), pointer, findJsonPlace(text, pointer)};
}

GatewayProblem checkGatewayText(const QByteArray &text)
{
    const auto loaded = loadHttpProvider(trialId, text);
    return loaded ? GatewayProblem() : gatewayProblemOf(text, loaded.error().detail);
}

GatewayPreview previewGatewayRequest(const QByteArray &text, const GatewaySample &sample)
{
    GatewayPreview preview;
    const auto provider = loadHttpProvider(sample.id.isEmpty() ? trialId : sample.id, text);
    if (!provider) {
        preview.problem = gatewayProblemOf(text, provider.error().detail);
        return preview;
    }
    preview.canCheck = (*provider)->canCheck();
    preview.hasBalance = (*provider)->hasBalance();
    const ProviderValues values = valuesOf((*provider)->description(), sample, preview.standIns);
    const std::optional<Result<ProviderRequest>> request = requestOf(**provider, sample, values);
    if (!request)
        return preview;
    if (!request->ok()) {
        preview.trouble = request->error().detail;
        return preview;
    }
    const ProviderRequest &built = request->value();
    preview.requestLine = QString::fromLatin1(built.method) + u' ' + shownText(built.url.toEncoded());
    for (const auto &[name, value] : built.headers)
        preview.headers.append(shownHeader(name, value));
    preview.body = shownText(built.body);
    return preview;
}

ReplyReading readGatewayReply(const QByteArray &text, const ReplySample &sample)
{
    ReplyReading reading;
    const auto provider = loadHttpProvider(trialId, text);
    if (!provider) {
        reading.problem = gatewayProblemOf(text, provider.error().detail);
        return reading;
    }
    const OutgoingSms sms = messageOf(sample.to, {});
    const ProviderReply reply = replyOf(sample);
    reading.verdict = (*provider)->verdict(sms, reply);

    const ReplyRules &rules = (*provider)->description().reply;
    const TemplateValues values = HttpProvider::messageValues(sms);
    const ReplyBody body = rules.read(reply);
    reading.isJson = body.json.has_value();
    if (const QString pattern = rules.patternThatGivesUpOn(body, values); !pattern.isEmpty()) {
        reading.problem = {u"the pattern %1 gives up on this reply: it is too long, or would take too long"_s.arg(
                               pattern.left(200)),
                           u"/reply"_s, findJsonPlace(text, u"/reply"_s)};
        return reading;
    }
    const Result<OrderedJson> root = parseStrictJson(text);
    reading.unmet = unmetOf(rules.sent, root ? sentPointers(*root) : QStringList(), reply.status, body, values);
    if (reading.unmet.isEmpty()) {
        reading.ground = ReplyReading::Ground::SentRule;
        return reading;
    }
    const auto rule = std::find_if(rules.rules.begin(), rules.rules.end(), [&](const ReplyRules::Rule &candidate) {
        return candidate.when.holds(reply.status, reading.verdict.code, body, values);
    });
    if (rule != rules.rules.end()) {
        reading.ground = ReplyReading::Ground::Rule;
        reading.rule = int(rule - rules.rules.begin()) + 1;
    }
    return reading;
}

} // namespace smsauth
