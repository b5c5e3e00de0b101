// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsImportReader.h"

#include "core/settings/SettingsImportTokens.h"

#include <QStringDecoder>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using Kind = PythonToken::Kind;
using Entry = LibrarySettings::Entry;

constexpr QStringView Dictionary = u"SMS_AUTH_SETTINGS";
constexpr QStringView Region = u"PHONENUMBER_DEFAULT_REGION";
constexpr QStringView Apps = u"INSTALLED_APPS";
constexpr qsizetype LargestText = 1024 * 1024;
constexpr int DeepestNesting = 32;

std::optional<JsonValue> numberFrom(QString text, bool negative)
{
    text.remove(u'_');
    bool good = false;
    const qint64 whole = text.toLongLong(&good, text.startsWith(u'0') ? 0 : 10);
    if (good)
        return JsonValue(negative ? -whole : whole);
    const double broken = text.toDouble(&good);
    return good ? std::optional(JsonValue(negative ? -broken : broken)) : std::nullopt;
}

/// Reads literals and steps over everything else. After the first problem nothing that it returns counts.
class LiteralReader
{
public:
    explicit LiteralReader(const std::vector<PythonToken> &tokens)
        : m_tokens(tokens)
    {
    }

    const PythonToken &token() const { return m_tokens[m_at]; }
    void next()
    {
        if (token().kind != Kind::End)
            ++m_at;
    }
    bool take(QLatin1StringView op)
    {
        const bool here = token().isOperator(op);
        if (here)
            next();
        return here;
    }
    const QString &problem() const { return m_problem; }
    void fail(int line, const QString &reason)
    {
        if (m_problem.isEmpty())
            m_problem = u"line %1: %2"_s.arg(line).arg(reason);
    }

    /// Nothing: an expression, which has been stepped over.
    std::optional<JsonValue> value()
    {
        std::optional<JsonValue> read = simpleValue();
        if (atEndOfValue())
            return read;
        skipExpression();
        return std::nullopt;
    }

