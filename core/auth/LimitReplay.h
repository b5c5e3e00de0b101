// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/LimitScopes.h"
#include "core/storage/LimitWindow.h"
#include "core/storage/MessageLog.h"

#include <QHash>

namespace smsauth {

/// What settings would have done to requests that the log still knows, by the rules of SignIn: wait, countries,
/// limits. The address of a request is not in the log, so its limit is left out. Takes requests in their order;
/// keeps only what may still matter to the next ones. Any one thread.
class LimitReplay
{
public:
    /// Requests before `from` are not judged; they fill the windows that are open by then.
    LimitReplay(Settings settings, Timestamp from);

    void take(const LoggedRequest &request);
    const LimitTrial &trial() const { return m_trial; }

    /// How long before `from` a request can matter.
    static seconds reach(const Settings &settings);

private:
    // Names as numbers of 64 bits: a million of them stay small, and one in many billions of pairs is alike.
    using Key = size_t;
    struct LastCode
    {
        Timestamp at;
        std::optional<Timestamp> usedAt;
    };

    bool mustWait(Key phone, Timestamp at) const;
    PhoneNumber withCountry(const PhoneNumber &phone);
    struct Subject
    {
        const LimitScopeInfo *info;
        Key key;
    };
    std::vector<Subject> subjectsOf(const PhoneNumber &phone) const;
    const LimitScopeInfo *firstFull(const std::vector<Subject> &subjects, Timestamp at);
    LimitWindow &windowOf(Key subject, seconds length, Timestamp at);
    void forgetWhatIsOver(Timestamp at);

    const Settings m_settings;
    const Timestamp m_from;
    const bool m_protect;
    const size_t m_seed;
    LimitTrial m_trial;
    QHash<Key, LimitWindow> m_windows;
    QHash<Key, LastCode> m_lastCodes;
    QHash<Key, QString> m_countryOfRange;
    QHash<QString, QString> m_countries; ///< one text for each country, however many ranges it has
    qsizetype m_forgetAt;
};

} // namespace smsauth
