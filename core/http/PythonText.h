// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

// What the library's framework makes of texts, where an app may rely on it.

namespace smsauth {

/// Without white space at both ends, in the sense of str.strip().
QStringView pythonStripped(QStringView text);

/// The number that int() reads: surrounding white space, a sign, decimal digits of any script, single underscores
/// between them. Numbers of more than 18 digits are refused here as well.
std::optional<qint64> pythonInteger(QStringView text);

} // namespace smsauth
