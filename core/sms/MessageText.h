// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

/// The text of a message: the template with {code} replaced. A template without {code} is refused when settings
/// load.
QString messageText(const QString &pattern, const QString &code);

/// How a text is split by the networks (3GPP TS 23.038): GSM 160/153 septets, UCS-2 70/67 units.
struct Segments
{
    bool gsm = true; ///< false: UCS-2
    int units = 0;   ///< septets or UTF-16 units; extension characters count twice
    int count = 0;   ///< messages that will be billed; 0 for an empty text
    int leftInLast = 0;
};
Segments segments(const QString &text);

} // namespace smsauth
