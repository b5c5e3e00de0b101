// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace smsauth {

/// `sql` is like the pattern that is bound to its mark: "lower(email) LIKE ? ESCAPE '!'".
QString likeCondition(const QString &sql);

/// Patterns that find the text anywhere in lower(…) of a column, whatever stands for anything in a pattern.
/// Several, any of which may fit: lower() of SQLite knows the case of ASCII letters only, so other words are looked
/// for in the usual ways of writing them.
QStringList likePatterns(const QString &text);

} // namespace smsauth
