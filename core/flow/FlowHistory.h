// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"
#include "core/flow/Exchange.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QThreadPool>

namespace smsauth {

/// One flow, check or run that was made by hand. Holds no code, no token and no readable phone number.
struct FlowEntry
{
    enum class Kind {
        SignIn, ///< send code, verify
        Walk,   ///< both in one go
        Check,  ///< something that must be refused; `detail` is its name
        Run,    ///< many flows; `detail` says how many, at once, per second: "100 16 0"
    };

    qint64 id = 0; ///< grows; given by FlowHistory
    Timestamp at;
    Kind kind = Kind::SignIn;
    QString detail;
    bool passed = false;
    QString step; ///< where it ended: "sign_in", "code_arrival", "verify"
    int status = 0;
    QString words; ///< the server's own
    milliseconds duration{0};
    QString phone;          ///< masked
    QByteArray sealedPhone; ///< for a replay; empty: not possible

    int passedFlows = 0; ///< of a run
    int failedFlows = 0;
};

/// What came of these requests for this number. The words are freed of the number and of the code that was tried.
FlowEntry entryOf(FlowEntry::Kind kind, const PhoneNumber &phone, const QList<Exchange> &exchanges);

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
