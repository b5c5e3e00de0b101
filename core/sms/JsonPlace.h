// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace smsauth {

/// A place in a text, counted from 1 as editors count; 0: not known.
struct TextPlace
{
    int line = 0;
    int column = 0; ///< characters

    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// Where the value (of a member: its name) stands to which a JSON pointer (RFC 6901) leads in a valid JSON text. A
/// pointer that leads further than the text goes ends at the last place that is there. Pure; thread-safe.
TextPlace findJsonPlace(const QByteArray &json, const QString &pointer);

/// The place of a byte of a UTF-8 text.
TextPlace textPlaceOf(const QByteArray &text, qsizetype offset);

} // namespace smsauth
