// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace smsauth {

/// Tells work on another thread that nobody waits for it any more. Copies share one state; any thread.
class Cancellation
{
public:
    void cancel() { m_state->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_state->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_state = std::make_shared<std::atomic<bool>>(false);
};

} // namespace smsauth
