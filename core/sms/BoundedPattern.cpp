// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/BoundedPattern.h"

#include "core/base/Log.h"

using namespace Qt::StringLiterals;

namespace smsauth {

namespace {

// https://www.pcre.org/current/doc/html/pcre2pattern.html#SEC2: of two limits the lower one holds. Compiled to
// machine code, not every step would be counted.
const QString &bounds()
{
    static const QString text = u"(*NO_JIT)(*LIMIT_MATCH=%1)"_s.arg(BoundedPattern::StepsAtOnePlace);
    return text;
}

} // namespace

BoundedPattern::BoundedPattern(const QString &pattern)
    : m_pattern(pattern)
    , m_compiled(bounds() + pattern)
{
}

QString BoundedPattern::problem() const
{
    if (m_compiled.isValid())
        return {};
    return u"is not a valid pattern: %1 at character %2"_s.arg(m_compiled.errorString())
        .arg(std::max<qsizetype>(0, m_compiled.patternErrorOffset() - bounds().size()));
}

/// Nothing: it gives up.
std::optional<QRegularExpressionMatch> BoundedPattern::match(const QString &text) const
{
    // A part of the text would not do: the pattern may say what must not be in it.
    if (text.size() > LongestText)
        return std::nullopt;
    QRegularExpressionMatch found = m_compiled.match(text);
    if (!found.isValid())
        return std::nullopt;
    return found;
}

std::optional<QString> BoundedPattern::find(const QString &text) const
{
    const auto found = match(text);
    if (!found && m_compiled.isValid())
        qCWarning(lcSms) << "a pattern in a gateway's description gave up on a reply that is too long for it";
    if (!found || !found->hasMatch())
        return std::nullopt;
    return found->captured(found->lastCapturedIndex() > 0 ? 1 : 0);
}

bool BoundedPattern::givesUpOn(const QString &text) const
{
    return m_compiled.isValid() && !match(text);
}

} // namespace smsauth
