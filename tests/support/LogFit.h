// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/LogFilter.h"

namespace smsauth {

/// Whether a filter of the send log means this row: the plain rule, which the search in the database is compared
/// with.
bool fits(const MessageRecord &message, const LogFilter &filter, Timestamp now);

} // namespace smsauth
