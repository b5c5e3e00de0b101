// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ExitCode.h"

#include <QString>

namespace smsauth {

/// Writes the answer of a command to standard output. What cannot be written is a failure, and said so: a full disk
/// must not look like an empty answer.
ExitCode printAnswer(const QString &text, ExitCode code = ExitCode::Done);

/// To standard error, at once: complaints and progress.
void printAside(const QString &text);

/// Complains of the error and says what to end with.
ExitCode printError(const Error &error, bool json);

} // namespace smsauth
