// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/TokenKey.h"

#include <QCryptographicHash>
#include <array>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

namespace smsauth {

namespace {

// Threads that used libcrypto tidy up after themselves while they end, and a QThread counts as ended a moment
// before that. If the process ends in this moment, libcrypto's own tidying at exit frees the same memory a second
// time. The system takes it all back anyway.
[[maybe_unused]] const int noTidyingAtExit = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);

template<auto Free>
struct Freeing
{
    template<class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using PKey = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freeing<EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;
using Bio = std::unique_ptr<BIO, Freeing<BIO_free_all>>;

constexpr int CoordinateSize = 32; // P-256
constexpr qsizetype MinHmacKey = 32;

const uchar *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray coordinate(const EVP_PKEY *key, const char *name)
{
    BIGNUM *value = nullptr;
    if (!EVP_PKEY_get_bn_param(key, name, &value))
        return {};
    const Number owned(value);
    QByteArray bytes(CoordinateSize, '\0');
    BN_bn2binpad(value, reinterpret_cast<uchar *>(bytes.data()), CoordinateSize);
    return bytes;
}

// OpenSSL speaks DER, JWS the two numbers one after the other (RFC 7518 §3.4).
QByteArray rawFromDer(const QByteArray &der)
{
    const uchar *p = bytesOf(der);
    const Signature parsed(d2i_ECDSA_SIG(nullptr, &p, long(der.size())));
    if (!parsed)
        return {};
    QByteArray raw(2 * CoordinateSize, '\0');
    auto *out = reinterpret_cast<uchar *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), out, CoordinateSize);
    BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), out + CoordinateSize, CoordinateSize);
    return raw;
}

QByteArray derFromRaw(const QByteArray &raw)
{
    const Signature signature(ECDSA_SIG_new());
    ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytesOf(raw), CoordinateSize, nullptr),
                   BN_bin2bn(bytesOf(raw) + CoordinateSize, CoordinateSize, nullptr));
    QByteArray der(i2d_ECDSA_SIG(signature.get(), nullptr), '\0');
    auto *out = reinterpret_cast<uchar *>(der.data());
    i2d_ECDSA_SIG(signature.get(), &out);
    return der;
}

class Es256Key final : public TokenKey
{
public:
    explicit Es256Key(PKey key)
        : m_key(std::move(key))
    {
        const QByteArray x = base64Url(coordinate(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X));
        const QByteArray y = base64Url(coordinate(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y));
        // RFC 7638: the required members in alphabetical order, nothing else.
        const QByteArray canonical = R"({"crv":"P-256","kty":"EC","x":")" + x + R"(","y":")" + y + R"("})";
        m_id = QString::fromLatin1(base64Url(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256)));
        m_jwk = {{QStringLiteral("kty"), QStringLiteral("EC")},
                 {QStringLiteral("crv"), QStringLiteral("P-256")},
                 {QStringLiteral("x"), QString::fromLatin1(x)},
                 {QStringLiteral("y"), QString::fromLatin1(y)},
                 {QStringLiteral("kid"), m_id},
                 {QStringLiteral("alg"), algorithm()},
                 {QStringLiteral("use"), QStringLiteral("sig")}};
        // Preparing a context costs more than copying a prepared one.
        EVP_DigestSignInit(m_signing.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
        EVP_DigestVerifyInit(m_verifying.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
    }

    QLatin1StringView algorithm() const override { return QLatin1StringView("ES256"); }
    QString id() const override { return m_id; }
    QJsonObject publicJwk() const override { return m_jwk; }

    QByteArray sign(const QByteArray &data) const override
    {
        const DigestContext context(EVP_MD_CTX_new());
        std::array<uchar, 128> der{};
        size_t size = der.size();
        if (!EVP_MD_CTX_copy_ex(context.get(), m_signing.get()) ||
            EVP_DigestSign(context.get(), der.data(), &size, bytesOf(data), size_t(data.size())) != 1)
            return {};
        return rawFromDer(QByteArray(reinterpret_cast<const char *>(der.data()), qsizetype(size)));
    }

    bool verify(const QByteArray &data, const QByteArray &signature) const override
    {
        if (signature.size() != 2 * CoordinateSize)
            return false;
        const QByteArray der = derFromRaw(signature);
        const DigestContext context(EVP_MD_CTX_new());
        return EVP_MD_CTX_copy_ex(context.get(), m_verifying.get()) &&
               EVP_DigestVerify(context.get(), bytesOf(der), size_t(der.size()), bytesOf(data),
                                size_t(data.size())) == 1;
    }

private:
    PKey m_key;
    DigestContext m_signing{EVP_MD_CTX_new()};
    DigestContext m_verifying{EVP_MD_CTX_new()};
    QString m_id;
    QJsonObject m_jwk;
};

class Hs256Key final : public TokenKey
{
public:
    explicit Hs256Key(Secret key)
        : m_key(std::move(key))
        , m_id(QString::fromLatin1(mac("key-id").first(8).toHex()))
    {
    }

    QLatin1StringView algorithm() const override { return QLatin1StringView("HS256"); }
    QString id() const override { return m_id; }
    QJsonObject publicJwk() const override { return {}; }
    QByteArray sign(const QByteArray &data) const override { return mac(data); }
    bool verify(const QByteArray &data, const QByteArray &signature) const override
    {
        return equalInConstantTime(mac(data), signature);
    }

private:
    QByteArray mac(const QByteArray &data) const
    {
        QByteArray result(32, '\0');
        const QByteArray &key = m_key.reveal();
        HMAC(EVP_sha256(), key.constData(), int(key.size()), bytesOf(data), size_t(data.size()),
             reinterpret_cast<uchar *>(result.data()), nullptr);
        return result;
    }

    const Secret m_key;
    const QString m_id;
};

} // namespace

Secret TokenKey::makeEs256()
{
    const PKey key(EVP_EC_gen("P-256"));
    const Bio out(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return Secret(QByteArray(text, size));
}

Result<std::unique_ptr<const TokenKey>> TokenKey::load(TokenAlgorithm algorithm, const Secret &key)
{
    const QByteArray &bytes = key.reveal();
    if (algorithm == TokenAlgorithm::HS256) {
        if (bytes.size() < MinHmacKey)
            return {ErrorCode::Settings, QStringLiteral("token_key: at least %1 bytes are needed").arg(MinHmacKey)};
        return {std::make_unique<Hs256Key>(key)};
    }
    const Bio in(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
    // An empty passphrase, so that an encrypted key is an error and not a prompt.
    PKey parsed(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, const_cast<char *>("")));
    std::array<char, 64> group{};
    if (!parsed || !EVP_PKEY_get_group_name(parsed.get(), group.data(), group.size(), nullptr) ||
        QByteArrayView(group.data()) != "prime256v1")
        return {ErrorCode::Settings, QStringLiteral("token_signing_key: not a P-256 private key in PEM")};
    return {std::make_unique<Es256Key>(std::move(parsed))};
}

} // namespace smsauth
