// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <span>

namespace smsauth {

/// One parser of ours that meets bytes from outside. run() may be given anything; what must hold whatever the bytes
/// are, it checks with require().
struct FuzzTarget
{
    const char *name;
    void (*run)(const QByteArray &input);
};
std::span<const FuzzTarget> fuzzTargets();

/// Ends the program where a promise is broken, as a sanitizer would.
inline void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

} // namespace smsauth
