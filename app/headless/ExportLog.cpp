// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/ExportLog.h"

#include "app/AnswerText.h"
#include "app/ProfileSession.h"
#include "app/StopSignals.h"
#include "core/admin/CommandArguments.h"
#include "core/admin/LogRowWriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>
#include <unistd.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsAtOnce = 1000;
constexpr milliseconds AnswerTime{120'000};

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

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

Result<qint64> run(const Task &task, ProfileSession &session, bool showProgress)
{
    bool stopped = false;
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::requested, &stopSignals, [&stopped] { stopped = true; });
    LogRowWriter writer(task.file, task.format, task.fullPhones);
    // Opened first: nobody wants to learn after a minute that there is no place for it.
    if (const Result<void> opened = writer.open(); !opened)
        return opened.error();
    qint64 rows = 0;
    for (QJsonObject arguments{{u"filter"_s, task.filter}, {u"limit"_s, RowsAtOnce}};;) {
        const Result<QJsonObject> answer = session.run(u"log"_s, arguments, AnswerTime);
        if (!answer)
            return answer.error();
        QCoreApplication::processEvents(); // a signal
        if (stopped)
            return {ErrorCode::Cancelled, u"the export was ended by a signal; no file was left"_s};
        const QJsonArray page = answer->value("messages"_L1).toArray();
        for (const QJsonValue &row : page) {
            if (const Result<void> written = writer.write(row.toObject()); !written)
                return written.error();
        }
        rows += page.size();
        if (showProgress)
            print(stderr, u"\r\x1b[K%1 rows"_s.arg(rows));
        if (page.size() < RowsAtOnce)
            break;
        arguments.insert(u"before"_s, page.last().toObject().value("id"_L1));
    }
    const Result<void> done = writer.commit();
    return done ? Result<qint64>(rows) : done.error();
}

} // namespace

ExitCode exportLog(const Invocation &call, const Clock &clock, Random &random)
{
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    const Result<Task> task = readTask(call.arguments);
    ProfileSession session(call, clock, random);
    const Result<qint64> rows = task ? run(*task, session, terminal) : Result<qint64>(task.error());
    if (terminal && task)
        print(stderr, u"\r\x1b[K"_s);
    if (!rows) {
        print(stderr, errorText(rows.error(), call.json));
        return exitCode(rows.error());
    }
    const QJsonObject answer{{u"rows"_s, *rows}, {u"file"_s, task->file}};
    print(stdout, call.json ? QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)) + u'\n'
                            : u"%1 rows written to %2\n"_s.arg(*rows).arg(task->file));
    return ExitCode::Done;
}

} // namespace smsauth
