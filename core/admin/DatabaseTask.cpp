// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/DatabaseTask.h"

namespace smsauth {

namespace {

QString underWay(DatabaseTask::Kind kind)
{
    switch (kind) {
    case DatabaseTask::Kind::BackUp:
        return QStringLiteral("a back-up is being written");
    case DatabaseTask::Kind::Restore:
        return QStringLiteral("a back-up is being restored");
    case DatabaseTask::Kind::Rebuild:
        return QStringLiteral("the database is being rebuilt");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Cancellation> DatabaseTask::begin(Kind kind)
{
    if (m_current)
        return {ErrorCode::Busy, underWay(m_current->kind)};
    m_current = Current{kind, {}};
    return m_current->cancellation;
}

void DatabaseTask::cancel(Kind kind)
{
    if (m_current && m_current->kind == kind)
        m_current->cancellation.cancel();
}

void DatabaseTask::cancel()
{
    if (m_current)
        m_current->cancellation.cancel();
}

} // namespace smsauth
