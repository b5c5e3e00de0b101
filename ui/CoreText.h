// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace smsauth {

/// What core says in English - the detail of an error, a reason in the log - as a sentence in the person's
/// language. Words that core only passes on, such as the system's or a gateway's, come back in quotation marks.
/// Empty stays empty.
QString coreText(const QString &english);
/// As above, but the words of others as they are: for a place that says whose words they are.
QString reasonText(const QString &english);
/// None: core says no such sentence by itself.
std::optional<QString> knownCoreText(const QString &english);

} // namespace smsauth
