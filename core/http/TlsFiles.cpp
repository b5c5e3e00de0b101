// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/TlsFiles.h"

#include "core/settings/PrivateFile.h"

#include <QSslCertificate>
#include <QSslKey>
#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <optional>

namespace smsauth {

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

Error unusable(QLatin1StringView key, const QString &file, const QString &rule)
{
    return {ErrorCode::Settings, QStringLiteral("%1 = %2: %3").arg(key, file, rule)};
}

Result<QByteArray> readFile(QLatin1StringView key, const QString &name)
{
    if (name.isEmpty())
        return unusable(key, name, QStringLiteral("certificate and key are both required"));
    Result<QByteArray> content = PrivateFile::read(name, LargestFile);
    if (!content)
        return unusable(key, name, content.error().detail);
    return content;
}

QSslKey readKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

template<class T, class Read, class Free>
auto readPem(const QByteArray &pem, Read read, Free free)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())),
                                                        &BIO_free);
    return std::unique_ptr<T, Free>(read(bio.get(), nullptr, nullptr, nullptr), free);
}

// Qt would only notice when the first client fails to connect.
bool belongTogether(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const auto certificate = readPem<X509>(certificatePem, PEM_read_bio_X509, &X509_free);
    const auto key = readPem<EVP_PKEY>(keyPem, PEM_read_bio_PrivateKey, &EVP_PKEY_free);
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

} // namespace

Result<QSslConfiguration> loadTlsFiles(const QString &certificateFile, const QString &keyFile)
{
    constexpr QLatin1StringView CertificateKey("SMS_AUTH_TLS_CERT");
    constexpr QLatin1StringView KeyKey("SMS_AUTH_TLS_KEY");

    const Result<QByteArray> certificatePem = readFile(CertificateKey, certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const Result<QByteArray> keyPem = readFile(KeyKey, keyFile);
    if (!keyPem)
        return keyPem.error();

    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return unusable(CertificateKey, certificateFile, QStringLiteral("a certificate in PEM form is required"));
    const QSslKey key = readKey(*keyPem);
    if (key.isNull())
        return unusable(KeyKey, keyFile,
                        QStringLiteral("a private key in PEM form without a passphrase is required"));
    if (!belongTogether(*certificatePem, *keyPem))
        return unusable(KeyKey, keyFile, QStringLiteral("the key of the certificate is required"));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients have no certificates
    return configuration;
}

} // namespace smsauth
