// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Keyring.h"
#include "core/settings/SecretStore.h"

namespace smsauth {

/// The secrets of one profile in a keyring. Each call ends within 5 s (unlock: 120 s), probes before it believes
/// anything and again before it says "not found". Not thread-safe by itself, apart from state() and unlock().
class KeyringStore final : public SecretStore
{
public:
    /// space: keeps the entries of this profile apart, "<space>/<name>".
    KeyringStore(std::shared_ptr<Keyring> keyring, QString space);

    QLatin1StringView kind() const override { return QLatin1StringView("keyring"); }
    State state() override;
    Result<Secret> read(const QString &name) override;
    Result<void> write(const QString &name, const Secret &value) override;
    Result<void> remove(const QString &name) override;
    Result<QStringList> names() override;
    Result<void> unlock() override;

private:
    Result<void> usable(QDeadlineTimer deadline);
    /// A keyring has no list of keys: one entry of its own keeps the names.
    Result<QStringList> readIndex(QDeadlineTimer deadline);
    Result<void> writeIndex(const QStringList &names, QDeadlineTimer deadline);
    Result<Secret> readEntry(const QString &key, QDeadlineTimer deadline);

    QString keyOf(const QString &name) const { return m_space + u'/' + name; }

    const std::shared_ptr<Keyring> m_keyring;
    const QString m_space;
};

} // namespace smsauth
