// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/RateLimiter.h"

#include "core/auth/LimitSubject.h"
#include "core/storage/Stores.h"

namespace smsauth {

namespace {

seconds secondsUntil(Timestamp end, Timestamp now)
{
    return std::max(seconds(1), std::chrono::ceil<seconds>(end - now));
}

constexpr seconds LongestWait = std::chrono::hours(24);

// After 5 failures 30 s, doubling up to an hour; from 100 on a day. Never for ever: a stranger could lock somebody
// out.
seconds waitAfter(int failures)
{
    if (failures < 5)
        return seconds(0);
    if (failures >= 100)
        return LongestWait;
    return std::min<seconds>(std::chrono::hours(1), seconds(30) * (1 << std::min(failures - 5, 10)));
}

} // namespace

RateLimiter::RateLimiter(const Settings &settings, const Clock &clock)
    : m_settings(settings)
    , m_clock(clock)
    , m_protect(settings.effectiveLimits() == LimitsMode::Protect)
{
}

RateLimiter::Subjects RateLimiter::subjectsOf(const PhoneNumber &phone, const QString &address) const
{
    if (!m_protect)
        return {};
    Subjects subjects;
    for (const LimitScopeInfo &info : limitScopes())
        subjects.append({limitSubject(info.scope, phone, address), m_settings.*info.limits});
    return subjects;
}

Result<void> RateLimiter::check(Stores &stores, const PhoneNumber &phone, const Subjects &subjects) const
{
    if (!isAllowedCountry(m_settings, phone.country()))
        return {ErrorCode::CountryNotAllowed, QStringLiteral("country %1 is not allowed").arg(phone.country())};
    const Timestamp now = m_clock.now();
    const auto full = stores.limits.firstFull(subjects, now);
    if (!full)
        return {};
    return Error{ErrorCode::LimitReached,
                 QStringLiteral("%1 %2 per %3 s")
                     .arg(refusalOf(full->subject.section(u':', 0, 0)))
                     .arg(full->limit.count)
                     .arg(full->limit.window.count()),
                 secondsUntil(full->endsAt, now)};
}

void RateLimiter::count(Stores &stores, const Subjects &subjects) const
{
    stores.limits.countAll(subjects, m_clock.now());
}

void RateLimiter::countQuestion(Stores &stores, const Subjects &subjects) const
{
    const QString address = limitScope(LimitScope::Address).name + u':';
    Subjects asking = subjects;
    asking.removeIf([&](const LimitStore::Subject &subject) { return !subject.name.startsWith(address); });
    count(stores, asking);
}

Result<void> RateLimiter::mayVerify(Stores &stores, const PhoneNumber &phone) const
{
    if (!m_protect)
        return {};
    const Timestamp now = m_clock.now();
    const LimitStore::Failures failures = stores.limits.failures(phone);
    // A wait beyond the longest one means that the wall clock was set back.
    if (failures.waitUntil <= now || failures.waitUntil > now + LongestWait)
        return {};
    return Error{ErrorCode::LimitReached, QStringLiteral("too many failed tries"),
                 secondsUntil(failures.waitUntil, now)};
}

void RateLimiter::countFailure(Stores &stores, const PhoneNumber &phone) const
{
    if (!m_protect)
        return;
    LimitStore::Failures failures = stores.limits.failures(phone);
    ++failures.count;
    failures.waitUntil = m_clock.now() + waitAfter(failures.count);
    stores.limits.setFailures(phone, failures);
}

void RateLimiter::clearFailures(Stores &stores, const PhoneNumber &phone) const
{
    if (m_protect)
        stores.limits.clearFailures(phone);
}

} // namespace smsauth
