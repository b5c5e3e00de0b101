// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace smsauth {

/// Calls done(Result<T>) on the context's thread when the answer is there, from the event loop and never at once;
/// not at all when the context is gone or the answer was cancelled. Safe where QFuture::then(context, …) of Qt 6.4
/// is not: that one asserts when the context dies first.
template<class T, class Done>
void whenDone(QObject *context, const QFuture<Result<T>> &answer, Done done)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        const QFuture<Result<T>> future = watcher->future();
        if (future.resultCount() > 0)
            done(future.result());
    });
    watcher->setFuture(answer);
}

} // namespace smsauth
