// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/Serve.h"

#include "app/AnswerText.h"
#include "app/Output.h"
#include "app/ProfileSession.h"
#include "app/SecretInput.h"
#include "app/headless/ServiceManager.h"
#include "core/base/Log.h"

#include <QCoreApplication>
#include <QTimer>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// The last resort when a disk or a keyring holds the process: all that was answered is committed already.
void endAtOnce(int)
{
    ::_exit(int(ExitCode::Failed));
}

/// What a warning of the status means; empty when the warnings of the settings say it already.
QString sentenceOf(const QString &id)
{
    if (id == u"debug_code")
        return u"A fixed debug code is accepted (SMS_DEBUG, SMS_AUTH_DEBUG_PHONE_NUMBER)."_s;
    if (id == u"reachable_from_network")
        return u"Other computers can reach this server (SMS_AUTH_HOST)."_s;
    if (id == u"memory_secrets")
        return u"Keys are kept in memory only: a restart ends live codes and makes tokens invalid (SMS_AUTH_SECRETS)."_s;
    return id == u"short_codes" ? QString() : id;
}

void limitDrainTime(seconds time)
{
    std::signal(SIGALRM, endAtOnce);
    ::alarm(unsigned(time.count()));
}

} // namespace

Serve::Serve(const Invocation &call, const Clock &clock, Random &random)
    : m_call(call)
    , m_clock(clock)
    , m_random(random)
{
    connect(&m_signals, &StopSignals::requested, this, &Serve::stop);
    // Whoever reads the log or waits for an answer may leave: no reason to end.
    std::signal(SIGPIPE, SIG_IGN);
}

Serve::~Serve() = default;

ExitCode Serve::run()
{
    if (const Result<void> owned = m_owner.acquire(m_call.profile); !owned)
        return printError(owned.error(), m_call.json);
    // From within the loop of events: a start that fails at once would end it before it has begun, in vain.
    QMetaObject::invokeMethod(
        this, [this] { open({}); }, Qt::QueuedConnection);
    const auto code = ExitCode(QCoreApplication::exec());
    // The profile is free only when nothing works on it any more.
    m_commands.reset();
    m_admin.reset();
    m_owner.release();
    return code;
}

void Serve::open(const Secret &passphrase)
{
    m_admin = openLocalAdmin(engineOptions(m_call, u"server"_s, passphrase), m_clock, m_random);
    m_commands = std::make_unique<Commands>(*m_admin);
    m_admin->startServer().then(this, [this](const Result<ServerStatus> &status) { started(status); });
}

void Serve::started(const Result<ServerStatus> &status)
{
    if (m_stopping)
        return;
    if (!status) {
        const bool locked = status.error().code == ErrorCode::SecretsLocked;
        if (!locked || m_askedForPassphrase || !hasTerminal())
            return fail(status.error());
        m_askedForPassphrase = true;
        const Result<Secret> passphrase = readSecret(u"Passphrase of the secret file"_s);
        return passphrase ? open(*passphrase) : fail(status.error());
    }
    if (const Result<void> served = m_owner.serve(*m_commands); !served)
        return fail(served.error());
    connect(m_admin.get(), &Admin::changed, this, [this](Admin::Topic topic) {
        if (topic == Admin::Topic::Status)
            watchStatus();
    });
    announce(*status);
}

void Serve::announce(const ServerStatus &status)
{
    m_lastState = status.state;
    const QJsonObject event{{u"event"_s, u"listening"_s},
                            {u"url"_s, status.url},
                            {u"pid"_s, QCoreApplication::applicationPid()},
                            {u"profile"_s, m_call.profile}};
    std::fputs(jsonText(event).toUtf8().constData(), stdout);
    std::fflush(stdout);
    tellServiceManager("READY=1");
    m_admin->settings().then(this, [ids = status.warnings](const Result<SettingsView> &settings) {
        QStringList sentences = settings ? settings->warnings : QStringList();
        for (const QString &id : ids)
            sentences.append(sentenceOf(id));
        for (const QString &sentence : std::as_const(sentences)) {
            if (!sentence.isEmpty())
                qCWarning(lcServer).noquote() << sentence;
        }
    });
}

/// A restart with other settings may fail long after the start: the log must say so.
void Serve::watchStatus()
{
    m_admin->status().then(this, [this](const Result<ServerStatus> &status) {
        if (!status || status->state == m_lastState || m_stopping)
            return;
        m_lastState = status->state;
        if (m_lastState == ServerState::Failed)
            qCCritical(lcServer).noquote() << u"the server failed: "_s + status->failure.detail;
        else if (m_lastState == ServerState::Running)
            qCInfo(lcServer).noquote() << u"listening on "_s + status->url;
    });
}

void Serve::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    limitDrainTime(DrainTime);
    tellServiceManager("STOPPING=1");
    qCInfo(lcServer) << "stopping";
    if (!m_admin)
        return QCoreApplication::exit(int(ExitCode::Done));
    m_admin->stopServer().then(this, [](const Result<void> &) { QCoreApplication::exit(int(ExitCode::Done)); });
}

void Serve::fail(const Error &error)
{
    QCoreApplication::exit(int(printError(error, m_call.json)));
}

} // namespace smsauth
