// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>
#include <mutex>

namespace smsauth {

/// Writes lines to a descriptor that somebody else may have stopped reading, without holding up whoever has
/// something to say: after a short wait a line is dropped, the ones behind it at once, and when there is room again
/// a line tells how many. Thread-safe. SIGPIPE is the business of the process.
class LineSink
{
public:
    static constexpr std::chrono::milliseconds Patience{100};

    /// descriptor: stays the caller's, and open.
    explicit LineSink(int descriptor);
    ~LineSink();
    Q_DISABLE_COPY_MOVE(LineSink)

    /// line, dropped: with their line breaks. dropped(n) is asked for the line that tells of n lost ones.
    void write(const QByteArray &line, QByteArray (*dropped)(qint64 lines));

private:
    enum class Written { All, Part, Nothing };
    Written put(const QByteArray &text, std::chrono::milliseconds patience);

    std::mutex m_mutex;
    const int m_descriptor; ///< one of our own that never waits, where the kind of file allows that
    const bool m_isOwn;
    qint64 m_dropped = 0;
    bool m_isWithinLine = false;
};

} // namespace smsauth
