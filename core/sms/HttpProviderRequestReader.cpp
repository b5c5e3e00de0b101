// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProviderReaders.h"

#include "core/sms/HttpProvider.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

bool hasControlCharacter(const OrderedJson &value)
{
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    }
    return std::any_of(value.begin(), value.end(), hasControlCharacter);
}

void readConditions(const FilePlace &place, TemplateTree &tree, bool wanted, const KnownNames &names)
{
    if (place.value().is_null())
        return;
    place.eachMember([&](const QString &name, const FilePlace &condition) {
        if (!names.variables.contains(name) && !names.message.contains(name))
            condition.fail(u"\"%1\" is not declared in vars"_s.arg(name));
        tree.addCondition({name, condition.pattern(), wanted});
    });
}

TemplateTree readTree(const FilePlace &place, const KnownNames &names)
{
    const OrderedJson &value = place.value();
    if (value.is_string())
        return TemplateTree::text(readTemplate(place, QString::fromStdString(value.get<std::string>()), names));
    if (value.is_array()) {
        QList<TemplateTree> items;
        place.eachItem([&](const FilePlace &item) { items.append(readTree(item, names)); });
        return TemplateTree::array(std::move(items));
    }
    if (!value.is_object())
        return TemplateTree::constant(value);

    if (place.has("value") && (place.has("when") || place.has("unless"))) {
        place.onlyMembers({"value", "when", "unless"});
        TemplateTree tree = readTree(place.at("value"), names);
        readConditions(place.at("when"), tree, true, names);
        readConditions(place.at("unless"), tree, false, names);
        return tree;
    }
    QList<QPair<QString, TemplateTree>> members;
    place.eachMember([&](const QString &key, const FilePlace &member) {
        if (key.contains(u'{') || key.contains(u'}'))
            member.fail(u"a placeholder can be a value, not a name"_s);
        members.append({key, readTree(member, names)});
    });
    return TemplateTree::object(std::move(members));
}

RequestTemplate::Fields readFields(const FilePlace &place, const KnownNames &names)
{
    RequestTemplate::Fields fields;
    place.eachMember([&](const QString &name, const FilePlace &field) {
        const TemplateTree tree = readTree(field, names);
        if (!tree.isLeaf() || field.value().is_null())
            field.fail(u"must be text, a number, true or false"_s);
        fields.append({name, tree});
    });
    return fields;
}

RequestTemplate::Fields readHeaders(const FilePlace &place, const KnownNames &names)
{
    const RequestTemplate::Fields fields = readFields(place, names);
    for (const auto &[name, tree] : fields) {
        const FilePlace header = place.member(name);
        if (!isUsableHeaderName(name.toUtf8()))
            header.fail(u"cannot be the name of a header"_s);
        if (hasControlCharacter(header.value()))
            header.fail(u"a header must not hold control characters"_s);
    }
    return fields;
}

Template readUrl(const FilePlace &place, const KnownNames &names)
{
    const QString text = place.text();
    Template url = readTemplate(place, text, names);
    const bool absolute = text.startsWith("https://"_L1) || text.startsWith("http://"_L1);
    if (!url.startsWithPlaceholder() && !absolute)
        place.fail(u"must begin with https://, http:// or a placeholder"_s);
    if (text.contains(u'#'))
        place.fail(u"must not have a fragment"_s);
    return url;
}

RequestTemplate::Auth readAuth(const FilePlace &place, const KnownNames &names)
{
    using Kind = RequestTemplate::AuthKind;
    RequestTemplate::Auth auth;
    place.onlyMembers({"basic", "bearer", "scheme", "header"});
    if (place.value().is_object() && place.value().size() != 1)
        place.fail(u"must name one of basic, bearer, scheme, header"_s);
    const auto pair = [&](const char *key) {
        const FilePlace list = place.at(key);
        QList<FilePlace> items;
        list.eachItem([&](const FilePlace &item) { items.append(item); });
        if (items.size() != 2)
            list.fail(u"must be a list of two texts"_s);
        return items.size() == 2 ? items : QList<FilePlace>{list, list};
    };
    if (place.has("basic")) {
        auth.kind = Kind::Basic;
        const QList<FilePlace> items = pair("basic");
        auth.user = readTemplate(items[0], items[0].text(), names);
        auth.secret = readTemplate(items[1], items[1].text(), names);
    } else if (place.has("bearer")) {
        auth.kind = Kind::Bearer;
        auth.secret = readTemplate(place.at("bearer"), place.at("bearer").text(), names);
    } else if (place.has("scheme") || place.has("header")) {
        const bool header = place.has("header");
        auth.kind = header ? Kind::Header : Kind::Scheme;
        const QList<FilePlace> items = pair(header ? "header" : "scheme");
        auth.word = items[0].text().toLatin1();
        if (!isUsableHeaderName(auth.word))
            items[0].fail(header ? u"cannot be the name of a header"_s : u"must be one word"_s);
        auth.secret = readTemplate(items[1], items[1].text(), names);
    }
    return auth;
}

} // namespace

Template readTemplate(const FilePlace &place, const QString &text, const KnownNames &names)
{
    const Result<Template> result = Template::parse(text);
    if (!result) {
        place.fail(result.error().detail);
        return {};
    }
    for (const QString &name : result->names()) {
        if (names.variables.contains(name) || names.message.contains(name))
            continue;
        if (HttpProvider::builtInNames().contains(name))
            place.fail(u"\"{%1}\" belongs to a message, and there is none here"_s.arg(name));
        else
            place.fail(u"\"{%1}\" is not declared in vars"_s.arg(name));
    }
    return *result;
}

RequestTemplate readRequest(const FilePlace &place, const KnownNames &names)
{
    RequestTemplate request;
    const QString method = place.need("method").text();
    if (method != "GET"_L1 && method != "POST"_L1 && method != "PUT"_L1)
        place.at("method").fail(u"must be GET, POST or PUT"_s);
    request.method = method.toLatin1();
    request.url = readUrl(place.need("url"), names);
    if (place.has("auth"))
        request.auth = readAuth(place.at("auth"), names);
    if (place.has("query"))
        request.query = readFields(place.at("query"), names);
    if (place.has("headers"))
        request.headers = readHeaders(place.at("headers"), names);
    if (place.has("form"))
        request.form = readFields(place.at("form"), names);
    if (place.has("json"))
        request.json = readTree(place.at("json"), names);
    if (request.form && request.json)
        place.at("json").fail(u"a request has a form or JSON, not both"_s);
    if (method == "GET"_L1 && (request.form || request.json))
        place.at(request.form ? "form" : "json").fail(u"a GET has no body"_s);
    return request;
}

} // namespace smsauth
