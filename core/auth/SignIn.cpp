// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/SignIn.h"

#include "core/sms/MessageText.h"
#include "core/storage/Stores.h"

namespace smsauth {

namespace {

/// How long a number is told to wait that a rule without an end has locked: as after the first failures too many.
constexpr seconds LockedWait(30);

bool locks(const FaultBook::Match &fault)
{
    return fault && fault->effect.outcome == FaultOutcome::Locked;
}

bool hasLimits(const FaultBook::Match &fault)
{
    return !fault || fault->limits;
}

} // namespace

void setUserField(UserRecord &user, const QString &field, const QString &value)
{
    if (field == QLatin1StringView("username"))
        user.username = value;
    else if (field == QLatin1StringView("email"))
        user.email = value;
    else if (field == QLatin1StringView("first_name"))
        user.firstName = value;
    else if (field == QLatin1StringView("last_name"))
        user.lastName = value;
    else
        user.attributes.insert(field, value);
}

SignIn::SignIn(const Settings &settings, const Clock &clock, const CodeService &codes, const RateLimiter &limits,
               const Outbox &outbox, const FaultBook *faults)
    : m_settings(settings)
    , m_clock(clock)
    , m_codes(codes)
    , m_limits(limits)
    , m_outbox(outbox)
    , m_faults(faults)
{
}

SignIn::Request SignIn::prepare(const PhoneNumber &phone, const QString &address) const
{
    if (FaultBook::Match fault = m_faults ? m_faults->forSignIn(phone) : nullptr)
        return prepareWith(std::move(fault), phone, address);
    CodeService::Drawn drawn = m_codes.draw(phone);
    StoredMessage message = m_outbox.seal({.phone = phone,
                                           .code = drawn.code,
                                           .text = messageText(m_settings.message, drawn.code),
                                           .expiresAt = drawn.stored.record.expiresAt});
    return {phone, m_limits.subjectsOf(phone, address), std::move(drawn), std::move(message), nullptr};
}

SignIn::Request SignIn::prepareWith(FaultBook::Match fault, const PhoneNumber &phone, const QString &address) const
{
    CodeService::Drawn drawn = m_codes.draw(phone, fault->code);
    StoredMessage message = m_outbox.seal({.phone = phone,
                                           .code = drawn.code,
                                           .text = messageText(m_settings.message, drawn.code),
                                           .expiresAt = drawn.stored.record.expiresAt});
    message.fault = fault->effect.stored();
    // The message goes out as always; only the code has never been good.
    if (fault->effect.outcome == FaultOutcome::Expired)
        drawn.stored.record.expiresAt = drawn.stored.record.createdAt;
    RateLimiter::Subjects subjects = fault->limits ? m_limits.subjectsOf(phone, address) : RateLimiter::Subjects();
    return {phone, std::move(subjects), std::move(drawn), std::move(message), std::move(fault)};
}

Error SignIn::locked(const FaultRule &rule) const
{
    const Timestamp now = m_clock.now();
    const seconds wait =
        rule.until ? std::max(seconds(1), std::chrono::ceil<seconds>(*rule.until - now)) : LockedWait;
    return {ErrorCode::LimitReached, QStringLiteral("locked by a test rule"), wait};
}

Result<void> SignIn::start(Stores &stores, const Request &request) const
{
    return sendCode(stores, request, 0);
}

Result<void> SignIn::startChange(Stores &stores, RowId user, const Request &request) const
{
    const std::optional<UserRecord> asking = stores.users.find(user);
    if (!asking || !asking->isActive)
        return {ErrorCode::NotAuthenticated, QStringLiteral("the user of the token does not exist or is blocked")};
    if (stores.users.findByPhone(request.phone))
        return tellTaken(stores, request);
    return sendCode(stores, request, user);
}

/// Whoever asks learns that the number has an account: without a limit they could ask for all that there are.
Error SignIn::tellTaken(Stores &stores, const Request &request) const
{
    const Result<void> told = stores.atomically([&]() -> Result<void> {
        if (!hasLimits(request.fault))
            return {};
        if (const Result<void> within = m_limits.check(stores, request.phone, request.subjects); !within)
            return within;
        m_limits.countQuestion(stores, request.subjects);
        return {};
    });
    if (told)
        return {ErrorCode::UserExists, QStringLiteral("another user has this number"), {}};
    const Result<void> logged = logRefusal(stores, request.phone, told.error());
    return logged ? told.error() : logged.error();
}

Result<void> SignIn::sendCode(Stores &stores, const Request &request, RowId changeForUser) const
{
    const Result<void> sent = stores.atomically([&]() -> Result<void> {
        if (locks(request.fault))
            return locked(*request.fault);
        const std::optional<NewestCode> older = stores.codes.newest(request.phone);
        if (hasLimits(request.fault)) {
            if (m_codes.nextAllowed(older))
                return {ErrorCode::SentEarly, QStringLiteral("the last code of this number is too young")};
            if (const Result<void> within = m_limits.check(stores, request.phone, request.subjects); !within)
                return within;
        }
        if (older)
            m_codes.supersede(stores, *older);
        const RowId message = m_outbox.enqueue(stores, request.message);
        m_codes.keep(stores, request.code, message, changeForUser);
        m_limits.count(stores, request.subjects);
        return {};
    });
    if (sent)
        return sent;
    const Result<void> logged = logRefusal(stores, request.phone, sent.error());
    return logged ? sent : logged;
}

/// What a limit, a country or a test rule refuses is a row of the send log.
Result<void> SignIn::logRefusal(Stores &stores, const PhoneNumber &phone, const Error &error) const
{
    if (error.code != ErrorCode::LimitReached && error.code != ErrorCode::CountryNotAllowed)
        return {};
    return stores.atomically([&]() -> Result<void> {
        m_outbox.logBlocked(stores, phone, error.detail);
        return {};
    });
}

Result<RowId> SignIn::sendAgain(Stores &stores, const StoredCode &live, const QString &address) const
{
    const CodeRecord &record = live.record;
    const QString code = m_codes.open(live);
    if (code.isEmpty())
        return {ErrorCode::SecretsUnavailable, QStringLiteral("the key of this code is gone")};
    StoredMessage message = m_outbox.seal({.phone = record.phone,
                                           .code = code,
                                           .text = messageText(m_settings.message, code),
                                           .expiresAt = record.expiresAt});
    const FaultBook::Match fault = m_faults ? m_faults->forSignIn(record.phone) : nullptr;
    if (fault)
        message.fault = fault->effect.stored();
    const RateLimiter::Subjects subjects =
        hasLimits(fault) ? m_limits.subjectsOf(record.phone, address) : RateLimiter::Subjects();
    const Result<RowId> sent = stores.atomically([&]() -> Result<RowId> {
        if (locks(fault))
            return locked(*fault);
        const Result<void> within =
            hasLimits(fault) ? m_limits.check(stores, record.phone, subjects) : Result<void>();
        if (!within)
            return within.error();
        const RowId id = m_outbox.enqueue(stores, message);
        stores.codes.setMessage(record.id, id);
        // As with a new code: the message goes out, and the code has run out.
        if (fault && fault->effect.outcome == FaultOutcome::Expired)
            stores.codes.setExpiry(record.id, m_clock.now(), m_clock.now());
        stores.changes.codes = true;
        m_limits.count(stores, subjects);
        return id;
    });
    if (sent)
        return sent;
    const Result<void> logged = logRefusal(stores, record.phone, sent.error());
    return logged ? sent : Result<RowId>(logged.error());
}

Result<UserRecord> SignIn::complete(Stores &stores, const PhoneNumber &phone, const QString &code,
                                    RowId bearerUser) const
{
    const FaultBook::Match fault = m_faults ? m_faults->ofNumber(phone) : nullptr;
    if (locks(fault))
        return locked(*fault);
    if (const Result<void> may = hasLimits(fault) ? m_limits.mayVerify(stores, phone) : Result<void>(); !may)
        return may.error();

    // Counted under a savepoint of its own: a try stays counted whatever happens afterwards.
    const auto counted =
        stores.atomically([&]() -> Result<std::optional<StoredCode>> { return m_codes.countTry(stores, phone); });
    if (!counted)
        return counted.error();
    const std::optional<StoredCode> &stored = counted.value();

    if (m_codes.matches(stored, code)) {
        Result<UserRecord> user =
            stores.atomically([&]() -> Result<UserRecord> { return completeWith(stores, *stored, bearerUser); });
        if (user || user.error().code != ErrorCode::CodeNotFound)
            return user;
    }

    const Result<void> noted = stores.atomically([&]() -> Result<void> {
        if (stored)
            m_codes.endIfExhausted(stores, *stored);
        if (hasLimits(fault))
            m_limits.countFailure(stores, phone);
        return {};
    });
    if (!noted)
        return noted.error();
    return {ErrorCode::CodeNotFound, m_settings.textCodeNotFound};
}

Result<UserRecord> SignIn::completeWith(Stores &stores, const StoredCode &stored, RowId bearerUser) const
{
    const CodeRecord &code = stored.record;
    // Only who asked for the change may confirm it: otherwise the owner of the new number would end up in their
    // account.
    if (code.changeForUser != 0 && code.changeForUser != bearerUser)
        return {ErrorCode::CodeNotFound};
    if (!m_codes.consume(stores, stored))
        return {ErrorCode::CodeNotFound};

    UserRecord user;
    if (code.changeForUser != 0) {
        const std::optional<UserRecord> asking = stores.users.find(code.changeForUser);
        if (!asking)
            return {ErrorCode::CodeNotFound};
        if (stores.users.findByPhone(code.phone))
            return {ErrorCode::UserExists, QStringLiteral("another user has this number")};
        user = changePhone(stores, *asking, code.phone);
    } else {
        user = findOrCreateUser(stores, code.phone);
    }
    if (!user.isActive)
        return {ErrorCode::CodeNotFound};

    user.lastSignInAt = m_clock.now();
    stores.users.markSignedIn(user.id, *user.lastSignInAt);
    m_limits.clearFailures(stores, code.phone);
    stores.changes.users = true;
    return user;
}

UserRecord SignIn::findOrCreateUser(Stores &stores, const PhoneNumber &phone) const
{
    if (const std::optional<UserRecord> known = stores.users.findByPhone(phone))
        return *known;
    UserRecord user;
    user.phone = phone;
    user.createdAt = m_clock.now();
    setUserField(user, m_settings.userField, phone.e164());
    return stores.users.insert(user);
}

UserRecord SignIn::changePhone(Stores &stores, UserRecord user, const PhoneNumber &phone) const
{
    user.phone = phone;
    setUserField(user, m_settings.userField, phone.e164());
    stores.users.update(user);
    return user;
}

} // namespace smsauth
