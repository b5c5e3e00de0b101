// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeyringStore.h"

namespace smsauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto CallDeadline = 5s;
constexpr auto ProbeDeadline = 3s;
constexpr auto UnlockDeadline = 120s;

// No secret has a name with this character.
constexpr auto Index = "#names"_L1;

} // namespace

KeyringStore::KeyringStore(std::shared_ptr<Keyring> keyring, QString space)
    : m_keyring(std::move(keyring))
    , m_space(std::move(space))
{
}

Result<void> KeyringStore::usable(QDeadlineTimer deadline)
{
    const auto left = std::min<std::chrono::nanoseconds>(ProbeDeadline, deadline.remainingTimeAsDuration());
    return Keyring::usable(m_keyring->probe(QDeadlineTimer(left)));
}

SecretStore::State KeyringStore::state()
{
    switch (m_keyring->probe(QDeadlineTimer(ProbeDeadline))) {
    case Keyring::Presence::Ready:
        return State::Ready;
    case Keyring::Presence::Locked:
        return State::Locked;
    case Keyring::Presence::NoCollection:
    case Keyring::Presence::NoService:
    case Keyring::Presence::NoBus:
    case Keyring::Presence::NoAnswer:
        return State::Missing;
    }
    Q_UNREACHABLE();
}

Result<Secret> KeyringStore::readEntry(const QString &key, QDeadlineTimer deadline)
{
    Result<Secret> entry = m_keyring->read(key, deadline);
    if (entry || entry.error().code != ErrorCode::NotFound)
        return entry;
    // It may have been locked or gone away since the first probe, and both look like an entry that is not there.
    if (const Result<void> still = usable(deadline); !still)
        return still.error();
    return entry;
}

Result<Secret> KeyringStore::read(const QString &name)
{
    const QDeadlineTimer deadline(CallDeadline);
    if (const Result<void> ready = usable(deadline); !ready)
        return ready.error();
    Result<Secret> entry = readEntry(keyOf(name), deadline);
    if (!entry && entry.error().code == ErrorCode::NotFound)
        return {ErrorCode::NotFound, u"no secret is named %1"_s.arg(name)};
    return entry;
}

Result<void> KeyringStore::write(const QString &name, const Secret &value)
{
    const QDeadlineTimer deadline(CallDeadline);
    if (const Result<void> ready = usable(deadline); !ready)
        return ready;
    // The list first: a name too many is harmless, a secret that nobody lists is forgotten.
    Result<QStringList> list = readIndex(deadline);
    if (!list)
        return list.error();
    if (!list->contains(name)) {
        if (const Result<void> listed = writeIndex(list.value() << name, deadline); !listed)
            return listed;
    }
    return m_keyring->write(keyOf(name), value, deadline);
}

Result<void> KeyringStore::remove(const QString &name)
{
    const QDeadlineTimer deadline(CallDeadline);
    if (const Result<void> ready = usable(deadline); !ready)
        return ready;
    // Removing what is not there succeeds in a keyring, and so does removing from a locked one.
    const Result<Secret> there = readEntry(keyOf(name), deadline);
    if (!there && there.error().code != ErrorCode::NotFound)
        return there.error();
    if (there) {
        if (const Result<void> removed = m_keyring->remove(keyOf(name), deadline); !removed)
            return removed;
        const Result<Secret> left = readEntry(keyOf(name), deadline);
        if (left)
            return {ErrorCode::SecretsUnavailable, u"the keyring did not remove %1"_s.arg(name)};
        if (left.error().code != ErrorCode::NotFound)
            return left.error();
    }
    Result<QStringList> list = readIndex(deadline);
    if (!list)
        return list.error();
    if (list.value().removeAll(name) > 0) {
        if (const Result<void> listed = writeIndex(*list, deadline); !listed)
            return listed;
    }
    return there ? Result<void>() : Result<void>(ErrorCode::NotFound, u"no secret is named %1"_s.arg(name));
}

Result<QStringList> KeyringStore::names()
{
    const QDeadlineTimer deadline(CallDeadline);
    if (const Result<void> ready = usable(deadline); !ready)
        return ready.error();
    return readIndex(deadline);
}

Result<void> KeyringStore::unlock()
{
    return m_keyring->unlock(QDeadlineTimer(UnlockDeadline));
}

Result<QStringList> KeyringStore::readIndex(QDeadlineTimer deadline)
{
    const Result<Secret> entry = readEntry(keyOf(Index), deadline);
    if (!entry && entry.error().code == ErrorCode::NotFound)
        return QStringList();
    if (!entry)
        return entry.error();
    return QString::fromUtf8(entry->reveal()).split(u'\n', Qt::SkipEmptyParts);
}

Result<void> KeyringStore::writeIndex(const QStringList &names, QDeadlineTimer deadline)
{
    QStringList sorted = names;
    sorted.sort();
    return m_keyring->write(keyOf(Index), Secret(sorted.join(u'\n').toUtf8()), deadline);
}

} // namespace smsauth
