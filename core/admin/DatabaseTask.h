// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Cancellation.h"
#include "core/base/Result.h"

#include <optional>

namespace smsauth {

/// What reads the database from one end to the other beside everybody else, or puts another one in its place: one
/// at a time, since each would spoil the other. Server thread.
class DatabaseTask
{
public:
    enum class Kind { BackUp, Restore, Rebuild };

    /// Errors: Busy, naming what is under way.
    Result<Cancellation> begin(Kind kind);
    void end() { m_current.reset(); }
    /// Tells a task of this kind, if that is what is under way.
    void cancel(Kind kind);
    /// Nobody waits for any of them any more.
    void cancel();

private:
    struct Current
    {
        Kind kind;
        Cancellation cancellation;
    };
    std::optional<Current> m_current;
};

} // namespace smsauth
