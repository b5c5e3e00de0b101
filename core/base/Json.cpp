// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <cstring>
#include <nlohmann/json.hpp>

namespace smsauth {

const JsonValue *JsonValue::member(QStringView name) const
{
    if (const Object *members = asObject()) {
        for (const auto &[key, value] : *members) {
            if (key == name)
                return &value;
        }
    }
    return nullptr;
}

QJsonValue JsonValue::toQt() const
{
    switch (kind()) {
    case Kind::Null:
        return QJsonValue(QJsonValue::Null);
    case Kind::Bool:
        return QJsonValue(*asBool());
    case Kind::Integer:
        return QJsonValue(*asInteger());
    case Kind::HugeInteger:
        return QJsonValue(asHuge()->digits.toDouble());
    case Kind::Float:
        return QJsonValue(*asFloat());
    case Kind::Text:
        return QJsonValue(*asText());
    case Kind::List: {
        QJsonArray list;
        for (const JsonValue &value : *asList())
            list.append(value.toQt());
        return list;
    }
    case Kind::Object: {
        QJsonObject object;
        for (const auto &[key, value] : *asObject())
            object.insert(key, value.toQt());
        return object;
    }
    }
    Q_UNREACHABLE();
}

namespace {

QString toQString(const std::string &utf8)
{
    // Qt leaves out a byte order mark that comes first; within a text it is a character (RFC 8259 §8.1).
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    return utf8.starts_with("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + text : text;
}

/// Builds the tree from the parser's events; returning false from an event ends the parsing.
class TreeBuilder
{
public:
    explicit TreeBuilder(int maxDepth)
        : m_maxDepth(maxDepth)
    {
    }

    bool null() { return add(JsonValue()); }
    bool boolean(bool value) { return add(JsonValue(value)); }
    bool number_integer(std::int64_t value) { return add(JsonValue(qint64(value))); }
    bool number_unsigned(std::uint64_t value)
    {
        if (value > std::uint64_t(std::numeric_limits<qint64>::max()))
            return add(JsonValue(JsonValue::Huge{QByteArray::number(quint64(value))}));
        return add(JsonValue(qint64(value)));
    }
    bool number_float(double value, const std::string &written)
    {
        // The parser falls back to double for integers beyond 64 bits; only the text tells them apart.
        if (written.find_first_of(".eE") == std::string::npos)
            return add(JsonValue(JsonValue::Huge{QByteArray::fromStdString(written)}));
        // 1e-400 is not zero, and other readers refuse it.
        if (value == 0 && written.find_first_of("123456789") < written.find_first_of("eE")) {
            m_problem = outOfRange();
            return false;
        }
        return add(JsonValue(value));
    }
    bool string(std::string &value) { return add(JsonValue(toQString(value))); }
    bool binary(std::vector<std::uint8_t> &) { return false; } // never in a text

    bool start_object(std::size_t) { return open(JsonValue(JsonValue::Object())); }
    bool key(std::string &name)
    {
        Level &level = m_open.back();
        level.key = toQString(name);
        if (isDuplicate(level)) {
            m_problem = QStringLiteral("Duplicate name");
            return false;
        }
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(JsonValue(JsonValue::List())); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error)
    {
        m_position = qsizetype(position);
        // 406: a number beyond the range of a double. The parser's own sentences are not part of our answers.
        m_problem = error.id == 406 ? outOfRange() : QStringLiteral("Invalid JSON");
        return false;
    }

    JsonValue takeRoot() { return std::move(m_root); }
    const QString &problem() const { return m_problem; }
    /// Bytes read up to and including the offending one; 0 when the parser did not say.
    qsizetype position() const { return m_position; }

private:
    struct Level
    {
        JsonValue value;
        QString key;
        QSet<QString> names; ///< filled once comparing one by one would be slow
    };

    static QString outOfRange() { return QStringLiteral("Number out of range"); }
    static bool isDuplicate(Level &level)
    {
        constexpr size_t FewMembers = 16;
        const JsonValue::Object &members = *level.value.asObject();
        if (members.size() < FewMembers)
            return level.value.member(level.key) != nullptr;
        if (level.names.isEmpty()) {
            for (const auto &[name, value] : members)
                level.names.insert(name);
        }
        const qsizetype before = level.names.size();
        level.names.insert(level.key);
        return level.names.size() == before;
    }

    bool open(JsonValue container)
    {
        if (int(m_open.size()) >= m_maxDepth) {
            m_problem = QStringLiteral("Nested too deeply");
            return false;
        }
        m_open.push_back(Level{std::move(container), {}, {}});
        return true;
    }

    bool close()
    {
        JsonValue done = std::move(m_open.back().value);
        m_open.pop_back();
        return add(std::move(done));
    }

    bool add(JsonValue value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
        } else if (JsonValue::List *list = m_open.back().value.asList()) {
            list->push_back(std::move(value));
        } else {
            m_open.back().value.asObject()->emplace_back(std::move(m_open.back().key), std::move(value));
        }
        return true;
    }

    int m_maxDepth;
    std::vector<Level> m_open;
    JsonValue m_root;
    QString m_problem;
    qsizetype m_position = 0;
};

Error problemAt(const QString &problem, QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(qBound<qsizetype>(0, offset, text.size()));
    const qsizetype lastBreak = before.lastIndexOf('\n');
    return {ErrorCode::InvalidInput, QStringLiteral("%1: line %2 column %3 (char %4)")
                                         .arg(problem)
                                         .arg(before.count('\n') + 1)
                                         .arg(before.size() - lastBreak)
                                         .arg(before.size())};
}

} // namespace

Result<JsonValue> readJson(QByteArrayView text, const JsonLimits &limits)
{
    if (text.size() > limits.size)
        return {ErrorCode::InvalidInput, QStringLiteral("The text is longer than %1 bytes").arg(limits.size)};
    if (text.startsWith("\xEF\xBB\xBF"))
        return problemAt(QStringLiteral("Unexpected byte order mark"), text, 0);
    // The parser takes a NUL for the end of the text and would not look at what follows.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return problemAt(QStringLiteral("Unexpected NUL"), text, nul);

    TreeBuilder builder(limits.depth);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return builder.takeRoot();

    // The parser counts what it has read, including the offending byte and the end of the text.
    const qsizetype offset = builder.position() > 0 ? builder.position() - 1 : 0;
    if (builder.position() == 0) // ended by the builder, which does not know where
        return Error{ErrorCode::InvalidInput, builder.problem()};
    if (offset >= text.size())
        return problemAt(QStringLiteral("Unexpected end"), text, offset);
    return problemAt(builder.problem(), text, offset);
}

} // namespace smsauth
