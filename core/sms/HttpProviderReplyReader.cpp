// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProviderReaders.h"

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

ReplySource readSource(const FilePlace &place, const KnownNames &names)
{
    if (place.value().is_object()) {
        place.onlyMembers({"re"});
        return place.need("re").pattern();
    }
    return readPointer(place, place.text(), names);
}

QList<ReplySource> readSources(const FilePlace &place, const KnownNames &names)
{
    QList<ReplySource> result;
    if (place.value().is_array())
        place.eachItem([&](const FilePlace &item) { result.append(readSource(item, names)); });
    else if (!place.value().is_null())
        result.append(readSource(place, names));
    return result;
}

QSet<int> readStatus(const FilePlace &place)
{
    QSet<int> result;
    place.eachItem([&](const FilePlace &item) {
        const bool number = item.value().is_number_integer();
        const qint64 status = number ? item.value().get<qint64>() : 0;
        if (status < 200 || status > 599)
            item.fail(u"must be an HTTP status from 200 to 599"_s);
        result.insert(int(status));
    });
    if (result.isEmpty())
        place.fail(u"must not be empty"_s);
    return result;
}

Verdict::Kind readKind(const FilePlace &place)
{
    using Kind = Verdict::Kind;
    static const QHash<QString, Kind> kinds{{u"sent"_s, Kind::Sent},       {u"recipient"_s, Kind::Recipient},
                                            {u"account"_s, Kind::Account}, {u"request"_s, Kind::Request},
                                            {u"busy"_s, Kind::Busy},       {u"unknown"_s, Kind::Unknown}};
    const QString word = place.text();
    if (!kinds.contains(word))
        place.fail(u"must be sent, recipient, account, request, busy or unknown"_s);
    return kinds.value(word, Kind::Unknown);
}

} // namespace

ReplyPointer readPointer(const FilePlace &place, const QString &text, const KnownNames &names)
{
    ReplyPointer pointer;
    if (!text.startsWith(u'/')) {
        place.fail(u"\"%1\" is not a JSON pointer: it must begin with /"_s.arg(text));
        return pointer;
    }
    const QStringList tokens = text.mid(1).split(u'/');
    for (QString token : tokens) {
        // RFC 6901 §4, in this order: "~01" is "~1", not "/".
        token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        pointer.tokens.append(readTemplate(place, token, names));
    }
    return pointer;
}

ReplyCondition readCondition(const FilePlace &place, const KnownNames &names)
{
    ReplyCondition condition;
    if (place.has("status"))
        condition.status = readStatus(place.at("status"));
    if (place.has("code")) {
        place.at("code").eachItem([&](const FilePlace &item) {
            const std::optional<QString> code = scalarText(item.value());
            if (!code || code->isEmpty())
                item.fail(u"must be text or a number"_s);
            condition.codes.insert(code.value_or(QString()));
        });
        if (condition.codes.isEmpty())
            place.at("code").fail(u"must not be empty"_s);
    }
    if (place.has("fields")) {
        place.at("fields").eachMember([&](const QString &pointer, const FilePlace &field) {
            ReplyCondition::Field result{readPointer(field, pointer, names), std::nullopt};
            if (!field.value().is_null())
                result.pattern = field.pattern();
            condition.fields.append(std::move(result));
        });
    }
    if (place.has("body"))
        condition.body = place.at("body").pattern();
    return condition;
}

QList<ReplyRules::Rule> readRules(const FilePlace &place, const KnownNames &names)
{
    QList<ReplyRules::Rule> rules;
    place.eachItem([&](const FilePlace &item) {
        item.onlyMembers({"status", "code", "body", "fields", "is"});
        if (!item.has("status") && !item.has("code") && !item.has("body") && !item.has("fields"))
            item.fail(u"needs at least one of status, code, body, fields"_s);
        rules.append({readCondition(item, names), readKind(item.need("is"))});
    });
    return rules;
}

ReplyRules readReply(const FilePlace &place, const KnownNames &names)
{
    ReplyRules reply;
    place.onlyMembers({"parse", "sent", "id", "code", "error", "rules"});
    if (place.has("parse")) {
        const QString parse = place.at("parse").text();
        if (parse != "json"_L1 && parse != "text"_L1)
            place.at("parse").fail(u"must be json or text"_s);
        reply.parseJson = parse != "text"_L1;
    }
    const FilePlace sent = place.need("sent");
    sent.onlyMembers({"status", "fields", "body"});
    sent.need("status");
    reply.sent = readCondition(sent, names);
    reply.id = readSources(place.at("id"), names);
    reply.code = readSources(place.at("code"), names);
    reply.error = readSources(place.at("error"), names);
    if (place.has("rules"))
        reply.rules = readRules(place.at("rules"), names);
    return reply;
}

} // namespace smsauth
