// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sealer.h"
#include "core/model/Records.h"
#include "core/settings/Settings.h"
#include "core/storage/CodeStore.h"

namespace smsauth {

class Stores;

/// Codes: made, kept sealed, compared in constant time, consumed once. Functions that
/// take the stores run on the storage thread, the others on any.
class CodeService
{
public:
    CodeService(const Settings &settings, const Clock &clock, Random &random, const Sealer &sealer);

    /// A new code that is not stored yet.
    struct Drawn
    {
        QString code;
        StoredCode stored;
        bool isDebug = false;
    };
    /// fixed: digits of the configured length, that are taken instead; empty as a rule.
    Drawn draw(const PhoneNumber &phone, const QString &fixed = {}) const;
    /// Ends an older code that is still live, before a new one is kept; its message is no longer sent.
    void supersede(Stores &stores, const NewestCode &older) const;
    /// Stores it. Every use of a debug code is written to the audit trail. changeForUser: 0 for a sign-in.
    void keep(Stores &stores, const Drawn &drawn, RowId messageId, RowId changeForUser) const;

    /// When a phone with this newest code may have its next one; none: now. A code that was used ends the wait.
    std::optional<Timestamp> nextAllowed(const std::optional<NewestCode> &newest) const;
    /// When the wait after a code that was not used ends; none: it is over.
    static std::optional<Timestamp> waitEnd(Timestamp createdAt, seconds wait, Timestamp now);

    /// Counts one try against the phone's live code, before any comparison. Nothing when there is no live code with
    /// a try left.
    std::optional<StoredCode> countTry(Stores &stores, const PhoneNumber &phone) const;
    /// Constant time; takes as long when there is no code.
    bool matches(const std::optional<StoredCode> &stored, const QString &code) const;
    /// True for exactly one caller per code.
    bool consume(Stores &stores, const StoredCode &stored) const;
    /// After a wrong try: ends the code that has none left.
    void endIfExhausted(Stores &stores, const StoredCode &stored) const;

    /// The readable code of a live one; empty when the key does not open it.
    QString open(const StoredCode &stored) const;

private:
    const Settings &m_settings;
    const Clock &m_clock;
    Random &m_random;
    const Sealer &m_sealer;
};

} // namespace smsauth
