// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StopSignals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace smsauth {

namespace {

constexpr std::array stopSignals{SIGTERM, SIGINT, SIGHUP};
int pipeEnds[2] = {-1, -1};

/// Only what a signal handler may do: one byte into the pipe. A full pipe already holds a wake-up.
void wake(int signalNumber)
{
    const int before = errno;
    const char byte = char(signalNumber);
    if (::write(pipeEnds[1], &byte, 1) != 1)
        errno = before;
    errno = before;
}

void handle(void (*handler)(int))
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : stopSignals) {
        struct sigaction before
        {
        };
        // nohup(1) has asked to go on when the terminal goes.
        if (number == SIGHUP && ::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        ::sigaction(number, &action, nullptr);
    }
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(pipeEnds[0] < 0);
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &StopSignals::read);
    handle(wake);
}

StopSignals::~StopSignals()
{
    handle(SIG_DFL);
    delete m_notifier;
    for (int &end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

void StopSignals::read()
{
    char byte = 0;
    while (::read(pipeEnds[0], &byte, 1) == 1)
        Q_EMIT requested(byte);
}

} // namespace smsauth
