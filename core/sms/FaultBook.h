// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/model/Fault.h"
#include "core/settings/Settings.h"

#include <QHash>
#include <QList>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace smsauth {

/// The test numbers and faults of a profile, kept in its faults.json. Only made use of in simulated mode. What
/// changes or lists them belongs on the server thread; matching is for any thread, and costs one look while there
/// are none.
class FaultBook
{
public:
    static constexpr int MaxRules = 500;

    FaultBook(QString file, const Clock &clock, Random &random);

    /// Reads the file; a missing one has no rules. Whatever is wrong with it, the rules stay as they were.
    /// Errors: Settings (the file, which rule, what is wrong), Storage (not readable).
    Result<void> load(const Settings &settings);

    /// Those that hold now: numbers first, in the order in which they were added.
    QList<FaultRule> rules() const;
    /// Adds the rule, or replaces the one with its id; the file is written before it holds.
    /// Errors: InvalidInput (see checkFault(); more than 100 % altogether; too many rules; already over), Storage.
    Result<FaultRule> set(const FaultRule &rule, const Settings &settings);
    /// As above, from JSON; see faultFromJson().
    Result<FaultRule> setFrom(QByteArrayView json, const Settings &settings);
    /// Errors: NotFound, Storage.
    Result<void> remove(const QString &id);
    /// Returns how many there were. Errors: Storage.
    Result<int> clear();

    /// When the next rule ends by itself.
    std::optional<Timestamp> nextEnd() const;
    /// Forgets those that are over.
    void dropEnded();
    /// Called after every change.
    void onChange(std::function<void()> action) { m_changed = std::move(action); }

    using Match = std::shared_ptr<const FaultRule>;
    /// The rule for a sign-in of this number, null for none: that of the very number, else one of any number, if
    /// the die says so.
    Match forSignIn(const PhoneNumber &phone) const;
    /// The rule of the very number.
    Match ofNumber(const PhoneNumber &phone) const;

private:
    struct Rules
    {
        QHash<PhoneNumber, Match> byNumber;
        QList<Match> any; ///< altogether at most 100 %
    };
    Result<void> save(const QList<FaultRule> &rules) const;
    void use(const QList<FaultRule> &rules);
    std::shared_ptr<const Rules> current() const;

    const QString m_file;
    const Clock &m_clock;
    Random &m_random;
    std::function<void()> m_changed;
    QList<FaultRule> m_rules;

    mutable std::mutex m_mutex; ///< guards the pointer
    std::shared_ptr<const Rules> m_current;
    std::atomic<bool> m_some = false;
};

} // namespace smsauth
