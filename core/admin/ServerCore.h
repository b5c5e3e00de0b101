// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/admin/DatabaseTask.h"
#include "core/admin/LimitTrials.h"
#include "core/engine/Engine.h"

#include <QThreadPool>
#include <QTimer>
#include <array>
#include <memory>

namespace smsauth {

/// The half of LocalAdmin that lives on the server thread: the engine, and what every answer needs besides it,
/// whoever asks.
class ServerCore : public QObject
{
public:
    /// changed: called on the server thread, at most twenty times a second per topic.
    ServerCore(const EngineOptions &options, const Clock &clock, Random &random,
               std::function<void(Admin::Topic)> changed);
    ~ServerCore() override;

    /// First call on the server thread. What fails then is told by every later answer.
    void open();
    Engine &engine() { return *m_engine; }
    LimitTrials &limitTrials() { return m_limitTrials; }

    /// Runs `done` when nothing is under way that a person takes for done, such as a cleanup; soon at the latest.
    void whenIdle(std::function<void()> done);

    DatabaseTask &databaseTask() { return m_databaseTask; }

    void tell(Admin::Topic topic);
    void writeAudit(const QString &actor, const QString &action, const QString &subject,
                    const QString &detail = {});

    /// Calls of the secret store may wait for a person or a hanging service, copies of the database for a disk:
    /// never on the server thread. `done` runs there.
    template<class T>
    void inBackground(std::function<Result<T>()> work, Done<T> done)
    {
        startIn(m_pool, std::move(work), std::move(done));
    }
    /// As above for what only computes, but with patterns of a person's own, which may take their time: never
    /// behind a disk or a keyring.
    template<class T>
    void compute(std::function<Result<T>()> work, Done<T> done)
    {
        startIn(m_computing, std::move(work), std::move(done));
    }

private:
    template<class T>
    void startIn(QThreadPool &pool, std::function<Result<T>()> work, Done<T> done)
    {
        pool.start([home = &m_engine->home(), work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<Result<T>>(work());
            home->post([result, done] { done(std::move(*result)); });
        });
    }
    void watch();
    void auditMode();
    void tellAll();

    const std::function<void(Admin::Topic)> m_notify;
    Engine *m_engine; ///< a child, so that it moves along to the server thread
    QTimer *m_tellTimer;
    QString m_liveWith; ///< the gateway of the last audited mode; empty: simulated
    LimitTrials m_limitTrials;
    DatabaseTask m_databaseTask;
    QThreadPool m_pool;
    QThreadPool m_computing;
    std::array<bool, 9> m_changed{}; ///< by topic
};

} // namespace smsauth
