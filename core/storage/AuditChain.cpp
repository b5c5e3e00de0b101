// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditChain.h"

#include <QtEndian>
#include <sodium.h>

namespace smsauth {

namespace {

static_assert(AuditChain::SealSize == crypto_generichash_BYTES);
static_assert(AuditChain::KeySize == crypto_generichash_KEYBYTES);

const uchar *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

/// Fields of which each says how long it is: one reading alone.
class Canonical
{
public:
    explicit Canonical(QByteArrayView purpose) { add(purpose); }

    Canonical &add(QByteArrayView field)
    {
        addNumber(field.size());
        m_bytes.append(field);
        return *this;
    }
    Canonical &addText(const QString &field) { return add(field.toUtf8()); }
    Canonical &addNumber(qint64 number)
    {
        const qint64 bigEndian = qToBigEndian(number);
        m_bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof(bigEndian));
        return *this;
    }
    Canonical &addRow(const AuditRecord &row)
    {
        addNumber(row.id).addNumber(toMs(row.at));
        return addText(row.actor).addText(row.action).addText(row.subject).addText(row.detail);
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace

struct AuditChain::Sum::State
{
    crypto_generichash_state hash;
};

AuditChain::AuditChain(Secret key)
    : m_key(std::move(key))
{
    Q_ASSERT(m_key.reveal().size() == KeySize);
}

QByteArray AuditChain::keyed(const QByteArray &canonical) const
{
    QByteArray seal(SealSize, Qt::Uninitialized);
    const QByteArray &key = m_key.reveal();
    crypto_generichash(reinterpret_cast<uchar *>(seal.data()), size_t(seal.size()), bytesOf(canonical),
                       size_t(canonical.size()), bytesOf(key), size_t(key.size()));
    return seal;
}

QByteArray AuditChain::sealOf(const AuditRecord &row, const QByteArray &before) const
{
    return keyed(Canonical("smsauth audit row 1").addRow(row).add(before).bytes());
}

QByteArray AuditChain::anchorSeal(const QString &database, const AuditLink &newest, const AuditLink &next) const
{
    Canonical canonical("smsauth audit anchor 1");
    canonical.addText(database);
    for (const AuditLink &link : {newest, next})
        canonical.addNumber(link.id).add(link.seal);
    return keyed(canonical.bytes());
}

QString AuditChain::keyId() const
{
    return QString::fromLatin1(keyed(Canonical("smsauth audit key 1").bytes()).first(8).toHex());
}

AuditChain::Sum::Sum(const AuditChain &chain)
    : m_state(std::make_unique<State>())
{
    const QByteArray &key = chain.m_key.reveal();
    crypto_generichash_init(&m_state->hash, bytesOf(key), size_t(key.size()), size_t(SealSize));
    const QByteArray purpose = Canonical("smsauth audit sum 1").bytes();
    crypto_generichash_update(&m_state->hash, bytesOf(purpose), size_t(purpose.size()));
}

AuditChain::Sum::~Sum()
{
    sodium_memzero(&m_state->hash, sizeof(m_state->hash));
}

void AuditChain::Sum::add(const AuditRecord &row, const QByteArray &seal)
{
    const QByteArray canonical = Canonical("row").addRow(row).add(seal).bytes();
    crypto_generichash_update(&m_state->hash, bytesOf(canonical), size_t(canonical.size()));
}

QByteArray AuditChain::Sum::value() const
{
    crypto_generichash_state copy = m_state->hash;
    QByteArray sum(SealSize, Qt::Uninitialized);
    crypto_generichash_final(&copy, reinterpret_cast<uchar *>(sum.data()), size_t(sum.size()));
    sodium_memzero(&copy, sizeof(copy));
    return sum;
}

AuditRecord AuditChain::storable(AuditRecord row)
{
    for (QString *text : {&row.actor, &row.action, &row.subject, &row.detail}) {
        for (qsizetype i = 0; i < text->size(); ++i) {
            const QChar c = text->at(i);
            const bool paired = (c.isHighSurrogate() && i + 1 < text->size() && text->at(i + 1).isLowSurrogate()) ||
                                (c.isLowSurrogate() && i > 0 && text->at(i - 1).isHighSurrogate());
            const bool lost =
                c.isNull() || c == QChar::ByteOrderMark || c.unicode() >= 0xfffe || (c.isSurrogate() && !paired);
            if (lost)
                (*text)[i] = QChar::ReplacementCharacter;
        }
    }
    return row;
}

} // namespace smsauth
