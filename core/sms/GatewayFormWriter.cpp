// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayForm.h"
#include "core/sms/GatewayFormJson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using Form = GatewayForm;

OrderedJson toJson(const QString &text)
{
    return text.toStdString();
}

/// The form's parts into the tree; the first mistake is kept.
class FormWriter
{
public:
    void write(const Form &form, OrderedJson &root);
    QString mistake; ///< "/send/json: …"

private:
    OrderedJson parsed(const QString &text, const QString &pointer);
    /// A text that looks like a JSON object or list is one.
    OrderedJson leaf(const QString &text);
    OrderedJson pairs(const QList<Form::Pair> &pairs, bool emptyIsNull = false);
    static OrderedJson numbers(const QString &list);
    static OrderedJson texts(const QString &list);
    static OrderedJson variables(const QList<Form::Variable> &variables, const OrderedJson &before);
    void request(const Form::Request &request, OrderedJson &json, const QString &pointer);
    OrderedJson condition(const Form::Condition &condition, OrderedJson before);
    OrderedJson rules(const QList<Form::Rule> &rules, const OrderedJson &before);
    void reply(const Form &form, const Form &before, OrderedJson &json);
    static void put(OrderedJson &object, const char *key, const OrderedJson &value);
};

/// An empty value takes the member away.
void FormWriter::put(OrderedJson &object, const char *key, const OrderedJson &value)
{
    if (value.is_null() || (value.is_string() && value.get_ref<const std::string &>().empty()) ||
        ((value.is_array() || value.is_object()) && value.empty()))
        object.erase(key);
    else
        object[key] = value;
}

OrderedJson FormWriter::parsed(const QString &text, const QString &pointer)
{
    const Result<OrderedJson> json = parseStrictJson(text.toUtf8());
    if (json)
        return *json;
    if (mistake.isEmpty())
        mistake = pointer + u": "_s + json.error().detail;
    return {};
}

OrderedJson FormWriter::leaf(const QString &text)
{
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        const Result<OrderedJson> json = parseStrictJson(text.toUtf8());
        if (json)
            return *json;
    }
    return toJson(text);
}

OrderedJson FormWriter::pairs(const QList<Form::Pair> &pairs, bool emptyIsNull)
{
    OrderedJson object = OrderedJson::object();
    for (const Form::Pair &pair : pairs) {
        if (pair.name.isEmpty())
            continue;
        object[pair.name.toStdString()] = emptyIsNull && pair.value.isEmpty() ? OrderedJson() : leaf(pair.value);
    }
    return object;
}

/// What is no number stays text, and the loader says so at its place.
OrderedJson FormWriter::numbers(const QString &list)
{
    OrderedJson array = OrderedJson::array();
    for (const QString &item : list.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = item.trimmed().toInt(&isNumber);
        array.push_back(isNumber ? OrderedJson(number) : toJson(item.trimmed()));
    }
    return array;
}

OrderedJson FormWriter::texts(const QString &list)
{
    OrderedJson array = OrderedJson::array();
    for (const QString &item : list.split(u',', Qt::SkipEmptyParts))
        array.push_back(toJson(item.trimmed()));
    return array;
}

OrderedJson FormWriter::variables(const QList<Form::Variable> &variables, const OrderedJson &before)
{
    OrderedJson object = OrderedJson::object();
    for (const Form::Variable &variable : variables) {
        if (variable.name.isEmpty())
            continue;
        const std::string name = variable.name.toStdString();
        const auto old = before.is_object() ? before.find(name) : before.end();
        OrderedJson json =
            before.is_object() && old != before.end() && old->is_object() ? *old : OrderedJson::object();
        put(json, "label", toJson(variable.label));
        put(json, "default", toJson(variable.defaultValue));
        if (variable.secret)
            json["secret"] = true;
        else
            json.erase("secret");
        object[name] = json;
    }
    return object;
}

void FormWriter::request(const Form::Request &request, OrderedJson &json, const QString &pointer)
{
    using Auth = Form::Request::Auth;
    using Body = Form::Request::Body;
    const Form::Request before = readRequestForm(json);
    if (before == request)
        return;
    if (!json.is_object())
        json = OrderedJson::object();
    json["method"] = toJson(request.method);
    json["url"] = toJson(request.url);
    if (before.auth != request.auth || before.authFirst != request.authFirst ||
        before.authSecret != request.authSecret) {
        const OrderedJson both = OrderedJson::array({toJson(request.authFirst), toJson(request.authSecret)});
        switch (request.auth) {
        case Auth::None:
            json.erase("auth");
            break;
        case Auth::Basic:
            json["auth"] = {{"basic", both}};
            break;
        case Auth::Bearer:
            json["auth"] = {{"bearer", toJson(request.authSecret)}};
            break;
        case Auth::Scheme:
            json["auth"] = {{"scheme", both}};
            break;
        case Auth::Header:
            json["auth"] = {{"header", both}};
            break;
        }
    }
    if (before.query != request.query)
        put(json, "query", pairs(request.query));
    if (before.headers != request.headers)
        put(json, "headers", pairs(request.headers));
    if (before.body == request.body && before.form == request.form && before.json == request.json)
        return;
    json.erase("form");
    json.erase("json");
    if (request.body == Body::Form)
        json["form"] = pairs(request.form);
    else if (request.body == Body::Json)
        json["json"] = parsed(request.json, pointer + u"/json"_s);
}

