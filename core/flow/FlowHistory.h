// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/flow/FlowEntry.h"

#include <QFuture>
#include <QList>
#include <QThreadPool>

namespace smsauth {

/// The newest flows, kept in a file with a line of JSON each, readable only by its owner. The calls return at once;
/// the file is worked on by a thread of its own.
class FlowHistory
{
public:
    static constexpr int Most = 2000;

    /// file: need not exist; empty, or in a folder that does not exist: nothing is kept.
    explicit FlowHistory(QString file);
    ~FlowHistory(); ///< waits for what is being written

    /// Newest first. Lines that cannot be read are passed over. Errors: Storage.
    QFuture<Result<QList<FlowEntry>>> load();
    /// The entry's id is given here. Errors: Storage.
    QFuture<Result<FlowEntry>> append(FlowEntry entry);

private:
    Result<QList<FlowEntry>> read();
    Result<void> write(const FlowEntry &entry);
    bool isKept() const;

    const QString m_file;
    QThreadPool m_pool;  ///< one thread, so that everything happens in order
    qint64 m_lastId = 0; ///< pool thread
    int m_lines = -1;    ///< pool thread; -1: not read yet
};

} // namespace smsauth
