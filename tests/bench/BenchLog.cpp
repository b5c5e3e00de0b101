// SPDX-License-Identifier: GPL-3.0-or-later
// The send log with many rows, as the console asks for it: how long until the first answer, and until a search is
// done. smsauth-bench-log [ROWS] [FOLDER]: the database in FOLDER is kept and used again.
#include "core/admin/LocalAdmin.h"
#include "core/base/Random.h"
#include "tests/bench/FillLog.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

struct Timing
{
    double firstMs = 0; ///< until the first answer
    double pageMs = 0;  ///< until a page of rows is full, or the end is reached
    qsizetype rows = 0;
    int answers = 0;
};

Timing search(Admin &admin, const QString &text)
{
    const ParsedLogFilter parsed = parseLogFilter(text);
    if (!parsed.isUsable())
        qFatal("bad filter");
    LogQuery query{.filter = parsed.filter};
    Timing timing;
    QElapsedTimer timer;
    timer.start();
    do {
        QFuture<Result<LogPage>> answer = admin.searchLog(query);
        answer.waitForFinished();
        const Result<LogPage> page = answer.result();
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        if (timing.answers++ == 0)
            timing.firstMs = double(timer.nsecsElapsed()) / 1e6;
        timing.rows += page->rows.size();
        query.before = page->next;
    } while (query.before > 0 && timing.rows < query.limit);
    timing.pageMs = double(timer.nsecsElapsed()) / 1e6;
    return timing;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.filePath(u"p"_s);
    const QString database = folder + u"/smsauth.db"_s;
    const SystemClock clock;
    QElapsedTimer timer;
    timer.start();
    if (!QFileInfo::exists(database)) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        fillLog(database, rows, clock.now());
    }
    std::printf("%lld rows, filled in %.1f s, %.0f MB\n", rows, double(timer.elapsed()) / 1000,
                double(QFileInfo(database).size()) / 1e6);

    SystemRandom random;
    EngineOptions options;
    options.profile = folder;
    options.actor = u"bench"_s;
    options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}, {u"SMS_AUTH_LOG_ROWS"_s, u"100000000"_s}};
    const std::unique_ptr<Admin> admin = openLocalAdmin(options, clock, random);
    admin->status().waitForFinished();

    std::printf("%-46s %10s %10s %6s %8s\n", "filter", "first ms", "page ms", "rows", "answers");
    const QStringList filters{u""_s,
                              u"status:failed"_s,
                              u"status:failed provider:twilio to:*4567 last:24h"_s,
                              u"status:key_lost"_s,
                              u"status:undelivered,failed,expired,blocked,key_lost"_s,
                              u"status:failed provider:vonage"_s,
                              u"status:sent verified:no"_s,
                              u"provider:vonage"_s,
                              u"provider:none"_s,
                              u"to:+12025550101"_s,
                              u"to:+1202*"_s,
                              u"to:*4567"_s,
                              u"to:*99999"_s,
                              u"last:24h"_s,
                              u"last:30d -status:sent,delivered provider:vonage"_s,
                              u"reason:unsubscribed"_s,
                              u"reason:zzz"_s,
                              u"status:failed zzz"_s,
                              u"zzz"_s};
    for (const QString &text : filters) {
        QList<Timing> timings;
        for (int round = 0; round < 3; ++round)
            timings.append(search(*admin, text));
        std::sort(timings.begin(), timings.end(),
                  [](const Timing &a, const Timing &b) { return a.firstMs < b.firstMs; });
        const Timing &median = timings[1];
        std::printf("%-46s %10.1f %10.1f %6lld %8d\n", text.isEmpty() ? "(none)" : qPrintable(text), median.firstMs,
                    median.pageMs, qint64(median.rows), median.answers);
        std::fflush(stdout);
    }
    return 0;
}
