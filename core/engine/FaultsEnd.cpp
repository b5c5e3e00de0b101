// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FaultsEnd.h"

#include <algorithm>

namespace smsauth {

namespace {

// The wall clock may be set: no wait is longer than this without a look at it.
constexpr milliseconds LongestLook = std::chrono::minutes(1);

} // namespace

FaultsEnd::FaultsEnd(FaultBook &faults, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_faults(faults)
    , m_clock(clock)
    , m_next(new QTimer(this))
{
    m_next->setSingleShot(true);
    connect(m_next, &QTimer::timeout, this, [this] {
        m_faults.dropEnded();
        waitForNext();
    });
    m_faults.onChange([this] {
        waitForNext();
        Q_EMIT faultsChanged();
    });
}

void FaultsEnd::waitForNext()
{
    m_next->stop();
    if (const std::optional<Timestamp> end = m_faults.nextEnd())
        m_next->start(std::clamp<milliseconds>(*end - m_clock.now(), milliseconds(1), LongestLook));
}

} // namespace smsauth
