// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace smsauth {

/// Moves the write-ahead log into the database beside the writer, on a thread and a connection of its own:
/// checkpoints inside a commit are what makes the slowest answers. Harmless when it fails: the next round tries
/// again.
class Checkpointer
{
public:
    explicit Checkpointer(const QString &file);
    ~Checkpointer();

    /// Empties the log file as soon as possible: after a cleanup nothing of what was removed stays on disk.
    void truncateSoon();

private:
    void run(const QString &file);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    bool m_truncate = false;
    std::thread m_thread;
};

} // namespace smsauth