    /// The members of a dictionary whose { has been taken, and its }.
    std::vector<Entry> members()
    {
        std::vector<Entry> entries;
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

private:
    bool atEndOfValue() const
    {
        return token().endsStatement() ||
               (token().kind == Kind::Operator && u",:)]}"_s.contains(token().text) && token().text.size() == 1);
    }

    void skipExpression()
    {
        int depth = 0;
        bool inLambda = false;
        while (token().kind != Kind::End) {
            const QString &text = token().text;
            if (depth == 0 && atEndOfValue() && !(inLambda && text == u":"_s))
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

    std::optional<JsonValue> simpleValue()
    {
        switch (token().kind) {
        case Kind::Text:
        case Kind::Computed:
            return text();
        case Kind::Number: {
            const QString digits = token().text;
            next();
            return numberFrom(digits, false);
        }
        case Kind::Name:
            return word();
        case Kind::Operator:
            return bracketOrSign();
        case Kind::NewLine:
        case Kind::End:
            fail(token().line, u"a value is missing"_s);
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    /// Strings that follow each other are one.
    std::optional<JsonValue> text()
    {
        QString whole;
        bool computed = false;
        for (; token().kind == Kind::Text || token().kind == Kind::Computed; next()) {
            computed = computed || token().kind == Kind::Computed;
            whole += token().text;
        }
        return computed ? std::nullopt : std::optional(JsonValue(whole));
    }

    std::optional<JsonValue> word()
    {
        const QString name = token().text;
        if (name == u"True"_s || name == u"False"_s || name == u"None"_s) {
            next();
            return name == u"None"_s ? JsonValue() : JsonValue(name == u"True"_s);
        }
        skipExpression();
        return std::nullopt;
    }

    std::optional<JsonValue> bracketOrSign()
    {
        if (token().isOperator("-"_L1) || token().isOperator("+"_L1)) {
            const bool negative = token().isOperator("-"_L1);
            next();
            if (token().kind != Kind::Number) {
                skipExpression();
                return std::nullopt;
            }
            const QString digits = token().text;
            next();
            return numberFrom(digits, negative);
        }
        const bool opens = token().isOperator("("_L1) || token().isOperator("["_L1) || token().isOperator("{"_L1);
        if (!opens) {
            if (atEndOfValue())
                fail(token().line, u"a value is missing before %1"_s.arg(token().text));
            else
                skipExpression();
            return std::nullopt;
        }
        if (++m_depth > DeepestNesting) {
            fail(token().line, u"nested too deeply"_s);
            return std::nullopt;
        }
        std::optional<JsonValue> read = token().isOperator("{"_L1) ? dictionaryOrSet() : list();
        --m_depth;
        return read;
    }

    /// [a, b], (a, b), or (a), which is only a.
    std::optional<JsonValue> list()
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

    std::optional<JsonValue> dictionaryOrSet()
    {
        if (isSet()) {
            skipExpression();
            return std::nullopt;
        }
        next();
        JsonValue::Object object;
        bool literal = true;
        for (Entry &entry : members()) {
            literal = literal && entry.value;
            if (entry.value)
                object.emplace_back(std::move(entry.key), *std::move(entry.value));
        }
        return literal ? std::optional(JsonValue(std::move(object))) : std::nullopt;
    }

    bool isSet() const
    {
        LiteralReader ahead(m_tokens);
        ahead.m_at = m_at;
        ahead.m_depth = m_depth;
        ahead.next();
        if (ahead.token().isOperator("}"_L1) || ahead.token().isOperator("**"_L1))
            return false;
        ahead.skipExpression();
        return !ahead.token().isOperator(":"_L1);
    }

    const std::vector<PythonToken> &m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    QString m_problem;
};

/// Walks the statements of a file and picks the three names out of it.
class FileReader
{
public:
    explicit FileReader(const std::vector<PythonToken> &tokens)
        : m_reader(tokens)
    {
    }

    Result<LibrarySettings> run()
    {
        if (m_reader.take("{"_L1)) {
            m_found.entries = m_reader.members();
            m_assignments = 1;
            if (!m_reader.token().endsStatement())
                m_reader.fail(m_reader.token().line, u"nothing may follow the dictionary"_s);
        }
        while (m_reader.problem().isEmpty() && m_reader.token().kind != Kind::End)
            statement();
        if (m_reader.problem().isEmpty())
            considerIndented();
        if (!m_reader.problem().isEmpty())
            return {ErrorCode::Settings, m_reader.problem()};
        return std::move(m_found);
    }

private:
    void statement()
    {
        const PythonToken &first = m_reader.token();
        const bool indented = first.indented;
        const QString name = first.kind == Kind::Name ? first.text : QString();
        m_reader.next();
        if (name == Apps)
            collectApps();
        else if (name == Dictionary)
            dictionary(indented);
        else if (name == Region && !indented)
            region();
        while (m_reader.problem().isEmpty() && !m_reader.token().endsStatement())
            m_reader.next();
        m_reader.next();
    }

    bool takeAssignment()
    {
        if (m_reader.take(":"_L1)) { // NAME: type = value
            while (!m_reader.token().endsStatement() && !m_reader.token().isOperator("="_L1))
                m_reader.next();
        }
        return m_reader.take("="_L1);
    }

    void collectApps()
    {
        for (; !m_reader.token().endsStatement(); m_reader.next()) {
            if (m_reader.token().kind == Kind::Text)
                m_found.apps.append(m_reader.token().text);
        }
    }

    void region()
    {
        const int line = m_reader.token().line;
        if (takeAssignment())
            m_found.region = Entry{Region.toString(), m_reader.value(), line};
    }

    void dictionary(bool indented)
    {
        const int line = m_reader.token().line;
        if (m_reader.take("["_L1))
            return oneMember(line, indented);
        if (!takeAssignment())
            return;
        if (!m_reader.take("{"_L1))
            return m_reader.fail(line, u"%1 is not a literal dictionary"_s.arg(Dictionary));
        std::vector<Entry> entries = m_reader.members();
        if (indented) { // in a block: whether Python would come here is not known
            m_indented = std::move(entries);
            m_indentedLines.append(line);
            return;
        }
        ++m_assignments;
        m_found.entries = std::move(entries);
    }

    /// SMS_AUTH_SETTINGS["KEY"] = value
    void oneMember(int line, bool indented)
    {
        const std::optional<JsonValue> key = m_reader.value();
        const QString *name = key ? key->asText() : nullptr;
        if (!name || !m_reader.take("]"_L1) || !m_reader.take("="_L1))
            return;
        std::optional<JsonValue> value = m_reader.value();
        if (indented)
            value.reset();
        else
            ++m_assignments;
        m_found.entries.push_back({*name, std::move(value), line});
    }

    void considerIndented()
    {
        if (m_assignments > 0) {
            for (const int line : m_indentedLines)
                m_found.entries.push_back({Dictionary.toString(), std::nullopt, line});
        } else if (m_indentedLines.size() == 1) {
            m_found.entries.insert(m_found.entries.begin(), m_indented.begin(), m_indented.end());
        } else if (m_indentedLines.isEmpty()) {
            m_reader.fail(1, u"there is no %1 = {…} in the text"_s.arg(Dictionary));
        } else {
            m_reader.fail(m_indentedLines.back(), u"%1 is set in several blocks; keep one"_s.arg(Dictionary));
        }
    }

    LiteralReader m_reader;
    LibrarySettings m_found;
    int m_assignments = 0;
    std::vector<Entry> m_indented;
    QList<int> m_indentedLines;
};

LibrarySettings fromJson(const JsonValue &root)
{
    LibrarySettings found;
    const JsonValue *inner = root.member(Dictionary);
    const JsonValue &dictionary = inner && inner->isObject() ? *inner : root;
    for (const auto &[key, value] : *dictionary.asObject()) {
        if (key != Region && key != Apps)
            found.entries.push_back({key, value, 0});
    }
    if (const JsonValue *region = root.member(Region))
        found.region = Entry{Region.toString(), *region, 0};
    if (const JsonValue *apps = root.member(Apps); apps && apps->asList()) {
        for (const JsonValue &app : *apps->asList()) {
            if (const QString *text = app.asText())
                found.apps.append(*text);
        }
    }
    return found;
}

} // namespace

Result<LibrarySettings> readLibrarySettings(const QByteArray &bytes)
{
    if (bytes.size() > LargestText)
        return {ErrorCode::Settings, u"the text is longer than %1 bytes"_s.arg(LargestText)};
    const QByteArrayView plain = QByteArrayView(bytes).sliced(bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    const Result<JsonValue> json = readJson(plain, {.depth = DeepestNesting, .size = LargestText});
    if (json && json->isObject())
        return fromJson(*json);

    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(plain);
    if (decoder.hasError() || text.contains(QChar::Null))
        return {ErrorCode::Settings, u"the text is not UTF-8"_s};
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const Result<std::vector<PythonToken>> tokens = pythonTokens(text);
    if (!tokens)
        return tokens.error();
    return FileReader(*tokens).run();
}

} // namespace smsauth
