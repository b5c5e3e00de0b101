// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>

namespace smsauth {

/// What a server with this PEM file (SMS_AUTH_TLS_CERT) shows of itself: the first certificate in it; those that
/// follow are its issuers. Empty without a file, or when it cannot be read. Blocks on the file system.
QList<QSslCertificate> serverCertificate(const QString &file);

} // namespace smsauth
