// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/PythonText.h"

#include <QList>

namespace smsauth {

namespace {

// str.isspace() also counts the information separators, QChar::isSpace() does not.
bool isPythonSpace(QChar c)
{
    return c.isSpace() || (c >= QChar(0x1c) && c <= QChar(0x1f));
}

} // namespace

QStringView pythonStripped(QStringView text)
{
    while (!text.isEmpty() && isPythonSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isPythonSpace(text.back()))
        text.chop(1);
    return text;
}

std::optional<qint64> pythonInteger(QStringView text)
{
    constexpr qint64 Bound = 1'000'000'000'000'000'000;
    text = pythonStripped(text);
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);

    qint64 number = 0;
    bool afterDigit = false;
    for (const uint character : text.toUcs4()) {
        if (character == U'_' && afterDigit) {
            afterDigit = false;
            continue;
        }
        if (QChar::category(character) != QChar::Number_DecimalDigit)
            return std::nullopt;
        number = number * 10 + QChar::digitValue(character);
        if (number >= Bound)
            return std::nullopt;
        afterDigit = true;
    }
    if (!afterDigit)
        return std::nullopt;
    return negative ? -number : number;
}

} // namespace smsauth
