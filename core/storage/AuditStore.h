// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

class Database;

/// The append-only table `audit`. Every function throws StorageError.
class AuditStore
{
public:
    explicit AuditStore(Database &database)
        : m_db(database)
    {
    }

    void append(const AuditRecord &record); ///< record.id is ignored
    QList<AuditRecord> list(int limit, RowId before);

private:
    Database &m_db;
};

} // namespace smsauth
