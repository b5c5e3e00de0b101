// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/MessageText.h"

#include <QList>

namespace smsauth {
namespace {

// 3GPP TS 23.038 §6.2.1, the basic table row by row; U+001B there is the escape to the extension table.
constexpr char16_t basicTable[] =
    u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVW"
    u"XYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
// §6.2.1.1: each takes the escape and a septet of its own.
constexpr char16_t extensionTable[] = u"\f^{}\\[~]|€";

constexpr int gsmSingle = 160;
constexpr int gsmPart = 153;
constexpr int ucs2Single = 70;
constexpr int ucs2Part = 67;

/// Septets of a character; 0: not in the alphabet.
int septets(char16_t c)
{
    if (QStringView(basicTable).contains(QChar(c)))
        return 1;
    return QStringView(extensionTable).contains(QChar(c)) ? 2 : 0;
}

/// Fills parts with characters that must not be torn apart.
Segments fill(bool gsm, const QList<int> &sizes, int single, int part)
{
    Segments result;
    result.gsm = gsm;
    for (int size : sizes)
        result.units += size;
    if (result.units <= single) {
        result.count = result.units > 0 ? 1 : 0;
        result.leftInLast = single - result.units;
        return result;
    }
    int left = 0;
    for (int size : sizes) {
        if (size > left) {
            ++result.count;
            left = part;
        }
        left -= size;
    }
    result.leftInLast = left;
    return result;
}

} // namespace

QString messageText(const QString &pattern, const QString &code)
{
    return QString(pattern).replace(QStringLiteral("{code}"), code);
}

Segments segments(const QString &text)
{
    QList<int> gsmSizes;
    gsmSizes.reserve(text.size());
    for (QChar c : text)
        gsmSizes.append(septets(c.unicode()));
    if (!gsmSizes.contains(0))
        return fill(true, gsmSizes, gsmSingle, gsmPart);

    QList<int> ucs2Sizes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        ucs2Sizes.append(pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return fill(false, ucs2Sizes, ucs2Single, ucs2Part);
}

} // namespace smsauth
