// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/SpareDescriptor.h"

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace smsauth {

namespace {

int openAny()
{
    return open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

bool SpareDescriptor::noneLeft()
{
    const int descriptor = openAny();
    return descriptor < 0 || close(descriptor) != 0;
}

bool SpareDescriptor::reserve()
{
    if (m_descriptor < 0)
        m_descriptor = openAny();
    return m_descriptor >= 0;
}

bool SpareDescriptor::release()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    return descriptor >= 0 && close(descriptor) == 0;
}

} // namespace smsauth
