// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/ExportLog.h"

#include "app/AnswerText.h"
#include "app/Output.h"
#include "app/ProfileSession.h"
#include "app/StopSignals.h"
#include "core/admin/CommandArguments.h"
#include "core/admin/LogExport.h"
#include "core/base/Printable.h"
#include "core/base/ReadyFuture.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QThreadPool>
#include <QTimer>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds AnswerTime{120'000};
/// For what is under way when a signal comes. A pipe that nobody reads holds its writer for ever.
constexpr milliseconds Farewell{2000};

struct Task
{
    QString filter;
    QString file;
    LogFormat format = LogFormat::Csv;
    bool fullPhones = false;
    bool overwrite = false;
};

Result<Task> readTask(const QJsonObject &given)
{
    CommandArguments arguments(given);
    Task task;
    const QString format = arguments.requiredText(u"export"_s);
    if (format != u"csv" && format != u"jsonl")
        arguments.refuse(ErrorCode::InvalidInput, u"export: csv or jsonl is expected"_s);
    task.format = format == u"csv" ? LogFormat::Csv : LogFormat::JsonLines;
    task.file = arguments.requiredText(u"out"_s);
    task.filter = arguments.text(u"filter"_s);
    task.fullPhones = arguments.flag(u"full_phones"_s);
    task.overwrite = arguments.flag(u"overwrite"_s);
    for (const QString &other : {u"phone"_s, u"state"_s, u"limit"_s, u"before"_s}) {
        if (arguments.has(other))
            arguments.refuse(ErrorCode::InvalidInput, other + u": an export takes all that --filter finds"_s);
    }
    if (!task.overwrite && QFileInfo(task.file).isFile())
        arguments.refuse(ErrorCode::InvalidInput,
                         u"out: %1 is there already; --overwrite replaces it"_s.arg(task.file));
    const Result<void> good = arguments.verdict();
    return good ? Result<Task>(task) : good.error();
}

/// The pages as the command answers them, whoever owns the profile.
LogExport::Pages pagesOf(ProfileSession &session, const QString &filter)
{
    return [&session, filter](const LogQuery &query) {
        QJsonObject arguments{{u"filter"_s, filter}, {u"limit"_s, query.limit}};
        if (query.before > 0)
            arguments.insert(u"before"_s, query.before);
        const Result<QJsonObject> answer = session.run(u"log"_s, arguments, AnswerTime);
        if (!answer)
            return readyFuture(Result<LogRows>(answer.error()));
        LogRows page;
        page.rows = answer->value("messages"_L1).toArray();
        if (page.rows.size() == query.limit)
            page.next = page.rows.last().toObject().value("id"_L1).toInteger();
        return readyFuture(Result<LogRows>(page));
    };
}

Result<qint64> run(const Task &task, ProfileSession &session, bool showProgress)
{
    LogExport exporting(pagesOf(session, task.filter));
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::requested, &exporting, &LogExport::cancel);
    if (showProgress) {
        QObject::connect(&exporting, &LogExport::progressed, &exporting, [](const LogExportProgress &progress) {
            printAside(u"\r\x1b[K%1 rows"_s.arg(progress.rows));
        });
    }
    Result<qint64> result = ErrorCode::Internal;
    QEventLoop loop;
    QObject::connect(&exporting, &LogExport::finished, &loop, [&](qint64 rows) {
        result = rows;
        loop.quit();
    });
    QObject::connect(&exporting, &LogExport::failed, &loop, [&](const Error &error) {
        const bool stopped = error.code == ErrorCode::Cancelled;
        result = stopped ? Error{error.code, u"the export was ended; no file was left"_s, {}} : error;
        loop.quit();
    });
    // Too late to be cancelled, and not done: the end of the file does not go in.
    QObject::connect(&stopSignals, &StopSignals::requested, &loop, [&] {
        QTimer::singleShot(Farewell, &loop, [&] {
            result = {ErrorCode::Cancelled, u"the export was ended before all was taken"_s};
            loop.quit();
        });
    });
    exporting.start({.filter = {}, .format = task.format, .file = task.file, .fullPhones = task.fullPhones});
    loop.exec();
    return result;
}

} // namespace

ExitCode exportLog(const Invocation &call, const Clock &clock, Random &random)
{
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const Result<void> there = ProfileSession::checkProfile(call);
    const Result<Task> task = there ? readTask(call.arguments) : Result<Task>(there.error());
    ProfileSession session(call, clock, random);
    const Result<qint64> rows = task ? run(*task, session, terminal) : Result<qint64>(task.error());
    if (terminal && task)
        printAside(u"\r\x1b[K"_s);
    if (!rows) {
        const ExitCode code = printError(rows.error(), call.json);
        // The threads are waited for at the end of a process, and one of them may wait for a reader of a pipe.
        if (rows.error().code == ErrorCode::Cancelled &&
            !QThreadPool::globalInstance()->waitForDone(int(Farewell.count())))
            ::_exit(int(code));
        return code;
    }
    const QJsonObject answer{{u"rows"_s, *rows}, {u"file"_s, task->file}};
    return printAnswer(call.json ? jsonText(answer)
                                 : u"%1 rows written to %2\n"_s.arg(*rows).arg(printable(task->file)));
}

} // namespace smsauth
