// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayForm.h"

#include "core/sms/GatewayFormJson.h"

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using Form = GatewayForm;

QString plainText(const OrderedJson &value)
{
    return value.is_null() ? QString() : scalarText(value).value_or(QString());
}

const OrderedJson &member(const OrderedJson &object, const char *key)
{
    static const OrderedJson nothing;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? *found : nothing;
}

/// A text as it is, anything else as JSON.
QString textOrJson(const OrderedJson &value)
{
    if (value.is_null())
        return {};
    const std::optional<QString> scalar = scalarText(value);
    return scalar ? *scalar : QString::fromStdString(value.dump());
}

QList<Form::Pair> pairsOf(const OrderedJson &object)
{
    QList<Form::Pair> pairs;
    if (object.is_object()) {
        for (const auto &entry : object.items())
            pairs.append({QString::fromStdString(entry.key()), textOrJson(entry.value())});
    }
    return pairs;
}

QString listOf(const OrderedJson &array)
{
    QStringList items;
    if (array.is_array()) {
        for (const OrderedJson &item : array)
            items.append(plainText(item));
    }
    return items.join(u", "_s);
}

void readAuth(const OrderedJson &auth, Form::Request &request)
{
    using Auth = Form::Request::Auth;
    const auto pair = [&](const char *key, Auth kind) {
        const OrderedJson &both = member(auth, key);
        if (!both.is_array() || both.size() != 2)
            return;
        request.auth = kind;
        request.authFirst = plainText(both[0]);
        request.authSecret = plainText(both[1]);
    };
    pair("basic", Auth::Basic);
    pair("scheme", Auth::Scheme);
    pair("header", Auth::Header);
    if (!member(auth, "bearer").is_null()) {
        request.auth = Auth::Bearer;
        request.authSecret = plainText(member(auth, "bearer"));
    }
}

} // namespace

GatewayForm::Request readRequestForm(const OrderedJson &json)
{
    Form::Request request;
    request.method = plainText(member(json, "method"));
    request.url = plainText(member(json, "url"));
    readAuth(member(json, "auth"), request);
    request.query = pairsOf(member(json, "query"));
    request.headers = pairsOf(member(json, "headers"));
    if (!member(json, "form").is_null()) {
        request.body = Form::Request::Body::Form;
        request.form = pairsOf(member(json, "form"));
    } else if (!member(json, "json").is_null()) {
        request.body = Form::Request::Body::Json;
        request.json = QString::fromStdString(member(json, "json").dump(2));
    }
    return request;
}

GatewayForm::Condition readConditionForm(const OrderedJson &json)
{
    return {listOf(member(json, "status")), pairsOf(member(json, "fields")), plainText(member(json, "body"))};
}

QList<GatewayForm::Variable> readVariablesForm(const OrderedJson &json)
{
    QList<Form::Variable> variables;
    if (!json.is_object())
        return variables;
    for (const auto &entry : json.items()) {
        const OrderedJson &value = entry.value();
        const OrderedJson &secret = member(value, "secret");
        variables.append({QString::fromStdString(entry.key()), plainText(member(value, "label")),
                          value.is_string() ? plainText(value) : plainText(member(value, "default")),
                          secret.is_boolean() && secret.get<bool>()});
    }
    return variables;
}

GatewayForm::Rule readRuleForm(const OrderedJson &json)
{
    OrderedJson rest = json.is_object() ? json : OrderedJson::object();
    for (const char *key : {"status", "code", "body", "is"})
        rest.erase(key);
    return {listOf(member(json, "status")), listOf(member(json, "code")), plainText(member(json, "body")),
            plainText(member(json, "is")), rest.empty() ? QString() : QString::fromStdString(rest.dump())};
}

GatewayForm readFormOf(const OrderedJson &root)
{
    Form form;
    form.title = plainText(member(root, "title"));
    form.variables = readVariablesForm(member(root, "vars"));
    form.send = readRequestForm(member(root, "send"));
    const OrderedJson &reply = member(root, "reply");
    form.textReply = plainText(member(reply, "parse")) == u"text";
    form.sent = readConditionForm(member(reply, "sent"));
    form.messageId = textOrJson(member(reply, "id"));
    form.code = textOrJson(member(reply, "code"));
    form.error = textOrJson(member(reply, "error"));
    if (member(reply, "rules").is_array()) {
        for (const OrderedJson &rule : member(reply, "rules"))
            form.rules.append(readRuleForm(rule));
    }
    form.hasCheck = !member(root, "check").is_null();
    if (form.hasCheck) {
        form.check = readRequestForm(member(root, "check"));
        form.checkOk = readConditionForm(member(member(root, "check"), "ok"));
    }
    form.hasBalance = !member(root, "balance").is_null();
    if (form.hasBalance) {
        form.balance = readRequestForm(member(root, "balance"));
        form.amount = plainText(member(member(root, "balance"), "amount"));
        form.currency = plainText(member(member(root, "balance"), "currency"));
    }
    return form;
}

Result<GatewayForm> readGatewayForm(const QByteArray &text)
{
    const Result<OrderedJson> root = parseStrictJson(text);
    if (!root)
        return root.error();
    if (!root->is_object())
        return {ErrorCode::InvalidInput, u"/: must be an object"_s};
    return readFormOf(*root);
}

} // namespace smsauth
