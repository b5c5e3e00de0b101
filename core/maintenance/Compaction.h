// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Mailbox.h"
#include "core/base/Result.h"
#include "core/model/StorageRecords.h"

#include <QList>
#include <functional>

namespace smsauth {

class Checkpointer;
class StorageThread;

/// Gives what is free in the database back to the disk, in steps of some milliseconds that sign-ins pass between.
/// Lives on the server thread; every `done` runs there.
class Compaction
{
public:
    using Done = std::function<void(Result<CompactReport>)>;

    Compaction(StorageThread &storage, Mailbox &home, Checkpointer *checkpointer)
        : m_storage(storage)
        , m_home(home)
        , m_checkpointer(checkpointer)
    {
    }

    /// A run that is under way already is joined. Errors: NotAllowed (the file cannot shrink while it is used),
    /// Storage.
    void run(Done done);

private:
    void step();
    void finish(const Result<CompactReport> &result);

    StorageThread &m_storage;
    Mailbox &m_home;
    Checkpointer *m_checkpointer; ///< may be null
    CompactReport m_report;
    QList<Done> m_waiting; ///< not empty: a run is under way
};

} // namespace smsauth
