// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

// Texts that came from outside, for a terminal: control characters (C0, C1), marks that turn the direction of
// writing, invisible ones and lone surrogates could change it, fake a line or show something else than there is.

/// Each of them replaced by U+FFFD.
QString printable(const QString &text);

/// For a JSON text: each of them escaped, so that it says the same.
QString printableJson(const QString &json);

} // namespace smsauth
