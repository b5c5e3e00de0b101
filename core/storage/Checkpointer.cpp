// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Checkpointer.h"

#include "core/base/Log.h"
#include "core/storage/Database.h"

#include <QFileInfo>

namespace smsauth {

namespace {

constexpr std::chrono::milliseconds Interval(100);
constexpr qint64 WorthIt = 1 << 20;
// PASSIVE never starts the log file anew while somebody reads or writes; past this size the writer waits for it
// once.
constexpr qint64 TooLong = 64 << 20;

} // namespace

Checkpointer::Checkpointer(const QString &file)
    : m_thread([this, file] { run(file); })
{
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Checkpointer::truncateSoon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_truncate = true;
    }
    m_wake.notify_one();
}

void Checkpointer::run(const QString &file)
{
    std::unique_ptr<Database> database;
    const Result<void> opened =
        guarded([&] { database = std::make_unique<Database>(file, Database::Access::Write); });
    if (!opened) {
        qCWarning(lcStorage) << "no checkpoints:" << opened.error().detail;
        return;
    }
    const QString log = file + QStringLiteral("-wal");
    for (;;) {
        bool truncate = false;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, Interval, [this] { return m_stop || m_truncate; });
            if (m_stop)
                return;
            truncate = std::exchange(m_truncate, false);
        }
        const qint64 size = QFileInfo(log).size();
        if (!truncate && size < WorthIt)
            continue;
        const Result<void> done = guarded([&] {
            database->run(database->dialect().writeBack);
            if (truncate)
                database->run(database->dialect().writeBackAndEmpty);
            else if (size > TooLong)
                database->run(database->dialect().writeBackAndRestart);
        });
        if (!done)
            qCDebug(lcStorage) << "checkpoint:" << done.error().detail;
    }
}

} // namespace smsauth
