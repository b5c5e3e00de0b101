// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerText.h"

#include "app/TextTable.h"
#include "core/admin/OwnerLines.h"
#include "core/base/PhoneNumber.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// The phone as this person may see it. Any text that looks like one counts: a user's name usually is the number.
QString phoneText(const QJsonValue &value, bool live)
{
    const QString text = value.toString();
    return live && text.startsWith(u'+') ? PhoneNumber::fromStored(text).masked() : text;
}

QString plain(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"-"_s;
    if (value.isArray() || value.isObject())
        return QString::fromUtf8(value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                                 : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QString codesText(const QJsonArray &codes, bool live)
{
    TextTable table({u"ID"_s, u"PHONE"_s, u"CODE"_s, u"STATE"_s, u"TRIES"_s, u"EXPIRES"_s, u"MESSAGE"_s});
    for (const QJsonValue &code : codes) {
        const bool hidden = live && code[u"state"] == u"live"_s;
        table.add({plain(code[u"id"]), phoneText(code[u"phone"], live), hidden ? u"••••"_s : plain(code[u"code"]),
                   plain(code[u"state"]), plain(code[u"tries"]) + u'/' + plain(code[u"max_tries"]),
                   plain(code[u"expires_at"]), plain(code[u"message_state"])});
    }
    return table.text(u"No codes."_s);
}

/// The gateway's last words, or the reason why there are none.
QString lastWords(const QJsonValue &message)
{
    if (message[u"reason"].isString())
        return message[u"reason"].toString();
    const QJsonArray attempts = message[u"attempts"].toArray();
    return attempts.isEmpty() ? QString() : attempts.last()[u"error"].toString();
}

QString logText(const QJsonArray &messages, bool live)
{
    TextTable table({u"ID"_s, u"TIME"_s, u"PHONE"_s, u"GATEWAY"_s, u"STATE"_s, u"ATTEMPTS"_s, u"WHY"_s});
    for (const QJsonValue &message : messages) {
        table.add({plain(message[u"id"]), plain(message[u"created_at"]), phoneText(message[u"phone"], live),
                   plain(message[u"provider"]), plain(message[u"state"]),
                   QString::number(message[u"attempts"].toArray().size()), lastWords(message)});
    }
    return table.text(u"Nothing sent."_s);
}

QString usersText(const QJsonArray &users, bool live)
{
    TextTable table({u"PK"_s, u"USERNAME"_s, u"NAME"_s, u"EMAIL"_s, u"ACTIVE"_s, u"LAST SIGN-IN"_s});
    for (const QJsonValue &user : users) {
        const QString name = user[u"first_name"].toString() + u' ' + user[u"last_name"].toString();
        table.add({plain(user[u"pk"]), phoneText(user[u"username"], live), name.trimmed(), plain(user[u"email"]),
                   user[u"is_active"].toBool() ? u"yes"_s : u"no"_s, plain(user[u"last_sign_in_at"])});
    }
    return table.text(u"No users."_s);
}

QString faultsText(const QJsonArray &rules)
{
    TextTable table({u"NUMBER"_s, u"OUTCOME"_s, u"DELAY"_s, u"CODE"_s, u"LIMITS"_s, u"UNTIL"_s});
    for (const QJsonValue &rule : rules) {
        const QString who =
            rule[u"phone"].isString() ? rule[u"phone"].toString() : u"any, %1 %"_s.arg(plain(rule[u"probability"]));
        const QString status = rule[u"status"].isDouble() ? u' ' + plain(rule[u"status"]) : QString();
        table.add({who, plain(rule[u"outcome"]) + status, plain(rule[u"delay"]) + u" s"_s, plain(rule[u"code"]),
                   rule[u"limits"].toBool() ? u"on"_s : u"off"_s, plain(rule[u"until"])});
    }
    return table.text(u"No faults."_s);
}

QString auditText(const QJsonArray &rows)
{
    TextTable table({u"ID"_s, u"TIME"_s, u"WHO"_s, u"WHAT"_s, u"WHOM"_s, u"DETAIL"_s});
    for (const QJsonValue &row : rows)
        table.add({plain(row[u"id"]), plain(row[u"at"]), plain(row[u"actor"]), plain(row[u"action"]),
                   plain(row[u"subject"]), plain(row[u"detail"])});
    return table.text(u"No rows."_s);
}

QString auditVerdictText(const QJsonObject &answer)
{
    const bool sound = answer.value(u"sound"_s).toBool();
    QString text = sound ? u"Sound: "_s : u"NOT SOUND: "_s;
    text += u"%1 rows checked"_s.arg(plain(answer.value(u"checked"_s)));
    if (answer.value(u"begins"_s).isDouble())
        text +=
            u", sealed since row %1 (%2)"_s.arg(plain(answer.value(u"begins"_s)), plain(answer.value(u"since"_s)));
    if (answer.value(u"earlier"_s).toInteger() > 0)
        text += u", %1 earlier ones"_s.arg(plain(answer.value(u"earlier"_s)));
    text += u".\n"_s;
    for (const QJsonValue &finding : answer.value(u"findings"_s).toArray())
        text += u"  %1: %2\n"_s.arg(plain(finding[u"fault"]), printable(plain(finding[u"detail"])));
    if (answer.value(u"unanchored"_s).toInteger() > 0)
        text += u"%1 of them lie behind the anchor.\n"_s.arg(plain(answer.value(u"unanchored"_s)));
    if (answer.value(u"newest"_s).isString())
        text += u"Newest row: "_s + answer.value(u"newest"_s).toString() + u'\n';
    return text;
}

QString secretsText(const QJsonArray &secrets)
{
    TextTable table({u"NAME"_s, u"PLACE"_s, u""_s});
    for (const QJsonValue &secret : secrets)
        table.add({plain(secret[u"name"]), plain(secret[u"place"]),
                   secret[u"read_only"].toBool() ? u"read-only"_s : QString()});
    return table.text(u"No secrets."_s);
}

/// "KEY = value" lines, then what was passed over.
QString settingsText(const QJsonObject &answer)
{
    QString text;
    const QJsonObject settings = answer.value(u"settings"_s).toObject();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        text += setting.key() + u" = "_s + printable(plain(setting.value())) + u'\n';
    for (const QJsonValue &name : answer.value(u"secrets"_s).toArray())
        text += u"stored the secret "_s + printable(name.toString()) + u'\n';
    for (const QJsonValue &ignored : answer.value(u"ignored"_s).toArray())
        text += u"ignored: "_s + printable(ignored.toString()) + u'\n';
    return text;
}

QString statusText(const QJsonObject &answer)
{
    QString text;
    for (auto value = answer.begin(); value != answer.end(); ++value)
        text += value.key() + u": "_s + printable(plain(value.value())) + u'\n';
    return text;
}

QString contentsText(const QJsonObject &answer)
{
    return u"%1 codes, %2 messages, %3 users"_s.arg(
        plain(answer.value(u"codes"_s)), plain(answer.value(u"messages"_s)), plain(answer.value(u"users"_s)));
}

QString restoreText(const QJsonObject &answer)
{
    QString text = u"Restored: "_s + contentsText(answer) + u".\n"_s;
    if (answer.value(u"kept"_s).isString())
        text += u"The database that was there lies in %1\n"_s.arg(printable(answer.value(u"kept"_s).toString()));
    if (!answer.value(u"same_key"_s).toBool())
        text += u"It was made with another key: texts that are sealed in it cannot be read (key_lost).\n"_s;
    return text;
}

QString testText(const QJsonObject &answer)
{
    QString text = answer.value(u"state"_s).toString() + u" through "_s + answer.value(u"provider"_s).toString();
    for (const QString &key : {u"provider_message_id"_s, u"error"_s}) {
        if (answer.value(key).isString())
            text += u": "_s + answer.value(key).toString();
    }
    return printable(text) + u'\n';
}

} // namespace

bool showsPhones(const QString &command)
{
    return command == u"codes.list" || command == u"log" || command == u"users.list";
}

QString answerText(const QString &command, const QJsonObject &answer, bool live)
{
    if (command == u"codes.list")
        return codesText(answer.value(u"codes"_s).toArray(), live);
    if (command == u"codes.wait") // the code alone, for $(smsauth codes wait …)
        return printable(answer.value(u"code"_s).toString()) + u'\n';
    if (command == u"log")
        return logText(answer.value(u"messages"_s).toArray(), live);
    if (command == u"users.list")
        return usersText(answer.value(u"users"_s).toArray(), live);
    if (command == u"faults.list")
        return faultsText(answer.value(u"faults"_s).toArray());
    if (command == u"faults.set")
        return faultsText({answer});
    if (command == u"faults.clear")
        return u"%1 removed.\n"_s.arg(plain(answer.value(u"deleted"_s)));
    if (command == u"audit.list")
        return auditText(answer.value(u"rows"_s).toArray());
    if (command == u"audit.verify")
        return auditVerdictText(answer);
    if (command == u"secret.list")
        return secretsText(answer.value(u"secrets"_s).toArray());
    if (command == u"secret.set")
        return u"Stored %1.\n"_s.arg(answer.value(u"name"_s).toString());
    if (command == u"secret.delete")
        return u"Deleted %1.\n"_s.arg(answer.value(u"name"_s).toString());
    if (command == u"send-test")
        return testText(answer);
    if (command == u"clear-expired")
        return u"%1 expired, %2 removed.\n"_s.arg(plain(answer.value(u"expired"_s)),
                                                  plain(answer.value(u"removed"_s)));
    if (command == u"backup")
        return u"Wrote %1 (%2 bytes): "_s.arg(printable(plain(answer.value(u"file"_s))),
                                              plain(answer.value(u"bytes"_s))) +
               contentsText(answer) + u".\n"_s;
    if (command == u"restore")
        return restoreText(answer);
    if (command == u"compact")
        return u"%1 bytes, before %2.\n"_s.arg(plain(answer.value(u"after"_s)), plain(answer.value(u"before"_s)));
    if (command.startsWith(u"settings."))
        return settingsText(answer);
    return statusText(answer);
}

QString errorText(const Error &error, bool json)
{
    if (json)
        return QString::fromUtf8(answerLine(error));
    QString text = error.detail.isEmpty() ? QString(wireName(error.code)) : error.detail;
    if (error.retryAfter.count() > 0)
        text += u" (again in %1 s)"_s.arg(error.retryAfter.count());
    return u"smsauth: "_s + printable(text) + u'\n';
}

} // namespace smsauth
