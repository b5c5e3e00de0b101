// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QTimer>
#include <functional>

namespace smsauth {

/// For how long a person may take back what they did: pages wait so long, and the notice with its button stays.
inline constexpr milliseconds UndoTime{8'000};

/// The last deed of a page, while it can be taken back. GUI thread.
class Undo : public QObject
{
    Q_OBJECT

public:
    explicit Undo(milliseconds time, QObject *parent = nullptr);

    /// takeBack: what undo() does. settle: what is done once it can no longer be taken back, e.g. what was only
    /// hidden so far is removed. A deed before this one is settled now.
    void offer(std::function<void()> takeBack, std::function<void()> settle = {});
    /// False: there is nothing to take back any more.
    bool takeBack();
    /// Nobody can take it back any more.
    void settle();
    milliseconds time() const { return m_timer.intervalAsDuration(); }

private:
    std::function<void()> m_takeBack;
    std::function<void()> m_settle;
    QTimer m_timer;
};

} // namespace smsauth
