// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeyringUnlock.h"

#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QMetaMethod>
#include <QTimer>

namespace smsauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ServiceName = u"org.freedesktop.secrets"_s;
const QString PromptInterface = u"org.freedesktop.Secret.Prompt"_s;

} // namespace

void KeyringUnlock::start(KeyringProbe &probe, QDeadlineTimer deadline, Done done)
{
    const Keyring::Presence presence = probe.presence(QDeadlineTimer(3s));
    if (presence != Keyring::Presence::Locked)
        return done(Keyring::usable(presence));
    (new KeyringUnlock(probe, deadline, std::move(done)))->ask();
}

KeyringUnlock::KeyringUnlock(KeyringProbe &probe, QDeadlineTimer deadline, Done done)
    : m_probe(probe)
    , m_deadline(deadline)
    , m_done(std::move(done))
{
    QTimer::singleShot(deadline.remainingTime(), this, &KeyringUnlock::giveUp);
    auto *watcher =
        new QDBusServiceWatcher(ServiceName, probe.bus(), QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        finish({ErrorCode::SecretsUnavailable, u"the keyring service went away"_s});
    });
}

void KeyringUnlock::call(const QDBusMessage &message, std::function<void(const QDBusMessage &)> action)
{
    auto *watcher = new QDBusPendingCallWatcher(
        m_probe.bus().asyncCall(message, int(std::max<qint64>(1, m_deadline.remainingTime()))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, action = std::move(action)] {
        if (watcher->isError())
            return finish(Keyring::usable(KeyringProbe::presenceAfter(watcher->error())));
        action(watcher->reply());
    });
}

void KeyringUnlock::ask()
{
    QDBusMessage message =
        KeyringProbe::message(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Unlock"_s);
    message << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(m_probe.collection())});
    call(message, [this](const QDBusMessage &reply) {
        const QString prompt = reply.arguments().value(1).value<QDBusObjectPath>().path();
        if (prompt.isEmpty() || prompt == "/"_L1)
            return finish(Keyring::usable(m_probe.presence(QDeadlineTimer(3s))));
        showPrompt(prompt);
    });
}

void KeyringUnlock::showPrompt(const QString &path)
{
    m_prompt = path;
    connect(this, &KeyringUnlock::completed, this, [this](bool dismissed) {
        m_prompt.clear();
        finish(dismissed ? Result<void>(ErrorCode::SecretsLocked, u"the keyring was not unlocked"_s)
                         : Keyring::usable(m_probe.presence(QDeadlineTimer(3s))));
    });
    // The bus connects to a name in text only; taken from the signal itself, it is at least checked here.
    const QByteArray relay =
        char('0' + QSIGNAL_CODE) + QMetaMethod::fromSignal(&KeyringUnlock::completed).methodSignature();
    QDBusConnection bus = m_probe.bus();
    bus.connect(ServiceName, path, PromptInterface, u"Completed"_s, this, relay.constData());

    QDBusMessage message = KeyringProbe::message(path, PromptInterface, u"Prompt"_s);
    message << QString(); // no window of ours to stand in front of
    call(message, [](const QDBusMessage &) {});
}

void KeyringUnlock::giveUp()
{
    if (!m_prompt.isEmpty())
        m_probe.bus().send(KeyringProbe::message(m_prompt, PromptInterface, u"Dismiss"_s));
    finish({ErrorCode::TimedOut, u"the keyring was not unlocked in time"_s});
}

void KeyringUnlock::finish(const Result<void> &result)
{
    if (!m_done)
        return;
    const Done done = std::exchange(m_done, nullptr);
    disconnect();
    deleteLater();
    done(result);
}

} // namespace smsauth
