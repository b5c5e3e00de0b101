// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/Fields.h"

#include "core/http/PythonText.h"

#include <cmath>

namespace smsauth {

namespace {

/// The name of the type in the library's language.
QString typeName(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::Null:
        return QStringLiteral("NoneType");
    case JsonValue::Kind::Bool:
        return QStringLiteral("bool");
    case JsonValue::Kind::Integer:
    case JsonValue::Kind::HugeInteger:
        return QStringLiteral("int");
    case JsonValue::Kind::Float:
        return QStringLiteral("float");
    case JsonValue::Kind::Text:
        return QStringLiteral("str");
    case JsonValue::Kind::List:
        return QStringLiteral("list");
    case JsonValue::Kind::Object:
        return QStringLiteral("dict");
    }
    Q_UNREACHABLE();
}

/// "4321.0" counts as an integer: the text without a final point, zeros after it and white space at the end.
QStringView withoutZeroFraction(QStringView text)
{
    QStringView rest = text;
    while (!rest.isEmpty() && pythonStripped(rest.last(1)).isEmpty())
        rest.chop(1);
    while (rest.endsWith(u'0'))
        rest.chop(1);
    return rest.endsWith(u'.') ? rest.chopped(1) : text;
}

std::optional<qint64> integerFrom(const JsonValue &value)
{
    constexpr double FirstWithExponent = 1e16; // from here on the library's language writes "1e+16"
    if (const qint64 *integer = value.asInteger())
        return pythonInteger(QString::number(*integer));
    if (const double *number = value.asFloat()) {
        const bool whole = std::floor(*number) == *number && std::abs(*number) < FirstWithExponent;
        return whole ? std::optional(qint64(*number)) : std::nullopt;
    }
    if (const QString *text = value.asText())
        return pythonInteger(withoutZeroFraction(*text));
    return std::nullopt;
}

bool isLongerThan(const QString &text, qsizetype characters)
{
    return text.size() > characters && text.toUcs4().size() > characters;
}

} // namespace

FieldReader::FieldReader(const JsonValue &data)
    : m_data(data)
{
    if (data.isObject())
        return;
    const QString message =
        data.isNull()
            ? QStringLiteral("No data provided")
            : QStringLiteral("Invalid data. Expected a dictionary, but got %1.").arg(typeName(data.kind()));
    m_problems.append({QStringLiteral("non_field_errors"), message});
}

std::nullopt_t FieldReader::refuse(const QString &name, const QString &message)
{
    m_problems.append({name, message});
    return std::nullopt;
}

const JsonValue *FieldReader::present(const QString &name)
{
    if (!m_data.isObject())
        return nullptr;
    const JsonValue *value = m_data.member(name);
    if (!value)
        refuse(name, QStringLiteral("This field is required."));
    else if (value->isNull())
        refuse(name, QStringLiteral("This field may not be null."));
    return value && !value->isNull() ? value : nullptr;
}

std::optional<PhoneNumber> FieldReader::phone(const QString &name, const QString &region)
{
    const JsonValue *value = present(name);
    if (!value)
        return std::nullopt;
    const QString *text = value->asText();
    if (text && pythonStripped(*text).isEmpty())
        return refuse(name, QStringLiteral("This field may not be blank."));
    Result<PhoneNumber> phone = PhoneNumber::parse(text ? *text : QString(), region);
    if (!phone)
        return refuse(name, QStringLiteral("Enter a valid phone number."));
    return std::move(phone).value();
}

std::optional<QString> FieldReader::code(const QString &name)
{
    constexpr qsizetype LongestText = 1000;
    const JsonValue *value = present(name);
    if (!value)
        return std::nullopt;
    if (const QString *text = value->asText(); text && isLongerThan(*text, LongestText))
        return refuse(name, QStringLiteral("String value too large."));
    const std::optional<qint64> number = integerFrom(*value);
    if (!number)
        return refuse(name, QStringLiteral("A valid integer is required."));
    return QString::number(*number);
}

} // namespace smsauth
