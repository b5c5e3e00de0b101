// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Guarded.h"

#include <exception>

namespace smsauth {

Result<void> guarded(const std::function<void()> &action)
{
    try {
        action();
        return {};
    } catch (const StorageError &error) {
        return {ErrorCode::Storage, error.detail};
    } catch (const std::exception &error) {
        return {ErrorCode::Internal, QString::fromUtf8(error.what())};
    }
}

} // namespace smsauth
