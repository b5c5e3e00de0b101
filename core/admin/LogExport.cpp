// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LogExport.h"

#include "core/admin/CommandJson.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <atomic>

namespace smsauth {

namespace {

constexpr int RowsAtOnce = 1000;

LogExport::Pages pagesOf(Admin &admin)
{
    return [&admin](const LogQuery &query) {
        // A thousand rows take their time: neither on the server's thread nor on that of the console.
        return admin.searchLog(query).then(QtFuture::Launch::Async, [](const Result<LogPage> &page) {
            if (!page)
                return Result<LogRows>(page.error());
            LogRows rows{{}, page->next, page->searchedBackTo, page->oldest, page->newest};
            for (const MessageRecord &message : page->rows)
                rows.rows.append(toJson(message));
            return Result<LogRows>(rows);
        });
    };
}

} // namespace

/// Used by one pool thread after the other, never by two.
struct LogExport::Work
{
    explicit Work(const LogExportOptions &options)
        : file(options.file)
        , mayReplace(options.overwrite)
        , writer(options.file, options.format, options.fullPhones)
    {
    }

    Result<void> run(const QJsonArray &rows, bool last)
    {
        if (!isOpen) {
            if (!mayReplace && QFileInfo(file).isFile())
                return {ErrorCode::NotAllowed, QStringLiteral("there is a file %1 already").arg(file)};
            if (const Result<void> opened = writer.open(); !opened)
                return opened;
            isOpen = true;
        }
        for (const QJsonValue &row : rows) {
            if (cancellation.isCancelled())
                return {ErrorCode::Cancelled, QStringLiteral("the export was cancelled")};
            if (const Result<void> written = writer.write(row.toObject()); !written)
                return written;
        }
        if (!last)
            return {};
        if (decided.exchange(true))
            return {ErrorCode::Cancelled, QStringLiteral("the export was cancelled")};
        return writer.commit();
    }

    const QString file;
    const bool mayReplace;
    LogRowWriter writer;
    Cancellation cancellation;
    std::atomic<bool> decided{false}; ///< whether the file is put into its place or not: whoever comes first
    bool isOpen = false;
};

LogExport::LogExport(Admin &admin, QObject *parent, milliseconds tellInterval)
    : LogExport(pagesOf(admin), parent, tellInterval)
{
}

LogExport::LogExport(Pages pages, QObject *parent, milliseconds tellInterval)
    : QObject(parent)
    , m_pages(std::move(pages))
    , m_tellInterval(tellInterval)
{
}

LogExport::~LogExport()
{
    letGo();
}

/// Closing and removing a file may take its time: not on this thread.
void LogExport::letGo()
{
    if (!m_work)
        return;
    m_work->cancellation.cancel();
    m_work->decided = true;
    QThreadPool::globalInstance()->start([work = std::move(m_work)]() mutable { work.reset(); });
    m_work = nullptr;
}

template<class T>
void LogExport::await(const QFuture<Result<T>> &answer, void (LogExport::*take)(const Result<T> &))
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, take, run = m_run] {
        watcher->deleteLater();
        const QFuture<Result<T>> future = watcher->future();
        if (m_running && run == m_run)
            (this->*take)(future.resultCount() > 0 ? future.result() : Result<T>(ErrorCode::Cancelled));
    });
    watcher->setFuture(answer);
}

void LogExport::start(const LogExportOptions &options)
{
    cancel();
    letGo();
    ++m_run;
    m_work = std::make_shared<Work>(options);
    m_query = {};
    m_query.filter = options.filter;
    m_query.limit = RowsAtOnce;
    m_query.cancellation = m_work->cancellation;
    m_progress = {};
    m_newest = 0;
    m_isComplete = false;
    m_running = true;
    m_sinceTold.start();
    write({}, false);
}

void LogExport::cancel()
{
    // Too late when the file is being put into its place: then it is finished, and says so.
    if (m_running && !m_work->decided.exchange(true))
        end(Error{ErrorCode::Cancelled, QStringLiteral("the export was cancelled"), {}});
}

void LogExport::takePage(const Result<LogRows> &page)
{
    if (!page)
        return end(page.error());
    m_newest = m_newest == 0 ? page->newest : m_newest;
    m_query.before = page->next;
    m_isComplete = page->next == 0;
    m_progress.rows += page->rows.size();
    m_progress.searchedBackTo = page->searchedBackTo;
    const RowId way = m_newest - page->oldest;
    if (m_isComplete)
        m_progress.share = 1.0;
    else if (m_newest > 0 && way > 0)
        m_progress.share = double(m_newest - page->next) / double(way);
    write(page->rows, m_isComplete);
}

void LogExport::write(const QJsonArray &rows, bool last)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([work = m_work, rows, last, promise] {
        promise->addResult(work->run(rows, last));
        promise->finish();
    });
    await(promise->future(), &LogExport::takeWritten);
}

void LogExport::takeWritten(const Result<void> &written)
{
    if (!written || m_isComplete)
        return end(written);
    if (m_query.before > 0 && m_sinceTold.elapsed() >= m_tellInterval.count()) {
        m_sinceTold.restart();
        Q_EMIT progressed(m_progress);
    }
    if (m_running) // a listener may have cancelled it
        await(m_pages(m_query), &LogExport::takePage);
}

void LogExport::end(const Result<void> &result)
{
    m_running = false;
    ++m_run;
    letGo();
    if (result)
        Q_EMIT finished(m_progress.rows);
    else
        Q_EMIT failed(result.error());
}

} // namespace smsauth
