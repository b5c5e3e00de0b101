// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProviderReply.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr qint64 longestRetryAfter = 86400;

/// The member or item under one token of a pointer; null when there is none.
const OrderedJson *step(const OrderedJson &from, const QString &token)
{
    if (from.is_object()) {
        const auto found = from.find(token.toStdString());
        return found == from.end() ? nullptr : &*found;
    }
    bool isNumber = false;
    const uint index = token.toUInt(&isNumber);
    const bool plain = isNumber && QString::number(index) == token; // toUInt() takes " 1" and "01" too
    return from.is_array() && plain && index < from.size() ? &from[index] : nullptr;
}

QString readSource(const ReplySource &source, const ReplyBody &body, const TemplateValues &values)
{
    if (const auto *pointer = std::get_if<ReplyPointer>(&source))
        return pointer->read(body, values).value_or(QString());
    return std::get<BoundedPattern>(source).find(body.text).value_or(QString());
}

/// RFC 9110 §5.6.7, the one form that is still sent: "Sun, 06 Nov 1994 08:49:37 GMT".
QDateTime httpDate(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return date.isValid() ? QDateTime(date.date(), date.time(), QTimeZone::utc()) : date;
}

} // namespace

std::optional<QString> ReplyPointer::read(const ReplyBody &body, const TemplateValues &values) const
{
    const OrderedJson *at = body.json ? &*body.json : nullptr;
    for (const Template &token : tokens) {
        const Result<QString> text = token.expand(values);
        if (!at || !text)
            return std::nullopt;
        at = step(*at, *text);
    }
    return at ? scalarText(*at) : std::nullopt;
}

bool ReplyCondition::holds(int httpStatus, const QString &code, const ReplyBody &reply,
                           const TemplateValues &values) const
{
    if (!status.isEmpty() && !status.contains(httpStatus))
        return false;
    if (!codes.isEmpty() && !codes.contains(code))
        return false;
    if (body && !body->fits(reply.text))
        return false;
    return std::all_of(fields.begin(), fields.end(), [&](const Field &field) {
        const std::optional<QString> found = field.pointer.read(reply, values);
        return field.pattern ? found && field.pattern->fits(*found) : !found;
    });
}

ReplyBody ReplyRules::read(const ProviderReply &reply) const
{
    ReplyBody body{QString::fromUtf8(reply.body), std::nullopt};
    if (parseJson) {
        OrderedJson json = OrderedJson::parse(reply.body.begin(), reply.body.end(), nullptr, false);
        if (!json.is_discarded())
            body.json = std::move(json);
    }
    return body;
}

QString ReplyRules::patternThatGivesUpOn(const ReplyBody &body, const TemplateValues &values) const
{
    QList<std::pair<const BoundedPattern *, QString>> tried;
    for (const QList<ReplySource> *sources : {&id, &code, &error}) {
        for (const ReplySource &source : *sources) {
            if (const auto *pattern = std::get_if<BoundedPattern>(&source))
                tried.append({pattern, body.text});
        }
    }
    const auto add = [&](const ReplyCondition &condition) {
        if (condition.body)
            tried.append({&*condition.body, body.text});
        for (const ReplyCondition::Field &field : condition.fields) {
            if (field.pattern)
                tried.append({&*field.pattern, field.pointer.read(body, values).value_or(QString())});
        }
    };
    add(sent);
    for (const Rule &rule : rules)
        add(rule.when);
    const auto found = std::find_if(tried.begin(), tried.end(),
                                    [](const auto &each) { return each.first->givesUpOn(each.second); });
    return found == tried.end() ? QString() : found->first->pattern();
}

QString ReplyRules::find(const QList<ReplySource> &sources, const ReplyBody &body, const TemplateValues &values)
{
    for (const ReplySource &source : sources) {
        const QString found = readSource(source, body, values);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

Verdict ReplyRules::verdict(const ProviderReply &reply, const TemplateValues &values) const
{
    Verdict result;
    if (reply.transport != ProviderReply::Transport::Answered) {
        result.kind = defaultVerdict(reply);
        result.error = reply.networkError;
        return result;
    }
    const ReplyBody body = read(reply);
    result.messageId = find(id, body, values);
    result.code = find(code, body, values);
    if (sent.holds(reply.status, result.code, body, values)) {
        result.kind = Verdict::Kind::Sent;
        return result;
    }
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule &candidate) {
        return candidate.when.holds(reply.status, result.code, body, values);
    });
    result.kind = rule != rules.end() ? rule->is : defaultVerdict(reply);
    if (result.kind == Verdict::Kind::Sent)
        return result;
    result.error = find(error, body, values);
    if (result.error.isEmpty())
        result.error = u"HTTP status %1 without an explanation"_s.arg(reply.status);
    if (result.kind == Verdict::Kind::Busy)
        result.retryAfter = retryAfter(reply);
    return result;
}

Verdict::Kind defaultVerdict(const ProviderReply &reply)
{
    switch (reply.transport) {
    case ProviderReply::Transport::NotSent:
        return Verdict::Kind::Busy;
    case ProviderReply::Transport::NoAnswer:
        return Verdict::Kind::Unknown;
    case ProviderReply::Transport::Refused:
        return Verdict::Kind::Request;
    case ProviderReply::Transport::Answered:
        break;
    }
    static const QSet<int> account{401, 402, 403};
    static const QSet<int> busy{408, 425, 429};
    if (account.contains(reply.status))
        return Verdict::Kind::Account;
    if (busy.contains(reply.status) || reply.status >= 500)
        return Verdict::Kind::Busy;
    return reply.status >= 300 ? Verdict::Kind::Request : Verdict::Kind::Unknown;
}

seconds retryAfter(const ProviderReply &reply)
{
    const QByteArray text = reply.headers.value("retry-after").trimmed();
    bool isNumber = false;
    qint64 wait = text.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpDate(text);
        const QDateTime from = httpDate(reply.headers.value("date").trimmed());
        wait = until.isValid() && from.isValid() ? from.secsTo(until) : 0;
    }
    return seconds(std::clamp<qint64>(wait, 0, longestRetryAfter));
}

} // namespace smsauth
