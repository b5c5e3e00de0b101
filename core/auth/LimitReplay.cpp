// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/LimitReplay.h"

#include "core/auth/CodeService.h"
#include "core/auth/LimitSubject.h"

#include <QHashSeed>
#include <algorithm>

namespace smsauth {

namespace {

constexpr qsizetype ForgetAt = 100'000;

} // namespace

LimitReplay::LimitReplay(Settings settings, Timestamp from)
    : m_settings(std::move(settings))
    , m_from(from)
    , m_protect(m_settings.effectiveLimits() == LimitsMode::Protect)
    , m_seed(QHashSeed::globalSeed())
    , m_forgetAt(ForgetAt)
{
}

seconds LimitReplay::reach(const Settings &settings)
{
    seconds longest = settings.effectiveResendWait();
    if (settings.effectiveLimits() == LimitsMode::Protect) {
        for (const LimitScopeInfo &info : limitScopes()) {
            for (const Limit &limit : settings.*info.limits)
                longest = std::max(longest, limit.window);
        }
    }
    return longest;
}

void LimitReplay::take(const LoggedRequest &request)
{
    const bool isJudged = request.at >= m_from;
    const bool wasRefused = !request.refusal.isEmpty();
    if (wasRefused && request.refusal.startsWith(refusalOf(limitScope(LimitScope::Address).name))) {
        m_trial.notJudged += isJudged ? 1 : 0;
        return;
    }
    if (isJudged) {
        if (!m_trial.since)
            m_trial.since = request.at;
        ++m_trial.requests;
        m_trial.blockedThen += wasRefused ? 1 : 0;
    }
    const auto refused = [&](qint64 &reason) {
        if (!isJudged)
            return;
        ++m_trial.blocked;
        ++reason;
    };

    const Key phone = qHash(request.phone.e164(), m_seed);
    if (mustWait(phone, request.at))
        return refused(m_trial.byWait);
    if (!m_settings.countries.isEmpty() && !isAllowedCountry(m_settings, withCountry(request.phone).country()))
        return refused(m_trial.byCountries);
    if (m_protect) {
        const std::vector<Subject> subjects = subjectsOf(withCountry(request.phone));
        if (const LimitScopeInfo *full = firstFull(subjects, request.at)) {
            if (isJudged)
                refused(m_trial.byLimit[full->scope]);
            return;
        }
        for (const Subject &subject : subjects) {
            for (const Limit &limit : m_settings.*subject.info->limits)
                windowOf(subject.key, limit.window, request.at).count(request.at, limit.window);
        }
    }
    m_lastCodes.insert(phone, {request.at, request.usedAt});
    if (m_windows.size() + m_lastCodes.size() > m_forgetAt)
        forgetWhatIsOver(request.at);
}

bool LimitReplay::mustWait(Key phone, Timestamp at) const
{
    const auto last = m_lastCodes.constFind(phone);
    if (last == m_lastCodes.constEnd() || (last->usedAt && *last->usedAt <= at))
        return false;
    return CodeService::waitEnd(last->at, m_settings.effectiveResendWait(), at).has_value();
}

// Ranges of ten thousand numbers belong to one country; to look at each number anew would take half a minute for a
// million.
PhoneNumber LimitReplay::withCountry(const PhoneNumber &phone)
{
    const Key range = qHash(phone.prefix(), m_seed);
    auto known = m_countryOfRange.constFind(range);
    if (known == m_countryOfRange.constEnd()) {
        const QString found = phone.country();
        const QString country = found.isNull() ? QStringLiteral("") : found;
        auto shared = m_countries.constFind(country);
        if (shared == m_countries.constEnd())
            shared = m_countries.insert(country, country);
        known = m_countryOfRange.insert(range, *shared);
    }
    return PhoneNumber::fromStored(phone.e164(), *known);
}

std::vector<LimitReplay::Subject> LimitReplay::subjectsOf(const PhoneNumber &phone) const
{
    std::vector<Subject> subjects;
    for (const LimitScopeInfo &info : limitScopes()) {
        if (info.scope != LimitScope::Address)
            subjects.push_back({&info, qHash(limitSubject(info.scope, phone, {}), m_seed)});
    }
    return subjects;
}

const LimitScopeInfo *LimitReplay::firstFull(const std::vector<Subject> &subjects, Timestamp at)
{
    for (const Subject &subject : subjects) {
        for (const Limit &limit : m_settings.*subject.info->limits) {
            if (windowOf(subject.key, limit.window, at).isFull(limit))
                return subject.info;
        }
    }
    return nullptr;
}

LimitWindow &LimitReplay::windowOf(Key subject, seconds length, Timestamp at)
{
    LimitWindow &window = m_windows[qHashMulti(m_seed, subject, qint64(length.count()))];
    if (window.isOver(at, length))
        window = {};
    return window;
}

void LimitReplay::forgetWhatIsOver(Timestamp at)
{
    const seconds wait = m_settings.effectiveResendWait();
    m_windows.removeIf([&](QHash<Key, LimitWindow>::iterator window) { return window.value().endsAt <= at; });
    m_lastCodes.removeIf(
        [&](QHash<Key, LastCode>::iterator last) { return !CodeService::waitEnd(last.value().at, wait, at); });
    m_forgetAt = std::max(ForgetAt, 2 * (m_windows.size() + m_lastCodes.size()));
}

} // namespace smsauth
