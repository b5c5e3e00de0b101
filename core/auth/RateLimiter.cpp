// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/RateLimiter.h"

#include "core/storage/Stores.h"

#include <QHostAddress>

namespace smsauth {

namespace {

// IPv6 hosts own a whole /64: it counts as one address. A missing address shares one bucket.
QString addressSubject(const QString &text)
{
    const QHostAddress address(text);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return QStringLiteral("unknown");
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString() + QStringLiteral("/64");
}

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
    return {{QStringLiteral("phone:") + phone.e164(), m_settings.limitPhone},
            {QStringLiteral("address:") + addressSubject(address), m_settings.limitAddress},
            {QStringLiteral("prefix:") + phone.prefix(), m_settings.limitPrefix},
            {QStringLiteral("country:") + phone.country(), m_settings.limitCountry},
            {QStringLiteral("global:"), m_settings.limitGlobal}};
}

Result<void> RateLimiter::check(Stores &stores, const PhoneNumber &phone, const Subjects &subjects) const
{
    if (!m_settings.countries.isEmpty() && !m_settings.countries.contains(phone.country()))
        return {ErrorCode::CountryNotAllowed, QStringLiteral("country %1 is not allowed").arg(phone.country())};
    const Timestamp now = m_clock.now();
    const auto full = stores.limits.firstFull(subjects, now);
    if (!full)
        return {};
    return Error{ErrorCode::LimitReached,
                 QStringLiteral("limit %1: %2 per %3 s")
                     .arg(full->subject.section(u':', 0, 0))
                     .arg(full->limit.count)
                     .arg(full->limit.window.count()),
                 secondsUntil(full->endsAt, now)};
}

void RateLimiter::count(Stores &stores, const Subjects &subjects) const
{
    stores.limits.countAll(subjects, m_clock.now());
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
