// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/ServerSide.h"

namespace smsauth {

// What the console keeps in files of its own, sealed under the profile's key. Server thread; the profile is open.

QByteArray sealText(const Engine &engine, const QString &text, const QByteArray &purpose);
/// Errors: SecretMissing (another key, or another purpose).
Result<QString> unsealText(const Engine &engine, const QByteArray &sealed, const QByteArray &purpose);

} // namespace smsauth
