// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QString>
#include <utility>
#include <variant>
#include <vector>

namespace smsauth {

/// One value of a JSON text (RFC 8259) as it was written: members keep their order, and 4321, 4321.0 and
/// 1000000000000000000000000000000 stay three different things.
class JsonValue
{
public:
    enum class Kind { Null, Bool, Integer, HugeInteger, Float, Text, List, Object };
    using List = std::vector<JsonValue>;
    using Object = std::vector<std::pair<QString, JsonValue>>;
    /// An integer that does not fit 64 bits: its digits, with a leading minus where there was one.
    struct Huge
    {
        QByteArray digits;
    };

    JsonValue() = default; ///< null
    explicit JsonValue(bool value)
        : m_value(value)
    {
    }
    explicit JsonValue(qint64 value)
        : m_value(value)
    {
    }
    explicit JsonValue(Huge value)
        : m_value(std::move(value))
    {
    }
    explicit JsonValue(double value)
        : m_value(value)
    {
    }
    explicit JsonValue(QString value)
        : m_value(std::move(value))
    {
    }
    explicit JsonValue(List value)
        : m_value(std::move(value))
    {
    }
    explicit JsonValue(Object value)
        : m_value(std::move(value))
    {
    }

    Kind kind() const { return Kind(m_value.index()); }
    bool isNull() const { return kind() == Kind::Null; }
    bool isObject() const { return kind() == Kind::Object; }

    /// The value, or null when it is of another kind.
    const bool *asBool() const { return std::get_if<bool>(&m_value); }
    const qint64 *asInteger() const { return std::get_if<qint64>(&m_value); }
    const Huge *asHuge() const { return std::get_if<Huge>(&m_value); }
    const double *asFloat() const { return std::get_if<double>(&m_value); }
    const QString *asText() const { return std::get_if<QString>(&m_value); }
    const List *asList() const { return std::get_if<List>(&m_value); }
    const Object *asObject() const { return std::get_if<Object>(&m_value); }
    List *asList() { return std::get_if<List>(&m_value); }
    Object *asObject() { return std::get_if<Object>(&m_value); }

    /// The member of that name; null when there is none or this is no object.
    const JsonValue *member(QStringView name) const;

    /// For code that works with Qt's types. A huge integer becomes a double.
    QJsonValue toQt() const;

private:
    std::variant<std::monostate, bool, qint64, Huge, double, QString, List, Object> m_value;
};

struct JsonLimits
{
    int depth = 32;               ///< lists and objects inside each other
    qsizetype size = 1024 * 1024; ///< bytes
};

/// Reads a JSON text strictly: UTF-8 without byte order mark, no duplicate names, no NaN, nothing after the value,
/// no unpaired surrogate, within the limits. Thread-safe. Errors: InvalidInput, with the reason and where, e.g.
/// "Unexpected end: line 1 column 17 (char 16)".
Result<JsonValue> readJson(QByteArrayView text, const JsonLimits &limits = {});

} // namespace smsauth
