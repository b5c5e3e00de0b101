// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/StopSignals.h"
#include "core/admin/LocalAdmin.h"
#include "core/admin/OwnerSocket.h"

namespace smsauth {

/// `smsauth serve`: owns the profile, runs the server, answers other commands, drains at SIGTERM.
class Serve : public QObject
{
    Q_OBJECT

public:
    /// What is still to be answered when a signal comes has this long.
    static constexpr seconds DrainTime{5};

    Serve(const Invocation &call, const Clock &clock, Random &random);
    ~Serve() override;

    /// Runs the event loop of the application until the server stops.
    ExitCode run();

private:
    void open(const Secret &passphrase);
    void started(const Result<ServerStatus> &status);
    void announce(const ServerStatus &status);
    void watchStatus();
    void stop();
    void fail(const Error &error);

    const Invocation &m_call;
    const Clock &m_clock;
    Random &m_random;
    StopSignals m_signals;
    OwnerSocket m_owner;
    std::unique_ptr<Admin> m_admin;
    std::unique_ptr<Commands> m_commands;
    bool m_askedForPassphrase = false;
    bool m_stopping = false;
    ServerState m_lastState = ServerState::Starting;
};

} // namespace smsauth
