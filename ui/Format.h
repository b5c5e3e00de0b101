// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

// How values are written for a person, in the language and the customs of the system. Translated.

/// "+1 202-555-0101"; masked in live mode.
QString phoneText(const PhoneNumber &phone, Mode mode);
/// Local time: "09:41:07" today, with the date otherwise.
QString timeText(Timestamp time, Timestamp now);
/// "4 s", "2 min 5 s", "3 h"; never negative.
QString durationText(milliseconds duration);
/// As above, and below ten seconds with a tenth: "0.2 s". How long something took.
QString elapsedText(milliseconds duration);
/// "just now", "4 s ago", "8 min ago".
QString agoText(Timestamp time, Timestamp now);

QString stateText(MessageState state);
QString stateText(CodeState state);
QString stateText(ServerState state);
QString modeText(Mode mode);

/// "3.0 MiB".
QString sizeText(qint64 bytes);

/// JSON with line breaks and two spaces of indent; what is not JSON comes back as it is.
QString prettyJson(const QByteArray &text);

} // namespace smsauth
