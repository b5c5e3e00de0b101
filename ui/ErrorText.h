// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace smsauth {

/// The error as a person reads it: what happened, whose words, what to do next. Translated.
QString errorText(const Error &error);

} // namespace smsauth
