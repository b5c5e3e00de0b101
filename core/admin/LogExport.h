// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/admin/LogRowWriter.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <functional>

namespace smsauth {

struct LogExportOptions
{
    LogFilter filter;
    LogFormat format = LogFormat::Csv;
    QString file;
    bool fullPhones = false;
    bool overwrite = true; ///< false: a file that is there already ends the export with NotAllowed
};

/// A page of what is to be written, newest first.
struct LogRows
{
    QJsonArray rows; ///< as the command `log` answers
    RowId next = 0;  ///< `before` of the next page; 0: this is the last one
    std::optional<Timestamp> searchedBackTo;
    RowId oldest = 0; ///< of the whole log; 0: not known
    RowId newest = 0;
};

struct LogExportProgress
{
    qint64 rows = 0;
    double share = 0; ///< of the log that was looked through, 0–1; 0 as well while it is not known
    std::optional<Timestamp> searchedBackTo; ///< none: at the end
};

/// Writes what a filter finds in the send log into a file, newest first, page by page: whoever has the pages
/// answers in its own time, a pool thread writes, and the thread it lives on only passes on. One at a time. The
/// file is opened first: nobody wants to learn after a minute that there is no place for it. When it ends without
/// success or is destroyed, no file is left.
class LogExport : public QObject
{
    Q_OBJECT

public:
    /// Answers such a query; called on the thread of the export.
    using Pages = std::function<QFuture<Result<LogRows>>(const LogQuery &query)>;
    static constexpr milliseconds TellInterval{100};

    /// tellInterval: progressed() is emitted no more often.
    explicit LogExport(Admin &admin, QObject *parent = nullptr, milliseconds tellInterval = TellInterval);
    explicit LogExport(Pages pages, QObject *parent = nullptr, milliseconds tellInterval = TellInterval);
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
    void write(const QJsonArray &rows, bool last);
    void takePage(const Result<LogRows> &page);
    void takeWritten(const Result<void> &written);
    void end(const Result<void> &result);
    void letGo();

    const Pages m_pages;
    const milliseconds m_tellInterval;
    LogQuery m_query;
    std::shared_ptr<Work> m_work; ///< the writer, for one pool thread after the other
    LogExportProgress m_progress;
    RowId m_newest = 0;
    bool m_isComplete = false; ///< the last page is on its way into the file
    QElapsedTimer m_sinceTold;
    bool m_running = false;
    quint64 m_run = 0; ///< answers for an earlier run are dropped
};

} // namespace smsauth
