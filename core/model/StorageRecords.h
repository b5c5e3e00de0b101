// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QString>
#include <optional>

// What console and command line know of the database as a whole.

namespace smsauth {

/// What the database takes up on the disk, in bytes.
struct StorageSize
{
    QString file;
    qint64 bytes = 0;
    qint64 free = 0;     ///< of them hold nothing any more
    bool shrinks = true; ///< can give them back while it is used; otherwise it has to be rebuilt once
};

struct StorageContents
{
    qint64 codes = 0;
    qint64 messages = 0;
    qint64 users = 0;
};

struct CompactReport
{
    qint64 before = 0; ///< bytes
    qint64 after = 0;
};

struct BackupReport
{
    QString file;
    qint64 bytes = 0;
    StorageContents contents;
};

/// What a person has to know of a back-up before it takes the place of the database.
struct BackupCheck
{
    QString file;
    qint64 bytes = 0;
    std::optional<Timestamp> lastChange; ///< when its newest message or code was written; none: it has neither
    StorageContents contents;
    StorageContents present; ///< what the database holds now
    bool sameKey = true;     ///< false: another profile's key has sealed what is in it
};

struct RestoreReport
{
    QString kept; ///< the file in which the database that was there lies now; empty: there was none
    StorageContents contents;
    bool sameKey = true;
};

} // namespace smsauth
