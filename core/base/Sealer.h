// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Secret.h"

#include <optional>

namespace smsauth {

/// Authenticated encryption of what must not lie readable on disk: XChaCha20-Poly1305 with a random nonce
/// (draft-irtf-cfrg-xchacha-03). Immutable apart from the random source; thread-safe.
class Sealer
{
public:
    static constexpr qsizetype KeySize = 32;

    /// key: KeySize bytes.
    Sealer(Secret key, Random &random);

    /// nonce ‖ ciphertext ‖ tag. context is authenticated, not stored: the same must be given to open().
    QByteArray seal(QByteArrayView plain, QByteArrayView context) const;
    /// Nothing when the key, the context or the bytes are not the ones that were sealed.
    std::optional<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const;

    /// Names the key without revealing it: 16 hexadecimal digits of a keyed hash.
    QByteArray keyId() const;
    /// A keyed digest under the same key, for values that must be compared but not read (BLAKE2b-256).
    QByteArray digest(QByteArrayView data) const;

private:
    Secret m_key;
    Random &m_random;
};

} // namespace smsauth
