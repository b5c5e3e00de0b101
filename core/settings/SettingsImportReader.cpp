// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsImportReader.h"

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
