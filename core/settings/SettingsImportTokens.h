// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <vector>

namespace smsauth {

/// A word of a Python file (https://docs.python.org/3/reference/lexical_analysis.html), as far as it takes to find
/// literals in it.
struct PythonToken
{
    enum class Kind {
        Name,
        Number,
        Text,     ///< a string literal; text is its value
        Computed, ///< an f-string, bytes or a string with \N{…}: no plain text
        Operator, ///< one or two characters: "=", "==", "{", …
        NewLine,  ///< ends a statement; never inside brackets
        End,
    };
    Kind kind = Kind::End;
    QString text;
    int line = 1;
    bool indented = false; ///< the first one of an indented statement

    bool isOperator(QLatin1StringView wanted) const { return kind == Kind::Operator && text == wanted; }
    bool endsStatement() const { return kind == Kind::NewLine || kind == Kind::End; }
};

/// Thread-safe. The last token is End. Errors: Settings, "line N: reason" (a string or a bracket without its end).
Result<std::vector<PythonToken>> pythonTokens(QStringView text);

} // namespace smsauth
