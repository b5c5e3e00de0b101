// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/TlsCheck.h"

#include "core/http/TlsFiles.h"
#include "core/settings/PrivateFile.h"

#include <QSslCertificate>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestBundle = 4 * 1024 * 1024; // all public authorities together take a quarter of it

Result<void> checkExtraCertificates(const QString &file)
{
    const auto refuse = [&](const QString &rule) {
        return Error{ErrorCode::Settings, u"SMS_AUTH_GATEWAY_CA = %1: %2"_s.arg(file, rule), {}};
    };
    const Result<QByteArray> pem = PrivateFile::read(file, LargestBundle);
    if (!pem)
        return refuse(pem.error().detail);
    if (QSslCertificate::fromData(*pem, QSsl::Pem).isEmpty())
        return refuse(u"certificates in PEM form are required"_s);
    return {};
}

} // namespace

Result<void> checkTlsFiles(const Settings &settings)
{
    if (!settings.tlsCert.isEmpty() || !settings.tlsKey.isEmpty()) {
        if (const Result<QSslConfiguration> loaded = loadTlsFiles(settings.tlsCert, settings.tlsKey); !loaded)
            return loaded.error();
    }
    return settings.gatewayCa.isEmpty() ? Result<void>() : checkExtraCertificates(settings.gatewayCa);
}

} // namespace smsauth
