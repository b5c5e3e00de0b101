// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Keyring.h"

#include <QMap>
#include <atomic>
#include <functional>
#include <mutex>

namespace smsauth {

/// A keyring in memory that fails where the test wants it to. As a real one does, it says "not found" when it is
/// locked and removes what is not there.
class FakeKeyring final : public Keyring
{
public:
    std::atomic<Presence> presence{Presence::Ready};
    std::atomic<int> probes{0};
    std::atomic<int> writes{0};
    QMap<QString, Secret> entries;
    Result<void> reading;   ///< what reads end with
    Result<void> writing;   ///< what writes end with
    Result<void> unlocking; ///< what unlock() ends with
    bool forgetful = false; ///< says yes and keeps nothing
    bool stubborn = false;  ///< says yes and removes nothing
    QString refusedKey;     ///< writes to keys that end so fail
    std::function<void()> duringRead = [] {};
    std::function<void()> duringUnlock = [] {};

    Presence probe(QDeadlineTimer) override
    {
        ++probes;
        return presence;
    }
    Result<Secret> read(const QString &key, QDeadlineTimer) override
    {
        duringRead();
        const std::lock_guard lock(m_mutex);
        if (!reading)
            return reading.error();
        if (presence != Presence::Ready || !entries.contains(key))
            return {ErrorCode::NotFound, QStringLiteral("Entry not found")};
        return entries.value(key);
    }
    Result<void> write(const QString &key, const Secret &value, QDeadlineTimer) override
    {
        const std::lock_guard lock(m_mutex);
        ++writes;
        if (!writing)
            return writing;
        if (!refusedKey.isEmpty() && key.endsWith(refusedKey))
            return {ErrorCode::SecretsUnavailable, QStringLiteral("refused")};
        if (!forgetful)
            entries.insert(key, value);
        return {};
    }
    Result<void> remove(const QString &key, QDeadlineTimer) override
    {
        const std::lock_guard lock(m_mutex);
        if (!stubborn && presence == Presence::Ready)
            entries.remove(key);
        return {};
    }
    Result<void> unlock(QDeadlineTimer) override
    {
        duringUnlock();
        if (unlocking)
            presence = Presence::Ready;
        return unlocking;
    }

private:
    std::mutex m_mutex;
};

} // namespace smsauth
