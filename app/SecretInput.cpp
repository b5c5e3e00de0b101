// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SecretInput.h"

#include <QString>
#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Longest = 64 * 1024;

/// Echo off for as long as it lives.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    termios m_before{};
    bool m_changed = false;
};

/// Up to the end of the input, or of its first line. No stdio: its buffer would keep the secret.
QByteArray readInput(bool firstLine)
{
    QByteArray all;
    all.reserve(Longest + 1); // growing would leave copies behind
    char byte = 0;
    ssize_t got = 0;
    while (all.size() <= Longest && ((got = ::read(STDIN_FILENO, &byte, 1)) == 1 || (got < 0 && errno == EINTR))) {
        if (got != 1)
            continue;
        all.append(byte);
        if (firstLine && byte == '\n')
            break;
    }
    return all;
}

} // namespace

bool hasTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

Result<Secret> readSecret(const QString &prompt)
{
    QByteArray value;
    if (hasTerminal()) {
        std::fputs(qPrintable(prompt + u": "_s), stderr);
        const SilentTerminal silence;
        value = readInput(true);
    } else {
        value = readInput(false);
    }
    if (value.endsWith('\n'))
        value.chop(1);
    if (value.endsWith('\r'))
        value.chop(1);
    if (value.size() > Longest) {
        wipe(value);
        return {ErrorCode::InvalidInput, u"the value is longer than %1 bytes"_s.arg(Longest)};
    }
    if (value.isEmpty())
        return {ErrorCode::InvalidInput, u"the value is empty"_s};
    return Secret(std::move(value));
}

} // namespace smsauth
