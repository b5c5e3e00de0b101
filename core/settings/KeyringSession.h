// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Keyring.h"

namespace smsauth {

/// The keyring of this session: entries through QtKeychain (service "smsauth", never its plain-text fallback), its
/// state and unlocking through the Secret Service interface of freedesktop.org (version 0.2).
class KeyringSession final : public Keyring
{
public:
    Presence probe(QDeadlineTimer deadline) override;
    Result<Secret> read(const QString &key, QDeadlineTimer deadline) override;
    Result<void> write(const QString &key, const Secret &value, QDeadlineTimer deadline) override;
    Result<void> remove(const QString &key, QDeadlineTimer deadline) override;
    Result<void> unlock(QDeadlineTimer deadline) override;
};

} // namespace smsauth
