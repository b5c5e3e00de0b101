// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/admin/LogRowWriter.h"

#include <QElapsedTimer>

namespace smsauth {

struct LogExportOptions
{
    LogFilter filter;
    LogFormat format = LogFormat::Csv;
    QString file;
    bool fullPhones = false;
    bool overwrite = true; ///< false: a file that is there already ends the export with NotAllowed
};

struct LogExportProgress
{
    qint64 rows = 0;
    double share = 0;                        ///< of the log that was looked through, 0–1
    std::optional<Timestamp> searchedBackTo; ///< none: at the end
};

/// Writes what a filter finds in the send log into a file, newest first, page by page: the store answers on its own
/// thread, a pool thread writes, and the thread it lives on only passes on. One at a time. When it ends without
/// success or is destroyed, no file is left.
class LogExport : public QObject
{
    Q_OBJECT

public:
    static constexpr milliseconds TellInterval{100};

    /// tellInterval: progressed() is emitted no more often.
    explicit LogExport(Admin &admin, QObject *parent = nullptr, milliseconds tellInterval = TellInterval);
    ~LogExport() override;

    void start(const LogExportOptions &options);
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const smsauth::LogExportProgress &progress);
    void finished(qint64 rows);
    /// Cancelled: cancel() was called. Storage: the file or the database.
    void failed(const smsauth::Error &error);

private:
    struct Work;

    template<class T>
    void await(const QFuture<Result<T>> &answer, void (LogExport::*take)(const Result<T> &));
    void takePage(const Result<LogPage> &page);
    void takeWritten(const Result<void> &written);
    void end(const Result<void> &result);
    void letGo();

    Admin &m_admin;
    const milliseconds m_tellInterval;
    LogQuery m_query;
    std::shared_ptr<Work> m_work; ///< the writer, for one pool thread after the other
    LogExportProgress m_progress;
    RowId m_newest = 0;
    QElapsedTimer m_sinceTold;
    bool m_running = false;
    quint64 m_run = 0; ///< answers for an earlier run are dropped
};

} // namespace smsauth
