// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <optional>

namespace smsauth {

using TemplateValues = QHash<QString, QString>;

/// A text with placeholders, "…{name|filter|filter}…", taken apart once. Filters:
///   digits  only the decimal digits 0–9        int   the leaf becomes a JSON number
///   ms      seconds → milliseconds             min   seconds → whole minutes, at least 1
///   iso     seconds → "PT300S"                 maxN  the first N characters, 1–9999
/// Immutable; thread-safe.
class Template
{
public:
    /// Errors: InvalidInput, detail says what is wrong with the text.
    static Result<Template> parse(const QString &text);

    /// Every name that the text uses.
    QStringList names() const;
    /// One placeholder and nothing around it: a field that is dropped when the value is empty.
    bool isLonePlaceholder() const { return m_parts.size() == 1 && !m_parts.first().name.isEmpty(); }
    bool startsWithPlaceholder() const { return !m_parts.isEmpty() && !m_parts.first().name.isEmpty(); }
    /// Ends in the filter `int`; only a lone placeholder may.
    bool isNumber() const;

    /// A name without a value stands for nothing. Errors: InvalidInput (ms, min, iso and int want a whole number).
    Result<QString> expand(const TemplateValues &values) const;
    /// The pieces one by one, so that each can be encoded for the place it goes to.
    struct Piece
    {
        QString text;
        bool fromValue = false;
    };
    Result<QList<Piece>> pieces(const TemplateValues &values) const;

private:
    struct Filter
    {
        enum class Kind { Digits, Int, Milliseconds, Minutes, Iso, Max };
        Kind kind = Kind::Digits;
        int length = 0; ///< for Max
    };
    struct Part
    {
        QString literal; ///< used when name is empty
        QString name;
        QList<Filter> filters;
    };
    static Result<Part> parsePlaceholder(QStringView inside);
    static std::optional<Filter> parseFilter(QStringView word);
    static Result<QString> apply(const Filter &filter, const QString &name, const QString &value);

    QList<Part> m_parts;
};

/// What the name of a variable may be: a–z, then a–z, 0–9 and _, at most 32.
bool isVariableName(QStringView name);

} // namespace smsauth
