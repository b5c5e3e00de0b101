// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QSslConfiguration>

namespace smsauth {

/// The TLS set-up of a server (TLS 1.2 or newer) from two PEM files: the certificate with its chain, and its key.
/// Errors: Settings, in the form "KEY = value: rule".
Result<QSslConfiguration> loadTlsFiles(const QString &certificateFile, const QString &keyFile);

} // namespace smsauth
