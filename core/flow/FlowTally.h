// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/flow/LatencyHistogram.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <array>
#include <vector>

namespace smsauth {

/// The steps of a flow, in order.
enum class FlowStep { SignIn, CodeArrival, Verify };
inline constexpr int FlowSteps = 3;

/// "sign_in", "code_arrival", "verify": the words of reports.
QLatin1StringView wireName(FlowStep step);

/// One kind of failure: the same answer to the same step.
struct FlowFailure
{
    FlowStep step = FlowStep::SignIn;
    int status = 0; ///< 0: no answer
    QString words;  ///< the server's own, or what the network said; without the number and the code of the flow
    qint64 count = 0;
};

/// What a flow came to.
struct FlowOutcome
{
    int index = 0;                                           ///< 0 is the first of the run
    std::array<std::chrono::microseconds, FlowSteps> took{}; ///< zero for steps that were not reached
    int failure = -1;                                        ///< index into FlowTally::failures(); -1: passed
};

struct FlowTimes
{
    qint64 count = 0;
    std::chrono::microseconds p50{0};
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
    std::chrono::microseconds longest{0};
};

/// A while of a run, for its chart.
struct FlowInterval
{
    milliseconds begin{0}; ///< since the run began
    std::chrono::microseconds p50{0};
    std::chrono::microseconds p95{0};
    std::chrono::microseconds p99{0};
    int flows = 0;
    int failed = 0;
};

/// How far a run is; cheap to copy between threads.
struct FlowProgress
{
    int total = 0;
    int passed = 0;
    int failed = 0;
    int underWay = 0;
    milliseconds elapsed{0};
    std::array<FlowTimes, FlowSteps> steps; ///< of the answers with success
    FlowTimes whole;                        ///< of the flows that passed
    QList<FlowFailure> failures;            ///< the most frequent first
    QList<FlowInterval> intervals;

    double perSecond() const;
};

/// Counts what the flows of a run came to, in memory that grows by 40 bytes a flow and not with their failures.
class FlowTally
{
public:
    static constexpr int MostFailures = 50; ///< kinds; what is beyond counts as "other answers" of its step
    static constexpr int MostIntervals = 240;

    explicit FlowTally(int total);

    void stepPassed(FlowStep step, std::chrono::microseconds took);
    void flowPassed(const FlowOutcome &outcome, milliseconds now);
    void flowFailed(FlowOutcome outcome, FlowStep step, int status, const QString &words, milliseconds now);

    /// underWay is the caller's to know.
    FlowProgress progress(milliseconds elapsed, int underWay) const;
    const std::vector<FlowOutcome> &outcomes() const { return m_outcomes; } ///< in the order in which they ended
    const QList<FlowFailure> &failures() const { return m_failures; }       ///< in the order of their appearance

private:
    int failureIndex(FlowStep step, int status, const QString &words);
    void note(const FlowOutcome &outcome, milliseconds now);
    void closeInterval();
    void halveIntervals();

    const int m_total;
    int m_passed = 0;
    int m_failed = 0;
    std::array<LatencyHistogram, FlowSteps> m_steps;
    LatencyHistogram m_whole;
    QList<FlowFailure> m_failures;
    std::vector<FlowOutcome> m_outcomes;

    LatencyHistogram m_recent; ///< of the interval that is open
    FlowInterval m_open;
    milliseconds m_width{500};
    QList<FlowInterval> m_intervals;
};

} // namespace smsauth

Q_DECLARE_METATYPE(smsauth::FlowProgress)
