// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/StorageRecords.h"

#include <functional>

namespace smsauth {

class Stores;

// A back-up on its way into the place of the database. All of it blocks as long as the files are large: never on
// the server thread, but for the exchange, which only renames.

/// A back-up beside the database, where it only has to be renamed. Removes its file unless somebody took it.
class StagedBackup
{
public:
    StagedBackup() = default;
    ~StagedBackup();
    Q_DISABLE_COPY_MOVE(StagedBackup)

    /// Copies `file` to a new file beside `database` and looks at it from one end to the other. What is told is
    /// true of the copy, whatever becomes of `file` meanwhile. keyId: of this profile's key. Errors: InvalidInput
    /// (what is wrong with it; also when changes lie beside it that are not in it), Storage.
    Result<BackupCheck> stage(const QString &file, const QString &database, const QString &keyId);
    /// Brings it to this program's version, ends what must not come back to life (live codes, waiting messages),
    /// and runs `note` in the same transaction. Precondition: staged. Errors: Storage.
    Result<void> prepare(const std::function<void(Stores &)> &note);
    /// The last step, once nobody writes to `database` any more: rows get no number that it has given to others.
    /// Precondition: prepared. Errors: Storage.
    Result<void> followNumbersOf(const QString &database);
    const QString &file() const { return m_file; }
    /// From now on the file is somebody else's.
    void release() { m_file.clear(); }

private:
    Result<void> change(const std::function<void()> &how);

    QString m_file; ///< empty: none
};

/// Removes what a process that was killed has staged beside the database. Before anything is staged.
void removeStaged(const QString &database);

/// Puts `file` in the place of the database, which lies under the name that is returned from then on; empty: there
/// was none. Precondition: nobody has either of them open. Errors: Storage; then the database is where it was.
Result<QString> exchangeDatabase(const QString &database, const QString &file, const QString &dated);
/// The way back: what lies in the place of the database goes, `kept` returns.
Result<void> returnDatabase(const QString &database, const QString &kept);

} // namespace smsauth
