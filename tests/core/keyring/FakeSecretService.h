// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QThread>
#include <atomic>

namespace smsauth {

/// An org.freedesktop.secrets that is locked, hangs or asks, as the test wants. What it does not answer, it never
/// answers. Lives on a thread of its own.
class FakeSecretService
{
public:
    enum class Prompt { None, Accepted, Dismissed, Unanswered, Vanishing };

    explicit FakeSecretService(const QString &address)
        : m_object(*this)
        , m_bus(QDBusConnection::connectToBus(address, Name))
    {
        m_object.moveToThread(&m_thread);
        m_thread.start();
        if (!m_bus.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), &m_object,
                                         QDBusConnection::SubPath) ||
            !m_bus.registerService(QStringLiteral("org.freedesktop.secrets")))
            qFatal("cannot offer the service");
    }
    ~FakeSecretService()
    {
        m_thread.quit();
        m_thread.wait();
        QDBusConnection::disconnectFromBus(Name);
    }

    std::atomic<bool> answers{true}; ///< else not even a question about the default collection
    std::atomic<bool> hasCollection{true};
    std::atomic<bool> locked{false};
    std::atomic<Prompt> prompt{Prompt::None};
    std::atomic<int> unlocks{0};   ///< calls of Unlock
    std::atomic<int> withdrawn{0}; ///< prompts that were dismissed by the caller
    std::atomic<int> unanswered{0};

private:
    static inline const QString Name = QStringLiteral("fake-secret-service");

    struct Object : QDBusVirtualObject
    {
        explicit Object(FakeSecretService &s)
            : service(s)
        {
        }
        QString introspect(const QString &) const override { return {}; }
        bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
        {
            return service.handle(message, bus);
        }
        FakeSecretService &service;
    };

    bool handle(const QDBusMessage &message, QDBusConnection bus)
    {
        const QString method = message.member();
        const auto path = [](const char *text) { return QDBusObjectPath(QString::fromLatin1(text)); };
        if (answers && method == QLatin1StringView("ReadAlias")) {
            bus.send(message.createReply(
                QVariant::fromValue(path(hasCollection ? "/org/freedesktop/secrets/collection/login" : "/"))));
        } else if (answers && method == QLatin1StringView("Get")) {
            bus.send(message.createReply(QVariant::fromValue(QDBusVariant(locked.load()))));
        } else if (answers && method == QLatin1StringView("Unlock")) {
            ++unlocks;
            const bool asks = prompt != Prompt::None;
            if (!asks)
                locked = false;
            bus.send(message.createReply(
                {QVariant::fromValue(QList<QDBusObjectPath>()),
                 QVariant::fromValue(path(asks ? "/org/freedesktop/secrets/prompt/p1" : "/"))}));
        } else if (answers && method == QLatin1StringView("Prompt")) {
            bus.send(message.createReply());
            complete(bus);
        } else if (method == QLatin1StringView("Dismiss")) {
            ++withdrawn;
        } else {
            ++unanswered;
        }
        return true;
    }

    void complete(QDBusConnection bus)
    {
        if (prompt == Prompt::Unanswered)
            return;
        if (prompt == Prompt::Vanishing) {
            bus.unregisterService(QStringLiteral("org.freedesktop.secrets"));
            return;
        }
        locked = prompt == Prompt::Dismissed;
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/secrets/prompt/p1"),
                                                         QStringLiteral("org.freedesktop.Secret.Prompt"),
                                                         QStringLiteral("Completed"));
        signal << (prompt == Prompt::Dismissed)
               << QVariant::fromValue(QDBusVariant(QVariant::fromValue(QList<QDBusObjectPath>())));
        bus.send(signal);
    }

    QThread m_thread;
    Object m_object;
    QDBusConnection m_bus;
};

} // namespace smsauth
