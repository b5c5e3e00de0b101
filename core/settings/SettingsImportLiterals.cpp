// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsImportLiterals.h"

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using Kind = PythonToken::Kind;

constexpr int DeepestNesting = 32;

} // namespace

void LiteralReader::next()
{
    if (token().kind != Kind::End)
        ++m_at;
}

bool LiteralReader::take(QLatin1StringView op)
{
    const bool here = token().isOperator(op);
    if (here)
        next();
    return here;
}

void LiteralReader::fail(int line, const QString &reason)
{
    if (m_problem.isEmpty())
        m_problem = u"line %1: %2"_s.arg(line).arg(reason);
}

std::optional<JsonValue> LiteralReader::value()
{
    std::optional<JsonValue> read = simpleValue();
    if (atEndOfValue())
        return read;
    skipExpression(); // "a" % b, 60 * 5, True if c else False: what was read is only its beginning
    return std::nullopt;
}

std::vector<LibraryEntry> LiteralReader::members()
{
    std::vector<LibraryEntry> entries;
    while (m_problem.isEmpty() && !take("}"_L1)) {
        const int line = token().line;
        if (take("**"_L1)) {
            skipExpression();
            entries.push_back({QString(), std::nullopt, line});
        } else {
            const std::optional<JsonValue> key = value();
            if (!take(":"_L1)) {
                fail(token().line, u"':' is missing after the name"_s);
                break;
            }
            std::optional<JsonValue> content = value();
            const QString *name = key ? key->asText() : nullptr;
            entries.push_back({name ? *name : QString(), name ? std::move(content) : std::nullopt, line});
        }
        if (!take(","_L1) && !token().isOperator("}"_L1))
            fail(token().line, u"',' is missing before this line or in it"_s);
    }
    return entries;
}

bool LiteralReader::atEndOfValue() const
{
    return token().endsStatement() ||
           (token().kind == Kind::Operator && token().text.size() == 1 && u",:)]}"_s.contains(token().text));
}

void LiteralReader::skipExpression()
{
    int depth = 0;
    bool inLambda = false; // its parameters are separated by commas and end with a colon
    while (token().kind != Kind::End) {
        const QString &text = token().text;
        if (depth == 0 && atEndOfValue() && !(inLambda && (text == u":"_s || text == u","_s)))
            return;
        if (token().kind == Kind::Name && text == u"lambda"_s)
            inLambda = true;
        if (token().kind == Kind::Operator) {
            depth += text == u"("_s || text == u"["_s || text == u"{"_s;
            depth -= text == u")"_s || text == u"]"_s || text == u"}"_s;
            inLambda = inLambda && text != u":"_s;
        }
        next();
    }
}

std::optional<JsonValue> LiteralReader::simpleValue()
{
    switch (token().kind) {
    case Kind::Text:
    case Kind::Computed:
        return text();
    case Kind::Number:
        return number(false);
    case Kind::Name:
        return word();
    case Kind::Operator:
        return operation();
    case Kind::NewLine:
    case Kind::End:
        fail(token().line, u"a value is missing"_s);
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

// Strings that follow each other are one.
std::optional<JsonValue> LiteralReader::text()
{
    QString whole;
    bool computed = false;
    for (; token().kind == Kind::Text || token().kind == Kind::Computed; next()) {
        computed = computed || token().kind == Kind::Computed;
        whole += token().text;
    }
    return computed ? std::nullopt : std::optional(JsonValue(whole));
}

std::optional<JsonValue> LiteralReader::number(bool negative)
{
    QString digits = token().text;
    next();
    digits.remove(u'_');
    bool good = false;
    const qint64 whole = digits.toLongLong(&good, digits.startsWith(u'0') ? 0 : 10);
    if (good)
        return JsonValue(negative ? -whole : whole);
    const double broken = digits.toDouble(&good);
    return good ? std::optional(JsonValue(negative ? -broken : broken)) : std::nullopt;
}

std::optional<JsonValue> LiteralReader::word()
{
    const QString name = token().text;
    if (name == u"True"_s || name == u"False"_s || name == u"None"_s) {
        next();
        return name == u"None"_s ? JsonValue() : JsonValue(name == u"True"_s);
    }
    skipExpression();
    return std::nullopt;
}

std::optional<JsonValue> LiteralReader::operation()
{
    if (token().isOperator("("_L1) || token().isOperator("["_L1) || token().isOperator("{"_L1))
        return bracket();
    if (atEndOfValue()) {
        fail(token().line, u"a value is missing before %1"_s.arg(token().text));
        return std::nullopt;
    }
    const bool negative = token().isOperator("-"_L1);
    if (negative || token().isOperator("+"_L1)) {
        next();
        if (token().kind == Kind::Number)
            return number(negative);
    }
    skipExpression();
    return std::nullopt;
}

std::optional<JsonValue> LiteralReader::bracket()
{
    if (m_depth == DeepestNesting) {
        fail(token().line, u"nested too deeply"_s);
        return std::nullopt;
    }
    ++m_depth;
    std::optional<JsonValue> read = token().isOperator("{"_L1) ? dictionaryOrSet() : list();
    --m_depth;
    return read;
}

// [a, b], (a, b), or (a), which is only a.
std::optional<JsonValue> LiteralReader::list()
{
    const bool round = token().isOperator("("_L1);
    const QLatin1StringView end = round ? ")"_L1 : "]"_L1;
    next();
    JsonValue::List items;
    bool literal = true;
    bool comma = false;
    while (m_problem.isEmpty() && !take(end)) {
        std::optional<JsonValue> item = value();
        literal = literal && item;
        if (item)
            items.push_back(*std::move(item));
        if (take(","_L1))
            comma = true;
        else if (!token().isOperator(end))
            fail(token().line, u"',' or %1 is missing"_s.arg(end));
    }
    if (!literal)
        return std::nullopt;
    if (round && !comma && items.size() == 1)
        return std::move(items.front());
    return JsonValue(std::move(items));
}

std::optional<JsonValue> LiteralReader::dictionaryOrSet()
{
    if (isSet()) {
        skipExpression();
        return std::nullopt;
    }
    next();
    JsonValue::Object object;
    bool literal = true;
    for (LibraryEntry &entry : members()) {
        literal = literal && entry.value;
        if (entry.value)
            object.emplace_back(std::move(entry.key), *std::move(entry.value));
    }
    return literal ? std::optional(JsonValue(std::move(object))) : std::nullopt;
}

bool LiteralReader::isSet() const
{
    LiteralReader ahead(m_tokens);
    ahead.m_at = m_at + 1;
    if (ahead.token().isOperator("}"_L1) || ahead.token().isOperator("**"_L1))
        return false;
    ahead.skipExpression();
    return !ahead.token().isOperator(":"_L1);
}

} // namespace smsauth
