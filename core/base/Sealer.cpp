// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sealer.h"

#include <sodium.h>

namespace smsauth {

namespace {

constexpr qsizetype NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Sealer::KeySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const uchar *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const uchar *>(view.data());
}

} // namespace

Sealer::Sealer(Secret key, Random &random)
    : m_key(std::move(key))
    , m_random(random)
{
    Q_ASSERT(m_key.reveal().size() == KeySize);
}

QByteArray Sealer::seal(QByteArrayView plain, QByteArrayView context) const
{
    QByteArray sealed = m_random.bytes(NonceSize);
    sealed.resize(NonceSize + plain.size() + TagSize);
    auto *out = reinterpret_cast<uchar *>(sealed.data());
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NonceSize, nullptr, bytesOf(plain), size_t(plain.size()),
                                               bytesOf(context), size_t(context.size()), nullptr, out,
                                               bytesOf(m_key.reveal()));
    return sealed;
}

std::optional<QByteArray> Sealer::open(QByteArrayView sealed, QByteArrayView context) const
{
    if (sealed.size() < NonceSize + TagSize)
        return std::nullopt;
    QByteArray plain(sealed.size() - NonceSize - TagSize, Qt::Uninitialized);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<uchar *>(plain.data()), nullptr, nullptr, bytesOf(sealed) + NonceSize,
        size_t(sealed.size() - NonceSize), bytesOf(context), size_t(context.size()), bytesOf(sealed),
        bytesOf(m_key.reveal()));
    if (failed)
        return std::nullopt;
    return plain;
}

QByteArray Sealer::keyId() const
{
    return digest("key-id").first(8).toHex();
}

QByteArray Sealer::digest(QByteArrayView data) const
{
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    const QByteArray &key = m_key.reveal();
    crypto_generichash(reinterpret_cast<uchar *>(hash.data()), size_t(hash.size()), bytesOf(data),
                       size_t(data.size()), bytesOf(key), size_t(key.size()));
    return hash;
}

} // namespace smsauth
