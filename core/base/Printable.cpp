// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Printable.h"

namespace smsauth {

namespace {

bool isRisky(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// The text with `replacement` (of its UTF-16 units) in the place of every risky character.
template<class Replacement>
QString replaced(const QString &text, Replacement replacement)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair =
            text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const qsizetype length = isPair ? 2 : 1;
        const QStringView units = QStringView(text).mid(at, length);
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(units[0], units[1]) : char32_t(units[0].unicode());
        if (isRisky(character))
            result += replacement(units);
        else
            result += units;
        at += length;
    }
    return result;
}

} // namespace

QString printable(const QString &text)
{
    return replaced(text, [](QStringView) { return QString(QChar(QChar::ReplacementCharacter)); });
}

QString printableJson(const QString &json)
{
    return replaced(json, [](QStringView units) {
        QString escaped;
        for (const QChar unit : units)
            escaped += QStringLiteral("\\u%1").arg(uint(unit.unicode()), 4, 16, QLatin1Char('0'));
        return escaped;
    });
}

} // namespace smsauth
