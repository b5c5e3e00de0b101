// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sealer.h"
#include "core/model/Records.h"
#include "core/settings/Settings.h"

namespace smsauth {

class Stores;

/// Codes: made, kept sealed, compared in constant time, consumed once. All functions run on the storage thread.
class CodeService
{
public:
    CodeService(const Settings &settings, const Clock &clock, Random &random, const Sealer &sealer);

    struct Issued
    {
        RowId id = 0;
        QString code;
        Timestamp expiresAt;
    };
    /// A new code for the phone; an older live one is superseded. changeForUser: 0 for a sign-in.
    Issued issue(Stores &stores, const PhoneNumber &phone, RowId changeForUser) const;

    /// When the phone may have its next code; none: now. A code that was used ends the wait.
    std::optional<Timestamp> nextAllowed(Stores &stores, const PhoneNumber &phone) const;

    /// Counts one try against the phone's live code, before any comparison. Returns the code as it stood, or nothing
    /// when there is no live code with a try left.
    std::optional<CodeRecord> countTry(Stores &stores, const PhoneNumber &phone) const;
    /// Constant time; takes the same time when there is no code.
    bool matches(const std::optional<CodeRecord> &record, const QString &code) const;
    /// True for exactly one caller per code.
    bool consume(Stores &stores, const CodeRecord &record) const;

private:
    const Settings &m_settings;
    const Clock &m_clock;
    Random &m_random;
    const Sealer &m_sealer;
};

} // namespace smsauth
