// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/settings/SettingsImportTokens.h"

#include <optional>

namespace smsauth {

/// A name and what it is set to.
struct LibraryEntry
{
    QString key;
    std::optional<JsonValue> value; ///< none: an expression that only Python could compute
    int line = 0;                   ///< 0: not known (JSON)
};

/// Reads the literals among the tokens of a Python file and steps over every other expression. After the first
/// problem nothing that it returns counts.
class LiteralReader
{
public:
    /// The tokens have to outlive the reader.
    explicit LiteralReader(const std::vector<PythonToken> &tokens)
        : m_tokens(tokens)
    {
    }

    const PythonToken &token() const { return m_tokens[m_at]; }
    void next();
    /// Steps over the operator if it is the next token.
    bool take(QLatin1StringView op);

    /// Nothing: an expression, which has been stepped over.
    std::optional<JsonValue> value();
    /// The members of a dictionary whose { has been taken, up to and with its }.
    std::vector<LibraryEntry> members();

    /// "line N: reason", empty when there is none.
    const QString &problem() const { return m_problem; }
    void fail(int line, const QString &reason);

private:
    bool atEndOfValue() const;
    void skipExpression();
    std::optional<JsonValue> simpleValue();
    std::optional<JsonValue> text();
    std::optional<JsonValue> number(bool negative);
    std::optional<JsonValue> word();
    std::optional<JsonValue> operation();
    std::optional<JsonValue> bracket();
    std::optional<JsonValue> list();
    std::optional<JsonValue> dictionaryOrSet();
    bool isSet() const;

    const std::vector<PythonToken> &m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    QString m_problem;
};

} // namespace smsauth
