// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SecretLayers.h"

#include "core/settings/MemoryStore.h"
#include "core/settings/SecretName.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SecretLayers::SecretLayers(std::unique_ptr<SecretStore> store, SecretSources sources, QString provider,
                           QString reason, Random &random)
    : m_store(std::move(store))
    , m_sources(std::move(sources))
    , m_reason(std::move(reason))
    , m_random(random)
    , m_provider(std::move(provider))
{
}

template<class Action>
auto SecretLayers::alone(Action &&action) -> decltype(action())
{
    const std::unique_lock turn(m_turn, 5s);
    if (!turn.owns_lock())
        return {ErrorCode::TimedOut, u"the secret store is busy"_s};
    return action();
}

QString SecretLayers::kind() const
{
    return m_store->kind();
}

QString SecretLayers::reason() const
{
    return m_reason;
}

bool SecretLayers::survivesRestart() const
{
    return m_store->kind() != "memory"_L1;
}

// These two do not wait for their turn: a person who is asked for a password may take minutes.
SecretStore::State SecretLayers::state()
{
    return m_store->state();
}

Result<void> SecretLayers::unlock()
{
    return m_store->unlock();
}

QString SecretLayers::provider() const
{
    const std::lock_guard lock(m_providerMutex);
    return m_provider;
}

void SecretLayers::setProvider(const QString &id)
{
    const std::lock_guard lock(m_providerMutex);
    m_provider = id;
}

Result<void> SecretLayers::writable(const QString &name) const
{
    if (!isSecretName(name))
        return {ErrorCode::InvalidInput, u"a secret's name has letters, digits, '.', '_' and '-' only"_s};
    const Result<SecretSources::Found> above = m_sources.find(name, provider());
    if (above)
        return {ErrorCode::NotAllowed,
                u"%1 comes from the %2 and cannot be changed here"_s.arg(name, above->place)};
    if (above.error().code != ErrorCode::NotFound)
        return above.error();
    return {};
}

Result<Secret> SecretLayers::read(const QString &name)
{
    if (!isSecretName(name))
        return {ErrorCode::NotFound, u"no secret has such a name"_s};
    const Result<SecretSources::Found> above = m_sources.find(name, provider());
    if (above)
        return above->value;
    if (above.error().code != ErrorCode::NotFound)
        return above.error();
    return alone([&] {
        if (m_memory) {
            Result<Secret> kept = m_memory->read(name);
            if (kept)
                return kept;
        }
        return m_store->read(name);
    });
}

Result<void> SecretLayers::write(const QString &name, const Secret &value)
{
    if (const Result<void> allowed = writable(name); !allowed)
        return allowed;
    if (value.isEmpty())
        return {ErrorCode::InvalidInput, u"%1: a secret cannot be empty"_s.arg(name)};
    return alone([&] { return (m_memory ? m_memory.get() : m_store.get())->write(name, value); });
}

Result<void> SecretLayers::remove(const QString &name)
{
    if (const Result<void> allowed = writable(name); !allowed)
        return allowed;
    return alone([&]() -> Result<void> {
        const bool forgotten = m_memory && m_memory->remove(name);
        // What lies below would be back when the store answers again: it goes, too, or nobody says that it is gone.
        const Result<void> below = m_store->remove(name);
        if (!forgotten || below || below.error().code == ErrorCode::NotFound)
            return forgotten ? Result<void>() : below;
        return {
            ErrorCode::SecretsUnavailable,
            u"%1 is forgotten for this run; the %2 cannot be reached and may still hold it"_s.arg(name, kind())};
    });
}

void SecretLayers::keepInMemory()
{
    // Waits for its turn like everybody else: the longest call ends within the keyring's deadline.
    const std::lock_guard turn(m_turn);
    if (!m_memory)
        m_memory = std::make_unique<MemoryStore>();
}

Result<QList<SecretVault::Entry>> SecretLayers::entries()
{
    QStringList inMemory;
    const Result<QStringList> stored = alone([&]() -> Result<QStringList> {
        if (!m_memory)
            return m_store->names();
        inMemory = m_memory->names().value();
        // Taken because the store no longer answered: what it holds is shown again when it does.
        const Result<QStringList> below = m_store->names();
        return below ? below : Result<QStringList>(QStringList());
    });
    if (!stored)
        return stored.error();
    QList<Entry> list;
    QStringList above;
    for (const auto &[name, place] : m_sources.names(provider())) {
        list.append({name, place, true});
        above.append(name);
    }
    for (const QString &name : std::as_const(inMemory)) {
        if (above.contains(name))
            continue;
        list.append({name, u"memory"_s, false});
        above.append(name);
    }
    for (const QString &name : *stored) {
        if (!above.contains(name))
            list.append({name, kind(), false});
    }
    std::sort(list.begin(), list.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return list;
}

Result<Secret> SecretLayers::readOrCreateKey(const QString &name, qsizetype bytes)
{
    if (const Result<void> writeable = writable(name); !writeable) {
        if (writeable.error().code == ErrorCode::NotAllowed)
            return read(name);
        return writeable.error();
    }
    return alone([&]() -> Result<Secret> {
        Result<Secret> stored = m_store->read(name);
        if (stored || stored.error().code != ErrorCode::NotFound)
            return stored;
        const Secret made(m_random.bytes(bytes));
        if (const Result<void> written = m_store->write(name, made); !written)
            return written.error();
        // A store that says yes and keeps nothing would give another key at every start.
        stored = m_store->read(name);
        if (stored && *stored == made)
            return made;
        return stored ? Result<Secret>(ErrorCode::SecretsUnavailable,
                                       u"the %1 did not keep the key %2"_s.arg(kind(), name))
                      : stored;
    });
}

} // namespace smsauth
