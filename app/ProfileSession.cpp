// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProfileSession.h"

#include "app/SecretInput.h"
#include "core/engine/Profile.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QThread>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds OwnerPatience{10'000};
constexpr milliseconds Pause{100};

} // namespace

EngineOptions engineOptions(const Invocation &call, const QString &actor, const Secret &passphrase)
{
    EngineOptions options;
    options.profile = call.profile;
    options.sources.environment = QProcessEnvironment::systemEnvironment();
    options.sources.overrides = call.overrides;
    options.passphrase = passphrase;
    options.actor = actor;
    return options;
}

ProfileSession::ProfileSession(const Invocation &call, const Clock &clock, Random &random)
    : m_call(call)
    , m_clock(clock)
    , m_random(random)
{
}

ProfileSession::~ProfileSession()
{
    close();
}

Result<void> ProfileSession::checkProfile(const Invocation &call)
{
    if (Profile{call.profile}.exists())
        return {};
    return {ErrorCode::InvalidInput,
            u"%1 is no profile: give the right folder with --profile, or make one with smsauth serve"_s.arg(
                call.profile)};
}

void ProfileSession::close()
{
    m_admin.reset();
    m_lock.reset();
}

Result<QJsonObject> ProfileSession::run(const QString &command, const QJsonObject &arguments, milliseconds timeout)
{
    if (m_admin)
        return runHere(command, arguments);
    const QDeadlineTimer patience(OwnerPatience);
    for (;;) {
        if (const auto answer = runInOwner(m_call.profile, command, arguments, timeout)) {
            m_usedOwner = true;
            return *answer;
        }
        m_lock = std::make_unique<OwnerSocket>();
        const Result<void> locked = m_lock->acquire(m_call.profile, milliseconds(500));
        if (locked)
            return runHere(command, arguments);
        // An owner that began just now answers in a moment; another command is done in one.
        if (locked.error().code != ErrorCode::InUse || patience.hasExpired())
            return locked.error();
    }
}

Result<QJsonObject> ProfileSession::waitForCode(const QJsonObject &arguments, seconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    const auto inOwner = [&]() -> std::optional<Result<QJsonObject>> {
        const seconds left(qMax(qint64(0), deadline.remainingTime() / 1000));
        QJsonObject remaining = arguments;
        remaining.insert(u"timeout"_s, qint64(left.count()));
        return runInOwner(m_call.profile, u"codes.wait"_s, remaining, left + seconds(10));
    };
    if (const auto answer = inOwner()) {
        m_usedOwner = true;
        return *answer;
    }
    QJsonObject look = arguments;
    look.insert(u"timeout"_s, 0);
    Result<QJsonObject> answer =
        Error{ErrorCode::TimedOut, u"no message came in time: %1 is no profile yet"_s.arg(m_call.profile), {}};
    if (Profile{m_call.profile}.exists()) {
        answer = run(u"codes.wait"_s, look, timeout);
        close();
    }
    while (!answer && answer.error().code == ErrorCode::TimedOut && !deadline.hasExpired()) {
        QThread::msleep(ulong(Pause.count()));
        if (const auto served = inOwner())
            answer = *served;
    }
    return answer;
}

Result<QJsonObject> ProfileSession::runHere(const QString &command, const QJsonObject &arguments)
{
    for (;;) {
        if (!m_admin) {
            EngineOptions options = engineOptions(m_call, u"command line"_s, m_passphrase);
            options.brief = true;
            m_admin = openLocalAdmin(options, m_clock, m_random);
        }
        Commands commands(*m_admin);
        const Result<QJsonObject> answer = finish(commands.run(command, arguments));
        const bool locked = !answer && answer.error().code == ErrorCode::SecretsLocked;
        if (!locked || !m_passphrase.isEmpty() || !hasTerminal())
            return answer;
        const Result<Secret> passphrase = readSecret(u"Passphrase of the secret file"_s);
        if (!passphrase)
            return answer;
        m_passphrase = *passphrase;
        m_admin.reset();
    }
}

Result<QJsonObject> ProfileSession::finish(const Commands::Answer &answer)
{
    QEventLoop loop;
    QFutureWatcher<Result<QJsonObject>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(answer);
    if (!answer.isFinished())
        loop.exec();
    if (answer.resultCount() == 0)
        return {ErrorCode::Cancelled, u"the command was given up"_s};
    return answer.result();
}

} // namespace smsauth
