// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace smsauth {

void hardenProcess()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ // its search for leaks attaches to the process
    // The limit does not hold for a core_pattern that pipes to a program; this does.
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace smsauth
