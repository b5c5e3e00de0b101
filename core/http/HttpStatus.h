// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace smsauth {

/// The HTTP status of an error.
int httpStatus(ErrorCode code);

} // namespace smsauth
