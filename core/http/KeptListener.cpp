// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/KeptListener.h"

#include <fcntl.h>
#include <unistd.h>

namespace smsauth {

KeptListener::KeptListener(qintptr listening)
    : m_descriptor(listening < 0 ? -1 : ::fcntl(int(listening), F_DUPFD_CLOEXEC, 0))
{
}

KeptListener::~KeptListener()
{
    if (isValid())
        ::close(m_descriptor);
}

} // namespace smsauth
