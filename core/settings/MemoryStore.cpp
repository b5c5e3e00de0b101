// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/MemoryStore.h"

namespace smsauth {

using namespace Qt::StringLiterals;

Result<Secret> MemoryStore::read(const QString &name)
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        return {ErrorCode::NotFound, u"no secret is named %1"_s.arg(name)};
    return *found;
}

Result<void> MemoryStore::write(const QString &name, const Secret &value)
{
    m_secrets.insert(name, value);
    return {};
}

Result<void> MemoryStore::remove(const QString &name)
{
    if (m_secrets.remove(name) == 0)
        return {ErrorCode::NotFound, u"no secret is named %1"_s.arg(name)};
    return {};
}

Result<QStringList> MemoryStore::names()
{
    return QStringList(m_secrets.keys());
}

} // namespace smsauth
