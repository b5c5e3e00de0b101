// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GatewayCertificate.h"

#include <QtGlobal>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace smsauth {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr long day = 86400;

Key makeKey()
{
    return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate makeCertificate(const char *name, EVP_PKEY *key, long from, long until, long serial)
{
    Certificate result(X509_new(), X509_free);
    X509_set_version(result.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(result.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(result.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(result.get()), until);
    X509_set_pubkey(result.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(result.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    return result;
}

template<class Write>
QByteArray toPem(Write write)
{
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
    write(memory.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

} // namespace

GatewayCertificate GatewayCertificate::make(Kind kind)
{
    const Key authorityKey = makeKey();
    const Certificate authority = makeCertificate("Test authority", authorityKey.get(), -10 * day, 10 * day, 1);
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign");
    X509_sign(authority.get(), authorityKey.get(), EVP_sha256());

    const Key key = makeKey();
    const long until = kind == Kind::Expired ? -day : 5 * day;
    const Certificate certificate = makeCertificate("gateway", key.get(), -5 * day, until, 2);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.get()));
    addExtension(certificate.get(), authority.get(), NID_subject_alt_name,
                 kind == Kind::OtherHost ? "DNS:gateway.example" : "DNS:localhost,IP:127.0.0.1");
    X509_sign(certificate.get(), authorityKey.get(), EVP_sha256());

    return {toPem([&](BIO *out) { PEM_write_bio_X509(out, authority.get()); }),
            toPem([&](BIO *out) { PEM_write_bio_X509(out, certificate.get()); }), toPem([&](BIO *out) {
                PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })};
}

} // namespace smsauth
