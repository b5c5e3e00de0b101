// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProviderLoader.h"

#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderReaders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using Description = HttpProviderDescription;

constexpr qsizetype largestFile = 256 * 1024;

/// Reads the parts of one file, from the outside in.
class DescriptionReader
{
public:
    void read(const FilePlace &root);
    Description description;

private:
    void readVariables(const FilePlace &place);
    void readVariable(const QString &name, const FilePlace &place);
    void checkDefaults(const FilePlace &place);
    void readReport(const FilePlace &place);

    KnownNames m_names; ///< what a placeholder may use now
};

void DescriptionReader::read(const FilePlace &root)
{
    root.onlyMembers({"format", "title", "vars", "send", "reply", "check", "balance", "report"});
    if (root.need("format").text() != "sms-http/1"_L1)
        root.at("format").fail(u"must be \"sms-http/1\""_s);
    description.title = root.need("title").text();
    if (root.has("vars"))
        readVariables(root.at("vars"));

    m_names.message = HttpProvider::builtInNames();
    description.send = readRequest(root.need("send"), m_names);
    root.at("send").onlyMembers({"method", "url", "auth", "query", "headers", "form", "json"});
    // A reply is read without the gateway's settings: a pointer may only name values of the message.
    description.reply = readReply(root.need("reply"), {{}, m_names.message});

    m_names.message.clear(); // there is no message in what follows
    if (root.has("check")) {
        const FilePlace check = root.at("check");
        check.onlyMembers({"method", "url", "auth", "query", "headers", "form", "json", "ok"});
        description.check = Description::Check{readRequest(check, m_names), readCondition(check.need("ok"), {})};
        check.at("ok").need("status");
        check.at("ok").onlyMembers({"status", "fields", "body"});
    }
    if (root.has("balance")) {
        const FilePlace balance = root.at("balance");
        balance.onlyMembers({"method", "url", "auth", "query", "headers", "form", "json", "amount", "currency"});
        Description::Balance result{readRequest(balance, m_names), {}, {}, {}};
        const FilePlace amount = balance.need("amount");
        result.amount = readPointer(amount, amount.text(), {});
        if (balance.has("currency")) {
            const QString currency = balance.at("currency").text();
            if (currency.startsWith(u'/'))
                result.currencyPointer = readPointer(balance.at("currency"), currency, {});
            else
                result.currency = currency;
        }
        description.balance = std::move(result);
    }
    if (root.has("report"))
        readReport(root.at("report"));
}

void DescriptionReader::readVariables(const FilePlace &place)
{
    place.eachMember([&](const QString &name, const FilePlace &variable) { readVariable(name, variable); });
    checkDefaults(place);
}

void DescriptionReader::readVariable(const QString &name, const FilePlace &place)
{
    if (!isVariableName(name))
        place.fail(u"a name is a–z, then a–z, 0–9 and _, at most 32"_s);
    if (HttpProvider::builtInNames().contains(name))
        place.fail(u"is the name of a value that every message has"_s);
    Description::Variable variable{name, name, {}, {}, false};
    if (place.value().is_string()) {
        variable.defaultText = QString::fromStdString(place.value().get<std::string>());
    } else {
        place.onlyMembers({"label", "default", "secret"});
        if (place.has("label"))
            variable.label = place.at("label").text();
        if (place.has("secret"))
            variable.secret = place.at("secret").flag();
        if (place.has("default")) {
            const FilePlace text = place.at("default");
            if (variable.secret)
                text.fail(u"a secret has no default"_s);
            if (text.value().is_string())
                variable.defaultText = QString::fromStdString(text.value().get<std::string>());
            else
                text.fail(u"must be text"_s);
        }
    }
    m_names.variables.append(name);
    description.variables.append(std::move(variable));
}

void DescriptionReader::checkDefaults(const FilePlace &place)
{
    for (Description::Variable &variable : description.variables)
        variable.defaultValue = readTemplate(place.member(variable.name), variable.defaultText, m_names);

    for (const Description::Variable &variable : std::as_const(description.variables)) {
        // Everything that this default leads to, however far.
        QStringList reached = variable.defaultValue.names();
        for (qsizetype i = 0; i < reached.size(); ++i) {
            for (const Description::Variable &other : std::as_const(description.variables)) {
                if (other.name == reached[i])
                    reached.append(other.defaultValue.names());
                if (other.name == reached[i] && other.secret)
                    place.member(variable.name)
                        .fail(u"a default must not show the secret \"%1\""_s.arg(other.name));
            }
            reached.removeDuplicates();
        }
        if (reached.contains(variable.name))
            place.member(variable.name).fail(u"the default leads back to itself"_s);
    }
}

void DescriptionReader::readReport(const FilePlace &place)
{
    using Encoding = Description::Report::Encoding;
    place.onlyMembers({"encoding", "id", "state", "code", "states", "signature", "rules"});
    static const QHash<QString, Encoding> encodings{
        {u"form"_s, Encoding::Form}, {u"json"_s, Encoding::JsonBody}, {u"query"_s, Encoding::Query}};
    Description::Report report;
    const QString encoding = place.need("encoding").text();
    if (!encodings.contains(encoding))
        place.at("encoding").fail(u"must be form, json or query"_s);
    report.encoding = encodings.value(encoding);
    const auto source = [&](const FilePlace &member) {
        if (report.encoding == Encoding::JsonBody)
            readPointer(member, member.text(), {});
        return member.text();
    };
    report.id = source(place.need("id"));
    report.state = source(place.need("state"));
    if (place.has("code"))
        report.code = source(place.at("code"));
    place.need("states").eachMember([&](const QString &word, const FilePlace &state) {
        static const QStringList known{u"queued"_s, u"sent"_s, u"delivered"_s, u"failed"_s};
        report.states.insert(word, state.text());
        if (!known.contains(state.text()))
            state.fail(u"must be queued, sent, delivered or failed"_s);
    });
    if (place.has("signature")) {
        const FilePlace signature = place.at("signature");
        signature.onlyMembers({"kind", "key"});
        report.signatureKind = signature.need("kind").text();
        if (report.signatureKind != "twilio"_L1)
            signature.at("kind").fail(u"must be twilio"_s);
        const FilePlace key = signature.need("key");
        report.signatureKey = readTemplate(key, key.text(), m_names);
    }
    if (place.has("rules"))
        report.rules = readRules(place.at("rules"), {});
    description.report = std::move(report);
}

} // namespace

Result<std::shared_ptr<const HttpProvider>> loadHttpProvider(const QString &id, const QByteArray &description)
{
    if (!isProviderId(id))
        return {ErrorCode::InvalidInput, u"a gateway's id is a–z, 0–9, - and _, at most 32"_s};
    if (description.size() > largestFile)
        return {ErrorCode::InvalidInput, u"larger than 256 KiB"_s};
    const Result<OrderedJson> json = parseStrictJson(description);
    if (!json)
        return json.error();
    QString firstError;
    DescriptionReader reader;
    reader.read(FilePlace(*json, firstError));
    if (!firstError.isEmpty())
        return {ErrorCode::InvalidInput, firstError};
    return std::shared_ptr<const HttpProvider>(std::make_shared<HttpProvider>(id, std::move(reader.description)));
}

bool isProviderId(const QString &id)
{
    const auto plain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return !id.isEmpty() && id.size() <= 32 && plain(id.front()) &&
           std::all_of(id.begin(), id.end(), [&](QChar c) { return plain(c) || c == u'-' || c == u'_'; });
}

} // namespace smsauth
