// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>

namespace smsauth {

/// Thrown by core/storage alone, where an error ends a transaction and not only one statement.
struct StorageError
{
    QString detail; ///< the driver's words; contains no bound values
};

/// Runs the action and turns whatever it throws into an Error: the only place of the project that catches.
Result<void> guarded(const std::function<void()> &action);

/// As above, for actions that have a Result of their own.
template<class T, class Action>
Result<T> guardedResult(Action &&action)
{
    Result<T> result{ErrorCode::Internal};
    const Result<void> ran = guarded([&] { result = action(); });
    if (!ran)
        return ran.error();
    return result;
}

} // namespace smsauth
