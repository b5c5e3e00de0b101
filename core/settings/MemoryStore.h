// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretStore.h"

#include <QMap>

namespace smsauth {

/// Secrets that end with the process. Not thread-safe by itself.
class MemoryStore final : public SecretStore
{
public:
    QLatin1StringView kind() const override { return QLatin1StringView("memory"); }
    State state() override { return State::Ready; }
    Result<Secret> read(const QString &name) override;
    Result<void> write(const QString &name, const Secret &value) override;
    Result<void> remove(const QString &name) override;
    Result<QStringList> names() override;

private:
    QMap<QString, Secret> m_secrets;
};

} // namespace smsauth
