// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>

namespace smsauth {

/// One kind of question of which only the newest answer counts: an answer that was overtaken by a newer question,
/// or that arrives after drop(), is thrown away. A member of the object that asks; GUI thread.
class Latest
{
public:
    /// take(const Result<T> &) runs from the event loop, once, unless the answer is no longer wanted by then or the
    /// context is gone. A future that its maker abandoned arrives as ErrorCode::Cancelled.
    template<class T, class Take>
    void ask(const QFuture<Result<T>> &answer, QObject *context, Take take)
    {
        const quint64 mine = ++m_generation;
        m_waiting = true;
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [this, mine, watcher, take = std::move(take)]() mutable {
                             watcher->deleteLater();
                             if (mine != m_generation)
                                 return;
                             m_waiting = false;
                             const QFuture<Result<T>> future = watcher->future();
                             take(future.resultCount() > 0 ? future.result() : Result<T>(ErrorCode::Cancelled));
                         });
        watcher->setFuture(answer);
    }

    /// The answer under way, if any, is no longer wanted.
    void drop()
    {
        ++m_generation;
        m_waiting = false;
    }
    bool isWaiting() const { return m_waiting; }

private:
    quint64 m_generation = 0;
    bool m_waiting = false;
};

} // namespace smsauth
