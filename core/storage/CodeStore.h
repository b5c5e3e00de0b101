// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QByteArray>

namespace smsauth {

class Database;

/// A code as it lies in the table: sealed.
struct StoredCode
{
    CodeRecord record; ///< record.code is empty
    QByteArray sealed; ///< empty when final
};

/// What a new sign-in must know of the last one. Only the newest code of a phone can be live.
struct NewestCode
{
    RowId id = 0;
    Timestamp createdAt{};
    CodeState state = CodeState::Expired;
    RowId messageId = 0;
};

/// The table `code`. Every function throws StorageError.
class CodeStore
{
public:
    /// A code from further in the future means that the wall clock was set back: it would live longer by that much.
    static constexpr seconds ClockTolerance{60};

    explicit CodeStore(Database &database)
        : m_db(database)
    {
    }

    RowId insert(const StoredCode &code);
    std::optional<NewestCode> newest(const PhoneNumber &phone);
    /// live → superseded
    void markSuperseded(RowId id);

    /// Counts a try on the live code that has one left, and returns it as it now stands.
    std::optional<StoredCode> countTry(const PhoneNumber &phone, Timestamp now);
    /// live → used; false when it is not live any more.
    bool markUsed(RowId id);
    /// live → exhausted, if no try is left.
    void markExhausted(RowId id);
    /// Ends all live codes, whose seals cannot be opened any more.
    void expireAllLive();
    void removeOf(const PhoneNumber &phone); ///< null: of everybody
    std::optional<StoredCode> find(RowId id, Timestamp now);
    /// Moves the end of a live code; false when it is not live any more.
    bool setExpiry(RowId id, Timestamp expiresAt, Timestamp now);
    /// As setExpiry(), also of a code whose time is over.
    bool restoreExpiry(RowId id, Timestamp expiresAt);
    bool remove(RowId id);
    /// The message that brings the code.
    void setMessage(RowId id, RowId messageId);

    /// Newest first. State Expired is computed for those whose time is over.
    QList<StoredCode> list(const PhoneNumber &phone, bool onlyLive, RowId before, int limit, Timestamp now);
    qint64 countLive(Timestamp now);

    /// Codes that ran out unused and are not needed for a resend wait of `wait` any more.
    qint64 countExpired(Timestamp now, milliseconds wait);
    /// Up to `limit` of them, those that ran out first.
    QList<CodeRecord> listExpired(Timestamp now, milliseconds wait, int limit);
    struct Removed
    {
        qint64 expired = 0; ///< of them ran out unused
        qint64 all = 0;
    };
    /// Removes up to `limit` codes whose time is over, whatever became of them.
    Removed removeExpired(Timestamp now, milliseconds wait, int limit);

private:
    Database &m_db;
};

} // namespace smsauth
