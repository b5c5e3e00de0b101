// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/BoundedPattern.h"
#include "core/sms/SmsProvider.h"
#include "core/sms/TemplateTree.h"

#include <QSet>
#include <variant>

namespace smsauth {

/// A reply, read once: the tree when it is JSON, always the text.
struct ReplyBody
{
    QString text;
    std::optional<OrderedJson> json;
};

/// A JSON pointer (RFC 6901) whose tokens are templates. A value is one token, whatever it holds.
struct ReplyPointer
{
    QList<Template> tokens;

    /// The text of the scalar that it points to; nothing where there is none, a null or a branch.
    std::optional<QString> read(const ReplyBody &body, const TemplateValues &values) const;
};

/// Where a reply has its id, code or words: a pointer, or a pattern over the text (its first group, or all of it).
using ReplySource = std::variant<ReplyPointer, BoundedPattern>;

/// What must hold of a reply. What is not given holds.
struct ReplyCondition
{
    struct Field
    {
        ReplyPointer pointer;
        std::optional<BoundedPattern> pattern; ///< none: there must be nothing there
    };
    QSet<int> status;
    QSet<QString> codes;
    QList<Field> fields;
    std::optional<BoundedPattern> body;

    bool holds(int httpStatus, const QString &code, const ReplyBody &reply, const TemplateValues &values) const;
};

/// The `reply` part of a description.
struct ReplyRules
{
    struct Rule
    {
        ReplyCondition when;
        Verdict::Kind is = Verdict::Kind::Unknown;
    };
    bool parseJson = true;
    ReplyCondition sent;
    QList<ReplySource> id; ///< tried in order
    QList<ReplySource> code;
    QList<ReplySource> error;
    QList<Rule> rules; ///< the first that holds

    Verdict verdict(const ProviderReply &reply, const TemplateValues &values) const;
    ReplyBody read(const ProviderReply &reply) const;
    /// One of the patterns that give up on this reply; empty: none does.
    QString patternThatGivesUpOn(const ReplyBody &body, const TemplateValues &values) const;
    /// The first of the sources that finds something.
    static QString find(const QList<ReplySource> &sources, const ReplyBody &body, const TemplateValues &values);
};

/// What a reply means when no rule says so: 401/402/403 account, 408/425/429/5xx and no connection busy, other 3xx
/// and 4xx request, an answer that did not come or that says neither yes nor no unknown.
Verdict::Kind defaultVerdict(const ProviderReply &reply);

/// The Retry-After header (RFC 9110 §10.2.3), 0–86400 s. A date counts from the reply's own Date header.
seconds retryAfter(const ProviderReply &reply);

} // namespace smsauth
