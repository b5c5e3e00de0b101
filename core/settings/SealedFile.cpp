// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SealedFile.h"

#include "core/settings/PrivateFile.h"
#include "core/settings/SealedFileHeader.h"

#include <QDataStream>
#include <QIODevice>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

// What is sealed: a count, then name and value of each, in a fixed version of Qt's serialisation.
void fixFormat(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
}

Error unavailable(const Error &cause)
{
    return {ErrorCode::SecretsUnavailable, cause.detail};
}

} // namespace

SealedFile::SealedFile(QString path, QByteArray header, Secret key, Random &random)
    : m_path(std::move(path))
    , m_header(std::move(header))
    , m_sealer(std::move(key), random)
{
}

Result<std::unique_ptr<SealedFile>> SealedFile::open(const QString &path, const Secret &passphrase, Random &random,
                                                     IfMissing ifMissing)
{
    const Result<QByteArray> stored = PrivateFile::read(path, LargestFile);
    const bool missing = !stored && stored.error().code == ErrorCode::NotFound;
    if (!stored && (!missing || ifMissing == IfMissing::Fail))
        return unavailable(stored.error());
    if (passphrase.isEmpty())
        return {ErrorCode::SecretsLocked, u"the sealed file %1 needs its passphrase"_s.arg(path)};

    const qsizetype lineSize = stored ? stored->indexOf('\n') + 1 : 0;
    const Result<SealedFileHeader> header =
        stored ? SealedFileHeader::parse(stored->first(lineSize))
               : SealedFileHeader::fresh(random.bytes(SealedFileHeader::saltSize()));
    if (!header)
        return {header.error().code, path + u": "_s + header.error().detail};
    const Result<Secret> key = header->deriveKey(passphrase);
    if (!key)
        return key.error();

    std::unique_ptr<SealedFile> file(new SealedFile(path, header->toLine(), *key, random));
    if (!stored) {
        if (const Result<void> made = file->save({}); !made)
            return made.error();
    } else if (!file->load(QByteArrayView(*stored).sliced(lineSize))) {
        return {ErrorCode::SecretsLocked, u"wrong passphrase, or %1 is damaged"_s.arg(path)};
    }
    return file;
}

bool SealedFile::load(QByteArrayView sealed)
{
    std::optional<QByteArray> plain = m_sealer.open(sealed, m_header);
    if (!plain)
        return false;
    {
        QDataStream stream(*plain);
        fixFormat(stream);
        quint32 count = 0;
        stream >> count;
        for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
            QString name;
            QByteArray value;
            stream >> name >> value;
            m_secrets.insert(name, Secret(std::move(value)));
        }
    }
    wipe(*plain);
    return true;
}

Result<void> SealedFile::save(const Content &content)
{
    // Room for all of it at once: a buffer that grows leaves copies behind.
    qsizetype size = 64;
    for (auto secret = content.begin(); secret != content.end(); ++secret)
        size += 8 + 2 * secret.key().size() + secret->reveal().size();
    QByteArray plain;
    plain.reserve(size);
    {
        QDataStream stream(&plain, QIODevice::WriteOnly);
        fixFormat(stream);
        stream << quint32(content.size());
        for (auto secret = content.begin(); secret != content.end(); ++secret)
            stream << secret.key() << secret->reveal();
    }
    const QByteArray sealed = m_header + m_sealer.seal(plain, m_header);
    wipe(plain);
    if (sealed.size() > LargestFile)
        return {ErrorCode::SecretsUnavailable, u"%1 would become too large"_s.arg(m_path)};
    const Result<void> written = PrivateFile::replace(m_path, sealed);
    return written ? written : Result<void>(unavailable(written.error()));
}

Result<Secret> SealedFile::read(const QString &name)
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        return {ErrorCode::NotFound, u"no secret is named %1"_s.arg(name)};
    return *found;
}

Result<void> SealedFile::write(const QString &name, const Secret &value)
{
    Content changed = m_secrets;
    changed.insert(name, value);
    const Result<void> saved = save(changed);
    if (saved)
        m_secrets.swap(changed);
    return saved;
}

Result<void> SealedFile::remove(const QString &name)
{
    Content changed = m_secrets;
    if (changed.remove(name) == 0)
        return {ErrorCode::NotFound, u"no secret is named %1"_s.arg(name)};
    const Result<void> saved = save(changed);
    if (saved)
        m_secrets.swap(changed);
    return saved;
}

Result<QStringList> SealedFile::names()
{
    return QStringList(m_secrets.keys());
}

} // namespace smsauth
