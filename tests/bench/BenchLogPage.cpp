// SPDX-License-Identifier: GPL-3.0-or-later
// The page Send log on a log with many rows: until the first rows are painted, until a filter's are, while somebody
// scrolls, and the longest time in which the window could not have answered.
// smsauth-bench-log-page [ROWS] [FOLDER], with QT_QPA_PLATFORM=offscreen or on a display.
#include "core/admin/LocalAdmin.h"
#include "core/base/Random.h"
#include "tests/bench/FillLog.h"
#include "ui/UiState.h"
#include "ui/panels/SendLogPanel.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/SearchFooter.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <sys/resource.h>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The longest time between two turns of the event loop; of the processor's time as well, since a busy machine
/// stops everybody.
class Gaps
{
public:
    Gaps()
    {
        m_timer.setInterval(1ms);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { tick(); });
        m_timer.start();
        restart();
    }
    void restart()
    {
        m_longestMs = m_longestWorkMs = 0;
        m_since.restart();
        m_work = workMs();
    }
    double longestMs() const { return m_longestMs; }
    double longestWorkMs() const { return m_longestWorkMs; }

private:
    static double workMs()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    void tick()
    {
        m_longestMs = std::max(m_longestMs, double(m_since.nsecsElapsed()) / 1e6);
        const double work = workMs();
        m_longestWorkMs = std::max(m_longestWorkMs, work - m_work);
        m_work = work;
        m_since.restart();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_work = 0;
    double m_longestMs = 0;
    double m_longestWorkMs = 0;
};

template<class Condition>
double msUntil(Condition done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.filePath(u"p"_s);
    const SystemClock clock;
    if (!QFileInfo::exists(folder + u"/smsauth.db"_s)) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        fillLog(folder + u"/smsauth.db"_s, rows, clock.now());
    }
    SystemRandom random;
    EngineOptions options;
    options.profile = folder;
    options.actor = u"bench"_s;
    options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}, {u"SMS_AUTH_LOG_ROWS"_s, u"100000000"_s}};
    const std::unique_ptr<Admin> admin = openLocalAdmin(options, clock, random);
    StatusWatch status(*admin);
    msUntil([&] { return status.isKnown(); });
    const Theme theme(app);
    UiState state{{}};
    const std::unique_ptr<Panel> panel = makeSendLogPanel(PanelContext{*admin, clock, status, state});
    auto *table = panel->findChild<RecordTable *>();
    auto *filter = panel->findChild<FilterBar *>();
    auto *model = static_cast<TableModelBase *>(table->model());
    panel->resize(1180, 720);

    std::printf("%-46s %10s %6s %8s %9s\n", "", "rows ms", "rows", "gap ms", "of it work");
    Gaps gaps;
    const auto report = [&](const QString &what, double ms) {
        std::printf("%-46s %10.1f %6d %8.1f %9.1f\n", qPrintable(what), ms, model->rowCount(), gaps.longestMs(),
                    gaps.longestWorkMs());
        std::fflush(stdout);
        gaps.restart();
    };
    panel->show();
    report(u"first rows"_s, msUntil([&] { return model->isSettled() && model->rowCount() > 0; }));

    for (const QString &text : {u"status:failed"_s, u"status:key_lost"_s, u"to:*4567"_s, u"provider:vonage"_s,
                                u"to:+12025550101"_s, u"zzz"_s, u""_s}) {
        filter->setText(text);
        bool reset = false;
        const auto asked = QObject::connect(model, &QAbstractItemModel::modelReset, [&reset] { reset = true; });
        QElapsedTimer timer;
        timer.start();
        msUntil([&] { return reset; }); // the question is put a moment after the last letter
        QObject::disconnect(asked);
        msUntil([&] { return model->isSettled(); });
        report(u"filter "_s + text, double(timer.nsecsElapsed()) / 1e6);
        const double whole = msUntil([&] { return !model->isSearching(); });
        report(u"  … until it rests"_s, whole);
    }

    QElapsedTimer scrolling;
    scrolling.start();
    for (int step = 0; step < 3000 && model->hasMore(); ++step) {
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
        if (step % 100 == 0)
            msUntil([&] { return !model->isSearching(); });
    }
    report(u"3000 jumps to the end"_s, double(scrolling.elapsed()));
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("memory at most %ld MB\n", usage.ru_maxrss / 1024);
    return 0;
}
