// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Hardening.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace smsauth {

namespace {

/// A closed standard input, output or error leaves its number to the next file that is opened, and what is meant
/// for the one is then written into the other. For reading alone: what is written fails, as it would on a closed
/// one.
void takeStandardDescriptors()
{
    int taken = 0;
    do
        taken = ::open("/dev/null", O_RDONLY); // the lowest number that is free
    while (taken >= 0 && taken <= STDERR_FILENO);
    if (taken >= 0)
        ::close(taken);
}

} // namespace

void hardenProcess()
{
    takeStandardDescriptors();
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ // its search for leaks attaches to the process
    // The limit does not hold for a core_pattern that pipes to a program; this does.
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace smsauth
