// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/ServerCore.h"

namespace smsauth {

using Topic = Admin::Topic;

namespace {

// A person sees no more than twenty changes a second, and feels what comes later than a fifth of one.
constexpr milliseconds TellInterval(50);
constexpr milliseconds LongestGoodbye(3000);

} // namespace

ServerCore::ServerCore(const EngineOptions &options, const Clock &clock, Random &random,
                       std::function<void(Topic)> changed)
    : m_notify(std::move(changed))
    , m_engine(new Engine(options, clock, random))
    , m_tellTimer(new QTimer(this))
{
    m_engine->setParent(this);
    m_pool.setMaxThreadCount(2);
    m_computing.setMaxThreadCount(1);
    m_tellTimer->setSingleShot(true);
    m_tellTimer->setInterval(TellInterval);
    connect(m_tellTimer, &QTimer::timeout, this, [this] { tellAll(); });
    watch();
}

ServerCore::~ServerCore()
{
    m_databaseTask.cancel(); // nobody waits for it any more
    m_pool.waitForDone();
    m_computing.waitForDone();
    delete m_engine;
}

void ServerCore::open()
{
    (void)m_engine->open();
}

void ServerCore::whenIdle(std::function<void()> done)
{
    if (!m_engine->isOpen() || !m_engine->cleanup().isRunning())
        return done();
    // Whichever comes first; the other one finds nobody any more.
    const auto once = std::make_shared<std::function<void()>>(std::move(done));
    const auto go = [once] {
        if (const auto action = std::exchange(*once, nullptr))
            action();
    };
    QTimer::singleShot(LongestGoodbye, this, go);
    m_engine->cleanup().run({}, [go](const Result<CleanupReport> &) { go(); });
}

void ServerCore::watch()
{
    connect(m_engine, &Engine::stateChanged, this, [this] {
        auditMode();
        tell(Topic::Status);
    });
    connect(m_engine, &Engine::faultsChanged, this, [this] { tell(Topic::Status); });
    connect(m_engine, &Engine::settingsApplied, this, [this] {
        for (const Topic topic : {Topic::Status, Topic::Settings, Topic::Providers, Topic::Cleanup, Topic::Codes})
            tell(topic);
    });
    connect(m_engine, &Engine::committed, this, [this](const Changes &changes) {
        if (changes.codes)
            tell(Topic::Codes);
        if (changes.messages)
            tell(Topic::Messages);
        if (changes.users)
            tell(Topic::Users);
        if (changes.audit)
            tell(Topic::Audit);
    });
}

/// Going live is worth a line whoever did it: a page, an import, an option of the start.
void ServerCore::auditMode()
{
    if (m_engine->state() != ServerState::Running)
        return;
    const bool live = m_engine->settings().mode() == Mode::Live;
    const QString gateway = live ? m_engine->settings().provider : QString();
    if (gateway == m_liveWith)
        return;
    m_liveWith = gateway;
    writeAudit(m_engine->options().actor, live ? QStringLiteral("mode.live") : QStringLiteral("mode.simulated"),
               gateway);
}

void ServerCore::tell(Topic topic)
{
    m_changed[size_t(topic)] = true;
    if (!m_tellTimer->isActive())
        m_tellTimer->start();
}

void ServerCore::tellAll()
{
    for (size_t topic = 0; topic < m_changed.size(); ++topic) {
        if (std::exchange(m_changed[topic], false))
            m_notify(Topic(topic));
    }
}

void ServerCore::writeAudit(const QString &actor, const QString &action, const QString &subject,
                            const QString &detail)
{
    m_engine->writeAudit({0, m_engine->clock().now(), actor, action, subject, detail});
}

} // namespace smsauth
