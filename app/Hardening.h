// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace smsauth {

/// Before anything else in main(): standard input, output and error exist, files are made for this user alone, and
/// a crash writes no memory to disk, where codes and keys would be readable. Another process of the same user
/// cannot attach either.
void hardenProcess();

} // namespace smsauth