OrderedJson FormWriter::condition(const Form::Condition &condition, OrderedJson before)
{
    const Form::Condition old = readConditionForm(before);
    if (old == condition && before.is_object())
        return before;
    if (!before.is_object())
        before = OrderedJson::object();
    put(before, "status", numbers(condition.status));
    if (old.fields != condition.fields)
        put(before, "fields", pairs(condition.fields, true));
    put(before, "body", toJson(condition.body));
    return before;
}

OrderedJson FormWriter::rules(const QList<Form::Rule> &rules, const OrderedJson &before)
{
    OrderedJson array = OrderedJson::array();
    for (const Form::Rule &rule : rules) {
        if (rule == Form::Rule())
            continue;
        OrderedJson known;
        if (before.is_array()) {
            const auto same = std::find_if(before.begin(), before.end(),
                                           [&](const OrderedJson &old) { return readRuleForm(old) == rule; });
            if (same != before.end())
                known = *same;
        }
        if (known.is_null()) {
            known = OrderedJson::object();
            put(known, "status", numbers(rule.status));
            put(known, "code", texts(rule.code));
            put(known, "body", toJson(rule.body));
            known["is"] = toJson(rule.is);
            const OrderedJson rest = rule.rest.isEmpty() ? OrderedJson::object() : leaf(rule.rest);
            if (rest.is_object())
                known.update(rest);
        }
        array.push_back(known);
    }
    return array;
}

void FormWriter::reply(const Form &form, const Form &before, OrderedJson &json)
{
    if (!json.is_object())
        json = OrderedJson::object();
    if (form.textReply != before.textReply)
        put(json, "parse", form.textReply ? OrderedJson("text") : OrderedJson());
    json["sent"] = condition(form.sent, json.contains("sent") ? json["sent"] : OrderedJson());
    if (form.messageId != before.messageId)
        put(json, "id", leaf(form.messageId));
    if (form.code != before.code)
        put(json, "code", leaf(form.code));
    if (form.error != before.error)
        put(json, "error", leaf(form.error));
    if (form.rules != before.rules)
        put(json, "rules", rules(form.rules, json.contains("rules") ? json["rules"] : OrderedJson()));
}

void FormWriter::write(const Form &form, OrderedJson &root)
{
    const Form before = readFormOf(root);
    if (!root.is_object())
        root = OrderedJson::object();
    if (!root.contains("format"))
        root["format"] = "sms-http/1";
    root["title"] = toJson(form.title);
    if (form.variables != before.variables)
        root["vars"] = variables(form.variables, root.contains("vars") ? root["vars"] : OrderedJson());
    request(form.send, root["send"], u"/send"_s);
    reply(form, before, root["reply"]);
    if (!form.hasCheck) {
        root.erase("check");
    } else if (!before.hasCheck || before.check != form.check || before.checkOk != form.checkOk) {
        OrderedJson &check = root["check"];
        request(form.check, check, u"/check"_s);
        check["ok"] = condition(form.checkOk, check.contains("ok") ? check["ok"] : OrderedJson());
    }
    if (!form.hasBalance) {
        root.erase("balance");
    } else if (!before.hasBalance || before.balance != form.balance || before.amount != form.amount ||
               before.currency != form.currency) {
        OrderedJson &balance = root["balance"];
        request(form.balance, balance, u"/balance"_s);
        balance["amount"] = toJson(form.amount);
        put(balance, "currency", toJson(form.currency));
    }
}

} // namespace

Result<QByteArray> writeGatewayForm(const GatewayForm &form, const QByteArray &text)
{
    const Result<OrderedJson> parsed = parseStrictJson(text);
    if (parsed && parsed->is_object() && readFormOf(*parsed) == form)
        return text;
    OrderedJson root = parsed && parsed->is_object() ? *parsed : OrderedJson::object();
    FormWriter writer;
    writer.write(form, root);
    if (!writer.mistake.isEmpty())
        return {ErrorCode::InvalidInput, writer.mistake};
    return QByteArray::fromStdString(root.dump(2)) + '\n';
}

QByteArray newGatewayText(const QString &title)
{
    OrderedJson root = OrderedJson::parse(R"({
        "format": "sms-http/1",
        "title": "",
        "vars": {
            "password": { "label": "Token", "secret": true },
            "from": { "label": "Sender" },
            "base": { "label": "Address of the gateway", "default": "https://sms.example.com" }
        },
        "send": {
            "method": "POST",
            "url": "{base}/send",
            "auth": { "bearer": "{password}" },
            "json": { "to": "{to}", "from": "{from}", "text": "{text}" }
        },
        "reply": { "sent": { "status": [200] }, "id": "/id", "error": "/error" }
    })");
    root["title"] = toJson(title);
    return QByteArray::fromStdString(root.dump(2)) + '\n';
}

} // namespace smsauth
