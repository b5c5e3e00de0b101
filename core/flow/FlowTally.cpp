// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowTally.h"

#include <algorithm>
#include <numeric>

namespace smsauth {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

FlowTimes timesOf(const LatencyHistogram &histogram)
{
    return {histogram.count(), histogram.quantile(0.5), histogram.quantile(0.95), histogram.quantile(0.99),
            histogram.longest()};
}

microseconds wholeOf(const FlowOutcome &outcome)
{
    return std::accumulate(outcome.took.begin(), outcome.took.end(), microseconds(0));
}

} // namespace

QLatin1StringView wireName(FlowStep step)
{
    switch (step) {
    case FlowStep::SignIn:
        return "sign_in"_L1;
    case FlowStep::CodeArrival:
        return "code_arrival"_L1;
    case FlowStep::Verify:
        return "verify"_L1;
    }
    Q_UNREACHABLE();
}

double FlowProgress::perSecond() const
{
    return elapsed.count() > 0 ? 1000.0 * (passed + failed) / double(elapsed.count()) : 0;
}

FlowTally::FlowTally(int total)
    : m_total(total)
{
    m_outcomes.reserve(size_t(total));
}

void FlowTally::stepPassed(FlowStep step, microseconds took)
{
    m_steps[size_t(step)].add(took);
}

void FlowTally::flowPassed(const FlowOutcome &outcome, milliseconds now)
{
    ++m_passed;
    m_whole.add(wholeOf(outcome));
    note(outcome, now);
}

void FlowTally::flowFailed(FlowOutcome outcome, FlowStep step, int status, const QString &words, milliseconds now)
{
    ++m_failed;
    outcome.failure = failureIndex(step, status, words);
    ++m_failures[outcome.failure].count;
    note(outcome, now);
}

int FlowTally::failureIndex(FlowStep step, int status, const QString &words)
{
    const auto find = [&](int wanted, const QString &text) {
        for (int i = 0; i < m_failures.size(); ++i) {
            const FlowFailure &known = m_failures.at(i);
            if (known.step == step && known.status == wanted && known.words == text)
                return i;
        }
        return -1;
    };
    if (const int known = find(status, words); known >= 0)
        return known;
    // The last places are for the rest, one a step.
    if (m_failures.size() < MostFailures - FlowSteps) {
        m_failures.append({step, status, words, 0});
        return int(m_failures.size()) - 1;
    }
    const QString rest = u"(other answers)"_s;
    if (const int known = find(-1, rest); known >= 0)
        return known;
    m_failures.append({step, -1, rest, 0});
    return int(m_failures.size()) - 1;
}

void FlowTally::note(const FlowOutcome &outcome, milliseconds now)
{
    m_outcomes.push_back(outcome);
    const milliseconds begin = now - now % m_width;
    if (begin != m_open.begin) {
        closeInterval();
        m_open.begin = now - now % m_width; // closing may have made them wider
    }
    ++m_open.flows;
    if (outcome.failure >= 0)
        ++m_open.failed;
    else
        m_recent.add(wholeOf(outcome));
}

void FlowTally::closeInterval()
{
    if (m_open.flows > 0) {
        m_open.p50 = m_recent.quantile(0.5);
        m_open.p95 = m_recent.quantile(0.95);
        m_open.p99 = m_recent.quantile(0.99);
        m_intervals.append(m_open);
    }
    m_open = {};
    m_recent.clear();
    if (m_intervals.size() >= MostIntervals)
        halveIntervals();
}

/// Two become one, with the worse times of the two: a run of hours has a chart as one of minutes.
void FlowTally::halveIntervals()
{
    m_width *= 2;
    QList<FlowInterval> halved;
    for (const FlowInterval &interval : std::as_const(m_intervals)) {
        const milliseconds begin = interval.begin - interval.begin % m_width;
        if (halved.isEmpty() || halved.last().begin != begin) {
            halved.append(interval);
            halved.last().begin = begin;
            continue;
        }
        FlowInterval &both = halved.last();
        both.p50 = std::max(both.p50, interval.p50);
        both.p95 = std::max(both.p95, interval.p95);
        both.p99 = std::max(both.p99, interval.p99);
        both.flows += interval.flows;
        both.failed += interval.failed;
    }
    m_intervals = halved;
}

FlowProgress FlowTally::progress(milliseconds elapsed, int underWay) const
{
    FlowProgress progress;
    progress.total = m_total;
    progress.passed = m_passed;
    progress.failed = m_failed;
    progress.underWay = underWay;
    progress.elapsed = elapsed;
    std::transform(m_steps.begin(), m_steps.end(), progress.steps.begin(), &timesOf);
    progress.whole = timesOf(m_whole);
    progress.failures = m_failures;
    std::stable_sort(progress.failures.begin(), progress.failures.end(),
                     [](const FlowFailure &a, const FlowFailure &b) { return a.count > b.count; });
    progress.intervals = m_intervals;
    if (m_open.flows > 0) {
        FlowInterval open = m_open;
        open.p50 = m_recent.quantile(0.5);
        open.p95 = m_recent.quantile(0.95);
        open.p99 = m_recent.quantile(0.99);
        progress.intervals.append(open);
    }
    return progress;
}

} // namespace smsauth
