// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretSources.h"
#include "core/settings/SecretVault.h"

#include <mutex>

namespace smsauth {

/// A vault of two layers: the read-only sources above, one store below. Makes the store thread-safe: one call at a
/// time, and whoever has waited 5 s for the others gets TimedOut.
class SecretLayers final : public SecretVault
{
public:
    SecretLayers(std::unique_ptr<SecretStore> store, SecretSources sources, QString provider, QString reason,
                 Random &random);

    QString kind() const override;
    QString reason() const override;
    SecretStore::State state() override;
    Result<void> unlock() override;
    bool survivesRestart() const override;

    Result<Secret> read(const QString &name) override;
    Result<void> write(const QString &name, const Secret &value) override;
    Result<void> remove(const QString &name) override;
    Result<QList<Entry>> entries() override;
    Result<Secret> readOrCreateKey(const QString &name, qsizetype bytes) override;
    void keepInMemory() override;
    void setProvider(const QString &id) override;

private:
    /// Runs the action alone with the store. Result: that of the action.
    template<class Action>
    auto alone(Action &&action) -> decltype(action());
    QString provider() const;
    /// NotAllowed when a source stands over the name; InvalidInput when it is no name.
    Result<void> writable(const QString &name) const;

    const std::unique_ptr<SecretStore> m_store;
    const SecretSources m_sources;
    const QString m_reason;
    Random &m_random;

    std::timed_mutex m_turn;
    std::unique_ptr<SecretStore> m_memory; ///< guarded by m_turn; null: everything goes to the store
    mutable std::mutex m_providerMutex;
    QString m_provider;
};

} // namespace smsauth
