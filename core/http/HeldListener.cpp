// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/HeldListener.h"

#include <fcntl.h>
#include <unistd.h>

namespace smsauth {
namespace {

int copyOf(int descriptor)
{
    return descriptor < 0 ? -1 : ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
}

} // namespace

HeldListener HeldListener::of(int descriptor)
{
    HeldListener held;
    held.m_descriptor = copyOf(descriptor);
    return held;
}

HeldListener::~HeldListener()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

int HeldListener::copy() const
{
    return copyOf(m_descriptor);
}

} // namespace smsauth
