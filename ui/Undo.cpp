// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Undo.h"

namespace smsauth {

Undo::Undo(milliseconds time, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(time);
    connect(&m_timer, &QTimer::timeout, this, &Undo::settle);
}

void Undo::offer(std::function<void()> takeBack, std::function<void()> settle)
{
    this->settle();
    m_takeBack = std::move(takeBack);
    m_settle = std::move(settle);
    m_timer.start();
}

bool Undo::takeBack()
{
    m_timer.stop();
    m_settle = nullptr;
    const auto run = std::exchange(m_takeBack, nullptr);
    if (run)
        run();
    return bool(run);
}

void Undo::settle()
{
    m_timer.stop();
    m_takeBack = nullptr;
    if (const auto run = std::exchange(m_settle, nullptr))
        run();
}

} // namespace smsauth
