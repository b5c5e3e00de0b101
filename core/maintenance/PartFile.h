// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace smsauth {

// Files that come into being under another name and are renamed when they are whole.

/// Errors: Storage, with the system's words for errno, or with others.
Error fileError(const QString &what);
Error fileError(const QString &what, const QString &why);

/// A new, empty file of this user alone, locked for as long as this lives: whoever finds it locked knows that
/// somebody is at work on it.
class PartFile
{
public:
    PartFile() = default;
    ~PartFile();
    Q_DISABLE_COPY_MOVE(PartFile)

    /// `stem` and a number. Errors: Storage.
    Result<void> make(const QString &stem);
    const QString &name() const { return m_name; }
    /// Not while SQLite has the file open, see DatabaseFile.
    void unlock();

    /// Whether a PartFile of any process holds it.
    static bool isLocked(const QString &file);

private:
    QString m_name;
    int m_handle = -1;
};

/// Renames in one step. false: errno says why; without `overwrite` EEXIST where there is such a file already.
bool renameTo(const QString &from, const QString &to, bool overwrite);

/// A database with all that lies beside it and belongs to it.
void removeWithSides(const QString &file);

/// By whatever name or link: one of the files that the server has open. To be asked before the file is opened:
/// closing it would let go of SQLite's locks, see DatabaseFile.
bool belongsTo(const QString &database, const QString &file);

} // namespace smsauth
