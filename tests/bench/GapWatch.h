// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>
#include <atomic>
#include <chrono>

namespace smsauth {

/// The longest time for which the GUI thread did not take up an event: what a person feels as a hang. Another
/// thread asks it every few milliseconds and waits for the answer.
class GapWatch
{
public:
    GapWatch()
    {
        m_thread.reset(QThread::create([this] { watch(); }));
        m_thread->start();
    }
    ~GapWatch()
    {
        m_ended = true;
        m_answered.release(); // a question that nobody takes up any more
        m_thread->wait();
    }

    double longestMs() const { return double(m_longestUs) / 1000; }

private:
    void watch()
    {
        while (!m_ended) {
            const auto asked = std::chrono::steady_clock::now();
            // The question belongs to `m_inGui`: it dies with the watch.
            QMetaObject::invokeMethod(
                &m_inGui,
                [this, asked] {
                    const auto gap = std::chrono::steady_clock::now() - asked;
                    m_longestUs = std::max<qint64>(
                        m_longestUs, std::chrono::duration_cast<std::chrono::microseconds>(gap).count());
                    m_answered.release();
                },
                Qt::QueuedConnection);
            m_answered.acquire();
            QThread::msleep(2);
        }
    }

    QObject m_inGui;
    std::unique_ptr<QThread> m_thread;
    QSemaphore m_answered;
    std::atomic<qint64> m_longestUs{0};
    std::atomic<bool> m_ended{false};
};

} // namespace smsauth
