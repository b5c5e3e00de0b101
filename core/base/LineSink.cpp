// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LineSink.h"

#include <QDeadlineTimer>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

namespace {

/// A pipe or a terminal of its own: O_NONBLOCK on the shared one would change it for the shell, too. What cannot be
/// opened again is written to in pieces for which poll(2) has promised room.
int reopened(int descriptor)
{
    struct stat info
    {
    };
    if (::fstat(descriptor, &info) != 0 || (!S_ISFIFO(info.st_mode) && !S_ISCHR(info.st_mode)))
        return descriptor;
    const QByteArray path = "/proc/self/fd/" + QByteArray::number(descriptor);
    const int own = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    return own >= 0 ? own : descriptor;
}

} // namespace

LineSink::LineSink(int descriptor)
    : m_descriptor(reopened(descriptor))
    , m_isOwn(m_descriptor != descriptor)
{
}

LineSink::~LineSink()
{
    if (m_isOwn)
        ::close(m_descriptor);
}

void LineSink::write(const QByteArray &line, QByteArray (*dropped)(qint64))
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = m_isWithinLine ? QByteArray("\n") : QByteArray();
    if (m_dropped > 0)
        text += dropped(m_dropped);
    text += line;
    switch (put(text, m_dropped > 0 ? std::chrono::milliseconds(0) : Patience)) {
    case Written::All:
        m_dropped = 0;
        m_isWithinLine = false;
        break;
    case Written::Part: // what of it went out is not known to be a whole line
        m_isWithinLine = true;
        ++m_dropped;
        break;
    case Written::Nothing:
        ++m_dropped;
        break;
    }
}

LineSink::Written LineSink::put(const QByteArray &text, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    qsizetype done = 0;
    while (done < text.size()) {
        pollfd room{m_descriptor, POLLOUT, 0};
        const int ready = ::poll(&room, 1, int(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || (room.revents & POLLNVAL))
            break;
        // So much at most has room in a pipe that poll(2) says has any.
        const ssize_t put =
            ::write(m_descriptor, text.constData() + done, size_t(qMin<qsizetype>(PIPE_BUF, text.size() - done)));
        if (put < 0 && errno != EINTR && errno != EAGAIN)
            break;
        if (put > 0)
            done += put;
        else if (deadline.hasExpired())
            break;
    }
    return done == text.size() ? Written::All : done > 0 ? Written::Part : Written::Nothing;
}

} // namespace smsauth
