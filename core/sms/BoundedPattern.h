// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <optional>

namespace smsauth {

/// A regular expression that a person or a file has brought. Whatever it is and whatever it is held against, it
/// comes to an end soon: it gives up after StepsAtOnePlace steps at one place of the text, and on a text of more
/// than LongestText characters. Immutable; thread-safe.
class BoundedPattern
{
public:
    static constexpr int StepsAtOnePlace = 50'000;
    static constexpr qsizetype LongestText = 16'384;

    BoundedPattern() = default;
    explicit BoundedPattern(const QString &pattern);

    /// As it was given.
    const QString &pattern() const { return m_pattern; }
    /// Why it is no pattern, one English sentence; empty: it is one.
    QString problem() const;

    /// Its first group, or all that it fits; nothing when it fits nowhere or gave up, which the log is told.
    std::optional<QString> find(const QString &text) const;
    bool fits(const QString &text) const { return find(text).has_value(); }
    bool givesUpOn(const QString &text) const;

private:
    std::optional<QRegularExpressionMatch> match(const QString &text) const;

    QString m_pattern;
    QRegularExpression m_compiled;
};

} // namespace smsauth
