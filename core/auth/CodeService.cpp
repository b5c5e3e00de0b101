// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/CodeService.h"

#include "core/storage/Stores.h"

namespace smsauth {

namespace {

QByteArray contextOf(const PhoneNumber &phone)
{
    return "code|" + phone.e164().toLatin1();
}

} // namespace

CodeService::CodeService(const Settings &settings, const Clock &clock, Random &random, const Sealer &sealer)
    : m_settings(settings)
    , m_clock(clock)
    , m_random(random)
    , m_sealer(sealer)
{
}

CodeService::Drawn CodeService::draw(const PhoneNumber &phone, const QString &fixed) const
{
    Drawn drawn;
    drawn.isDebug = fixed.isEmpty() && m_settings.usesDebugCode(phone);
    drawn.code = !fixed.isEmpty() ? fixed
                 : drawn.isDebug  ? m_settings.debugCodePadded()
                                  : m_random.digits(m_settings.codeLength);
    CodeRecord &record = drawn.stored.record;
    record.phone = phone;
    record.createdAt = m_clock.now();
    record.expiresAt = record.createdAt + m_settings.codeLife;
    record.maxTries = m_settings.maxTries;
    drawn.stored.sealed = m_sealer.seal(drawn.code.toLatin1(), contextOf(phone));
    return drawn;
}

void CodeService::supersede(Stores &stores, const NewestCode &older) const
{
    if (older.state != CodeState::Live)
        return;
    stores.codes.markSuperseded(older.id);
    stores.messages.end(older.messageId, MessageState::Cancelled, QStringLiteral("a newer code replaced it"),
                        m_settings.mode() == Mode::Live);
}

void CodeService::keep(Stores &stores, const Drawn &drawn, RowId messageId, RowId changeForUser) const
{
    StoredCode code = drawn.stored;
    if (drawn.isDebug) {
        stores.audit.append({.id = 0,
                             .at = code.record.createdAt,
                             .actor = QStringLiteral("server"),
                             .action = QStringLiteral("debug_code.used"),
                             .subject = code.record.phone.masked(),
                             .detail = {}});
    }
    code.record.messageId = messageId;
    code.record.changeForUser = changeForUser;
    stores.codes.insert(code);
    stores.changes.codes = true;
}

std::optional<Timestamp> CodeService::nextAllowed(const std::optional<NewestCode> &newest) const
{
    if (!newest || newest->state == CodeState::Used)
        return std::nullopt;
    return waitEnd(newest->createdAt, m_settings.effectiveResendWait(), m_clock.now());
}

std::optional<Timestamp> CodeService::waitEnd(Timestamp createdAt, seconds wait, Timestamp now)
{
    const Timestamp end = createdAt + wait;
    // A code from the future means that the wall clock was set back: nobody waits for that.
    return end > now && createdAt <= now ? std::optional(end) : std::nullopt;
}

std::optional<StoredCode> CodeService::countTry(Stores &stores, const PhoneNumber &phone) const
{
    std::optional<StoredCode> stored = stores.codes.countTry(phone, m_clock.now());
    if (stored)
        stores.changes.codes = true;
    return stored;
}

bool CodeService::matches(const std::optional<StoredCode> &stored, const QString &code) const
{
    const QString right = stored ? open(*stored) : QString();
    // Clients may send 0042 as a number. As long as it was made, which need not be as long as they are made now.
    const QByteArray given = m_sealer.digest(code.rightJustified(right.size(), u'0').toUtf8());
    return equalInConstantTime(given, m_sealer.digest(right.toUtf8())) && !right.isEmpty();
}

bool CodeService::consume(Stores &stores, const StoredCode &stored) const
{
    if (!stores.codes.markUsed(stored.record.id))
        return false;
    stores.messages.markVerified(stored.record.messageId, m_clock.now());
    stores.changes.codes = stores.changes.messages = true;
    return true;
}

void CodeService::endIfExhausted(Stores &stores, const StoredCode &stored) const
{
    if (stored.record.tries >= stored.record.maxTries)
        stores.codes.markExhausted(stored.record.id);
}

QString CodeService::open(const StoredCode &stored) const
{
    return QString::fromLatin1(m_sealer.open(stored.sealed, contextOf(stored.record.phone)).value_or(QByteArray()));
}

} // namespace smsauth
