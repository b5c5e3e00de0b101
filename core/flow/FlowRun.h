// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/flow/FlowRunner.h"
#include "core/flow/FlowTally.h"
#include "core/flow/PhoneRange.h"

#include <memory>

namespace smsauth {

/// What to run.
struct FlowRunOptions
{
    static constexpr int MostParallel = 64;
    static constexpr int MostPerSecond = 10'000;

    FlowTarget target;
    PhoneNumber firstPhone; ///< the first of `count` numbers that follow one another, each used once
    int count = 100;        ///< 1 to PhoneRange::Most
    int parallel = 16;      ///< 1 to MostParallel
    int perSecond = 0;      ///< flows begun in a second, 0 to MostPerSecond; 0: as fast as they go

    milliseconds deadline{30'000}; ///< of one request
    seconds codeWait{10};          ///< for a code to arrive

    /// Errors: InvalidInput, InvalidPhone.
    Result<void> check() const;
};

/// How a run ended.
struct FlowRunResult
{
    FlowRunOptions options;
    Timestamp startedAt;
    bool stopped = false;                   ///< by stop(), before all flows were done
    Error problem;                          ///< why it did not begin; meaningful when !began
    bool began = false;                     ///< the server was found to be in simulated mode
    FlowProgress progress;                  ///< at the end
    std::shared_ptr<const FlowTally> tally; ///< every flow; null when it did not begin

    bool passed() const { return began && !stopped && progress.failed == 0 && progress.passed == options.count; }
};

/// Runs a flow many times, as that many clients of the server would: sign-in, the code from the simulated phone
/// over HTTP, verify. On a thread of its own; the signals come to the thread in which this object lives.
///
/// Before the first flow it asks whether the server is in simulated mode: in live mode each flow would send an SMS
/// that costs money, and its code could not be read.
class FlowRun : public QObject
{
    Q_OBJECT

public:
    static constexpr milliseconds ProgressInterval{100};

    explicit FlowRun(const Clock &clock, QObject *parent = nullptr);
    /// Stops what runs; no further signals.
    ~FlowRun() override;

    /// Returns at once. Errors: those of FlowRunOptions::check(), Busy (it runs already).
    Result<void> start(const FlowRunOptions &options);
    /// Ends the flows that are under way, which then count for nothing; finished() follows.
    void stop();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// At most ten times a second.
    void progressed(const smsauth::FlowProgress &progress);
    void finished(const smsauth::FlowRunResult &result);

private:
    class Worker;

    const Clock &m_clock;
    QThread m_thread;
    Worker *m_worker = nullptr; ///< lives on m_thread
    bool m_running = false;
};

} // namespace smsauth

Q_DECLARE_METATYPE(smsauth::FlowRunResult)
