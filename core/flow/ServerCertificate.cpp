// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/ServerCertificate.h"

namespace smsauth {

QList<QSslCertificate> serverCertificate(const QString &file)
{
    return file.isEmpty() ? QList<QSslCertificate>() : QSslCertificate::fromPath(file).mid(0, 1);
}

} // namespace smsauth
