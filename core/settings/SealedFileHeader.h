// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>

namespace smsauth {

/// The readable beginning of a sealed file: how its key is made from the passphrase.
///   "smsauth-sealed/1 argon2id <operations> <bytes of memory> <salt in hex>\n"
struct SealedFileHeader
{
    quint64 operations = 0;
    quint64 memory = 0; ///< bytes
    QByteArray salt;

    /// libsodium's "interactive" cost and a salt of the right size.
    static SealedFileHeader fresh(const QByteArray &salt);
    static qsizetype saltSize();

    QByteArray toLine() const;
    /// line: with its line end. Errors: SecretsUnavailable (not this format, or a cost beyond what is sensible: a
    /// file must not be able to take all memory).
    static Result<SealedFileHeader> parse(const QByteArray &line);

    /// Sealer::KeySize bytes. Errors: SecretsUnavailable (not enough memory).
    Result<Secret> deriveKey(const Secret &passphrase) const;
};

} // namespace smsauth
