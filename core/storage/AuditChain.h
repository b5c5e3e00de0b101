// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "core/model/Records.h"

#include <memory>

namespace smsauth {

/// A row and its seal.
struct AuditLink
{
    RowId id = 0; ///< 0: there is none
    QByteArray seal;

    bool operator==(const AuditLink &) const = default;
};

/// The seals of the audit trail: keyed BLAKE2b-256 (RFC 7693) over every column of a row and the seal of the row
/// before it, each with its length, so that no two rows read the same. Immutable, thread-safe.
class AuditChain
{
public:
    static constexpr qsizetype SealSize = 32;
    static constexpr qsizetype KeySize = 32;

    /// key: KeySize bytes that serve nothing else.
    explicit AuditChain(Secret key);

    QByteArray sealOf(const AuditRecord &row, const QByteArray &before) const;
    /// Of what the anchor says, for this database alone.
    QByteArray anchorSeal(const QString &database, const AuditLink &newest, const AuditLink &next) const;
    /// Names the key without revealing it: 16 hexadecimal digits.
    QString keyId() const;

    /// The same over many rows with whatever seals they have: what a chain begins with stands for all before it.
    class Sum
    {
    public:
        explicit Sum(const AuditChain &chain);
        ~Sum();
        Q_DISABLE_COPY_MOVE(Sum)
        void add(const AuditRecord &row, const QByteArray &seal);
        /// Of the rows so far.
        QByteArray value() const;

    private:
        struct State;
        std::unique_ptr<State> m_state;
    };

    /// As the database gives it back: texts without what some database would leave out or change.
    static AuditRecord storable(AuditRecord row);

private:
    QByteArray keyed(const QByteArray &canonical) const;

    Secret m_key;
};

} // namespace smsauth
