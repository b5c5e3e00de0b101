// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace smsauth {

/// Who works on a database: one program at a time, since each sends what waits in it and seals its audit trail.
/// Held on a file beside it, which stays there; the system releases it when the process ends. One thread.
class DatabaseLock
{
public:
    DatabaseLock() = default;
    ~DatabaseLock() { release(); }
    Q_DISABLE_COPY_MOVE(DatabaseLock)

    /// Does nothing when it is held for this file; one for another file is released. Errors: InUse, Storage (the
    /// file beside it cannot be written).
    Result<void> acquire(const QString &database);
    void release();

private:
    int m_file = -1;
    QString m_name;
};

} // namespace smsauth
