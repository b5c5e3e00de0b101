// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SealedFileHeader.h"

#include "core/base/Sealer.h"

#include <QList>
#include <sodium.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView Magic = "smsauth-sealed/1";
constexpr quint64 MostOperations = 16;
constexpr quint64 MostMemory = 1024ULL * 1024 * 1024;

} // namespace

SealedFileHeader SealedFileHeader::fresh(const QByteArray &salt)
{
    return {crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE, crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE, salt};
}

qsizetype SealedFileHeader::saltSize()
{
    return crypto_pwhash_argon2id_SALTBYTES;
}

QByteArray SealedFileHeader::toLine() const
{
    return Magic.toByteArray() + " argon2id " + QByteArray::number(operations) + ' ' + QByteArray::number(memory) +
           ' ' + salt.toHex() + '\n';
}

Result<SealedFileHeader> SealedFileHeader::parse(const QByteArray &line)
{
    const QList<QByteArray> words = line.chopped(line.endsWith('\n') ? 1 : 0).split(' ');
    if (words.size() != 5 || words[0] != Magic || words[1] != "argon2id")
        return {ErrorCode::SecretsUnavailable, u"it is not a sealed file of this program"_s};
    const SealedFileHeader header{words[2].toULongLong(), words[3].toULongLong(), QByteArray::fromHex(words[4])};
    const bool sensible = header.operations >= crypto_pwhash_argon2id_OPSLIMIT_MIN &&
                          header.operations <= MostOperations &&
                          header.memory >= crypto_pwhash_argon2id_MEMLIMIT_MIN && header.memory <= MostMemory &&
                          header.salt.size() == saltSize();
    // Only one spelling of a header, so that what is authenticated is what was read.
    if (!sensible || header.toLine() != line)
        return {ErrorCode::SecretsUnavailable, u"its header is damaged"_s};
    return header;
}

Result<Secret> SealedFileHeader::deriveKey(const Secret &passphrase) const
{
    QByteArray key(Sealer::KeySize, Qt::Uninitialized);
    const QByteArray &words = passphrase.reveal();
    const int failed = crypto_pwhash(reinterpret_cast<uchar *>(key.data()), quint64(key.size()), words.constData(),
                                     quint64(words.size()), reinterpret_cast<const uchar *>(salt.constData()),
                                     operations, size_t(memory), crypto_pwhash_ALG_ARGON2ID13);
    if (failed) {
        return {ErrorCode::SecretsUnavailable,
                u"not enough memory to check the passphrase (%1 MiB)"_s.arg(memory >> 20)};
    }
    return Secret(std::move(key));
}

} // namespace smsauth
