// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the console: how soon it is there, how soon it shows a code, and how long its window was ever deaf while
// the server worked, a gateway hung, the database was locked or a keyring waited for a person. Every scenario runs
// in a process of its own, which prints its figures as lines of JSON; the parent prints one table.
#include "tests/bench/FillLog.h"
#include "tests/bench/GapWatch.h"
#include "tests/bench/LoadGenerator.h"
#include "tests/core/keyring/FakeSecretService.h"
#include "tests/core/keyring/PrivateBus.h"
#include "tests/support/TinyHttpServer.h"

#include "core/admin/LocalAdmin.h"
#include "ui/MainWindow.h"
#include "ui/Panels.h"
#include "ui/Theme.h"
#include "ui/UiState.h"
#include "ui/panels/tryit/RunMany.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/TableModelBase.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <cstdio>
#include <thread>

using namespace smsauth;
using namespace std::chrono_literals;

namespace {

constexpr qint64 LogRows = 1000000;
constexpr double LoadPerSecond = 10000;
constexpr auto WalkTime = 8s;
constexpr auto PageTime = 150ms;

/// One figure, as a line of JSON.
void report(const QString &name, double value, const QString &unit, double reach)
{
    const QJsonObject row{{QStringLiteral("name"), name},
                          {QStringLiteral("value"), value},
                          {QStringLiteral("unit"), unit},
                          {QStringLiteral("reach"), reach}};
    std::printf("%s\n", QJsonDocument(row).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// The whole console over a real engine, as the program builds it.
struct Console
{
    explicit Console(const QString &profile, const QStringList &settings = {})
        : admin(open(profile, settings, clock, random))
        , window(*admin, clock, theme, state)
    {
        window.resize(1280, 800);
        window.show();
    }
    ~Console()
    {
        bool closed = false;
        QObject::connect(&window, &MainWindow::closed, &window, [&closed] { closed = true; });
        window.quit();
        if (!QTest::qWaitFor([&closed] { return closed; }, 30000))
            qFatal("the console does not close");
    }

    void waitUntilItRuns()
    {
        if (!QTest::qWaitFor([this] { return status().state == ServerState::Running; }, 30000))
            qFatal("the server does not run: %s", qPrintable(status().failure.detail));
    }
    const ServerStatus &status() const { return watch.current(); }
    quint16 port() const { return quint16(QUrl(status().url).port()); }

    /// What a restless person does: one page after the other.
    void walkPages(milliseconds time)
    {
        const QDeadlineTimer end(time);
        for (size_t i = 0; !end.hasExpired(); ++i) {
            window.openPanel(QString::fromLatin1(panels()[i % panels().size()].id));
            QTest::qWait(int(PageTime.count()));
        }
    }

    static std::unique_ptr<Admin> open(const QString &profile, const QStringList &settings, const Clock &clock,
                                       Random &random)
    {
        EngineOptions options;
        options.profile = profile;
        options.actor = QStringLiteral("console");
        options.sources.environment = QProcessEnvironment::systemEnvironment();
        for (const QString &setting : QStringList{QStringLiteral("SMS_AUTH_PORT=0")} + settings)
            options.sources.overrides.append({setting.section(u'=', 0, 0), setting.section(u'=', 1)});
        return openLocalAdmin(options, clock, random);
    }

    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Admin> admin;
    StatusWatch watch{*admin};
    Theme theme{*qApp};
    UiState state{{}};
    MainWindow window;
};

/// From one that fits many rows to one that fits a few among the million.
const QStringList logFilters{QStringLiteral("status:failed"),   QStringLiteral("last:24h"),
                             QStringLiteral("to:+12025550101"), QStringLiteral("to:*4567"),
                             QStringLiteral("provider:vonage"), QStringLiteral("status:key_lost")};

const QString memorySecrets = QStringLiteral("SMS_AUTH_SECRETS=memory");

QByteArray signInBody(qint64 number)
{
    return R"({"phone_number":"+7926)" + QByteArray::number(1000000 + number % 9000000) + R"("})";
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1024;
}

// The real program; Qt tells when it hands the first picture to the screen.
void firstPaint()
{
    QList<double> times;
    for (int i = 0; i < 5; ++i) {
        const QTemporaryDir folder;
        QProcess console;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("qt.widgets.painting=true"));
        console.setProcessEnvironment(environment);
        console.setReadChannel(QProcess::StandardError);
        QElapsedTimer timer;
        timer.start();
        console.start(QStringLiteral(SMSAUTH_CONSOLE_PROGRAM),
                      {QStringLiteral("--profile"), folder.filePath(QStringLiteral("p")), QStringLiteral("--set"),
                       QStringLiteral("SMS_AUTH_PORT=0"), QStringLiteral("--set"), memorySecrets});
        QByteArray seen;
        while (!seen.contains("Flushing")) {
            if (!console.waitForReadyRead(10000))
                qFatal("the console paints nothing");
            seen += console.readAllStandardError();
        }
        times.append(double(timer.nsecsElapsed()) / 1e6);
        console.terminate();
        console.waitForFinished(10000);
    }
    std::sort(times.begin(), times.end());
    report(QStringLiteral("start to first paint, median of 5"), times.at(2), QStringLiteral("ms"), 500);
}

/// Notes when a message was painted for the first time.
struct PaintWatch : QObject
{
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && object->inherits("smsauth::MessageBubble") &&
            !object->property("wasPainted").toBool()) {
            object->setProperty("wasPainted", true);
            at = std::chrono::steady_clock::now();
            ++count;
        }
        return false;
    }
    std::chrono::steady_clock::time_point at;
    int count = 0;
};

void codeOnPhone()
{
    const QTemporaryDir folder;
    Console console(folder.filePath(QStringLiteral("p")), {memorySecrets});
    console.waitUntilItRuns();
    PaintWatch paints;
    qApp->installEventFilter(&paints);
    QList<double> times;
    for (int i = 0; i < 20; ++i) {
        const int before = paints.count;
        std::chrono::steady_clock::time_point answered;
        const quint16 port = console.port();
        const std::unique_ptr<QThread> client(QThread::create([i, port, &answered] {
            run({.port = port, .requests = 1, .path = "/auth/sign-in/", .body = [i](qint64) {
                     return signInBody(i);
                 }});
            answered = std::chrono::steady_clock::now();
        }));
        client->start();
        if (!QTest::qWaitFor([&] { return paints.count > before && client->isFinished(); }, 5000))
            qFatal("no message on the phone");
        times.append(std::chrono::duration<double, std::milli>(paints.at - answered).count());
        QTest::qWait(100);
    }
    std::sort(times.begin(), times.end());
    report(QStringLiteral("answer to the code on the phone, longest of 20"), times.last(), QStringLiteral("ms"),
           200);
}

void millionRows()
{
    const QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("p"));
    if (!QDir().mkdir(profile, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("cannot make the profile");
    fillLog(profile + QStringLiteral("/smsauth.db"), LogRows, SystemClock().now());

    Console console(profile, {memorySecrets, QStringLiteral("SMS_AUTH_LOG_ROWS=10000000"),
                              QStringLiteral("SMS_AUTH_LOG_DAYS=3650")});
    console.waitUntilItRuns();
    const GapWatch gaps;
    QElapsedTimer timer;
    timer.start();
    console.window.openPanel(QStringLiteral("send-log"));
    Panel *log = console.window.panel(QStringLiteral("send-log"));
    const auto *rows = qobject_cast<TableModelBase *>(log->findChild<RecordTable *>()->model());
    const auto waitForRows = [rows] {
        if (!QTest::qWaitFor([rows] { return rows->rowCount() > 0; }, 30000))
            qFatal("no rows in the send log");
    };
    waitForRows();
    report(QStringLiteral("first log rows of 1,000,000"), double(timer.nsecsElapsed()) / 1e6, QStringLiteral("ms"),
           300);

    auto *filter = log->findChild<QLineEdit *>();
    for (const QString &text : logFilters) {
        QSignalSpy emptied(rows, &QAbstractItemModel::modelReset); // the first of a new question
        timer.start();
        filter->setText(text);
        if (!QTest::qWaitFor([&emptied] { return !emptied.isEmpty(); }, 30000))
            qFatal("the filter %s asks nothing", qPrintable(text));
        waitForRows();
        report(QStringLiteral("filter ") + text, double(timer.nsecsElapsed()) / 1e6, QStringLiteral("ms"), 200);
        if (!QTest::qWaitFor([rows] { return !rows->isSearching(); }, 30000))
            qFatal("the filter %s comes to no end", qPrintable(text));
    }
    filter->clear();

    LoadResult result;
    const quint16 port = console.port();
    const std::unique_ptr<QThread> load(QThread::create([&result, port] {
        result = run({.port = port,
                      .connections = 64,
                      .requests = qint64(LoadPerSecond * std::chrono::duration<double>(WalkTime).count()),
                      .path = "/auth/sign-in/",
                      .body = signInBody,
                      .perSecond = LoadPerSecond});
    }));
    load->start();
    while (load->isRunning())
        console.walkPages(PageTime);
    report(QStringLiteral("sign-ins under way meanwhile"), result.perSecond(), QStringLiteral("/s"), 0);
    report(QStringLiteral("longest gap, 1,000,000 rows and these sign-ins"), gaps.longestMs(), QStringLiteral("ms"),
           50);
}

void hangingGateway()
{
    TinyHttpServer gateway;
    gateway.answer = [](const QByteArray &) { return QByteArray(); };
    qputenv("SMS_AUTH_PROVIDER_PASSWORD", "not-a-password");
    const QTemporaryDir folder;
    Console console(folder.filePath(QStringLiteral("p")),
                    {memorySecrets, QStringLiteral("SMS_AUTH_PROVIDER=megafon"),
                     QStringLiteral("SMS_AUTH_PROVIDER_LOGIN=bench"),
                     QStringLiteral("SMS_AUTH_PROVIDER_FROM=bench"),
                     QStringLiteral("SMS_AUTH_GATEWAY_PRIVATE=true"),
                     QStringLiteral("SMS_AUTH_PROVIDER_URL=") + gateway.url()});
    console.waitUntilItRuns();
    const GapWatch gaps;
    const quint16 port = console.port();
    const std::unique_ptr<QThread> client(QThread::create([port] {
        run({.port = port, .connections = 8, .requests = 200, .path = "/auth/sign-in/", .body = signInBody});
    }));
    client->start();
    console.walkPages(WalkTime);
    client->wait();
    if (gateway.requests.isEmpty())
        qFatal("the gateway was not asked");
    report(QStringLiteral("longest gap, a gateway that never answers"), gaps.longestMs(), QStringLiteral("ms"), 50);
}

void lockedDatabase()
{
    const QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("p"));
    Console console(profile, {memorySecrets});
    console.waitUntilItRuns();
    const GapWatch gaps;
    const std::unique_ptr<QThread> other(QThread::create([profile] {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            database.setDatabaseName(profile + QStringLiteral("/smsauth.db"));
            QSqlQuery query(database.open() ? database : QSqlDatabase());
            if (!query.exec(QStringLiteral("BEGIN IMMEDIATE")))
                qFatal("cannot lock the database");
            QThread::sleep(6);
            query.exec(QStringLiteral("ROLLBACK"));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }));
    other->start();
    console.admin->clearExpired(false);
    console.walkPages(WalkTime);
    other->wait();
    report(QStringLiteral("longest gap, the database locked for 6 s"), gaps.longestMs(), QStringLiteral("ms"), 50);
}

void keyringPrompt()
{
    const PrivateBus bus;
    FakeSecretService keyring(bus.address());
    keyring.locked = true;
    keyring.prompt = FakeSecretService::Prompt::Unanswered;
    const QTemporaryDir folder;
    Console console(folder.filePath(QStringLiteral("p")), {QStringLiteral("SMS_AUTH_SECRETS=keyring")});
    const GapWatch gaps;
    if (!QTest::qWaitFor([&] { return console.status().state == ServerState::Failed; }, 30000))
        qFatal("the server runs without its keyring");
    const auto unlocking = console.admin->unlockSecrets();
    console.walkPages(WalkTime);
    if (keyring.unlocks == 0)
        qFatal("the keyring was not asked");
    report(QStringLiteral("longest gap, a keyring that waits for a person"), gaps.longestMs(), QStringLiteral("ms"),
           50);
}

void manyFlows()
{
    constexpr int Flows = 100000;
    const QTemporaryDir folder;
    Console console(folder.filePath(QStringLiteral("p")), {memorySecrets});
    console.waitUntilItRuns();
    console.window.openPanel(QStringLiteral("try-it"));
    auto *runs = console.window.findChild<RunMany *>();
    runs->setPlan({.count = Flows,
                   .parallel = 16,
                   .perSecond = 0,
                   .firstPhone = PhoneNumber::fromStored(QStringLiteral("+79261000000"))});
    QTest::qWait(500);
    const double before = residentMb();
    double most = before;
    const GapWatch gaps;
    std::optional<FlowRunResult> result;
    QObject::connect(runs, &RunMany::ended, runs, [&result](const FlowRunResult &ended) { result = ended; });
    QElapsedTimer timer;
    timer.start();
    runs->start();
    while (!result) {
        QTest::qWait(200);
        most = std::max(most, residentMb());
    }
    report(QStringLiteral("100,000 flows in the console"), Flows / (double(timer.elapsed()) / 1000),
           QStringLiteral("/s"), 0);
    report(QStringLiteral("growth of memory meanwhile"), most - before, QStringLiteral("MB"), 50);
    report(QStringLiteral("longest gap meanwhile"), gaps.longestMs(), QStringLiteral("ms"), 50);
}

struct Scenario
{
    const char *name;
    void (*run)();
};
constexpr Scenario scenarios[] = {
    {"first-paint", firstPaint},         {"code-on-phone", codeOnPhone},      {"million-rows", millionRows},
    {"hanging-gateway", hangingGateway}, {"locked-database", lockedDatabase}, {"keyring-prompt", keyringPrompt},
    {"many-flows", manyFlows},
};

/// Its figures; the program ends when a scenario fails.
QJsonArray runApart(const char *name)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--scenario"), QString::fromLatin1(name)});
    if (!process.waitForFinished(600000) || process.exitCode() != 0)
        qFatal("the scenario %s failed", name);
    QJsonArray figures;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            figures.append(QJsonDocument::fromJson(line).object());
    }
    return figures;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--scenario") == 0) {
        for (const Scenario &scenario : scenarios) {
            if (qstrcmp(argv[2], scenario.name) == 0)
                return scenario.run(), 0;
        }
        return 2;
    }
    QJsonArray all;
    std::printf("%-52s %10s %10s\n", "", "", "reach");
    for (const Scenario &scenario : scenarios) {
        for (const QJsonValue &value : runApart(scenario.name)) {
            const QJsonObject figure = value.toObject();
            const QString unit = figure.value(QStringLiteral("unit")).toString();
            const double reach = figure.value(QStringLiteral("reach")).toDouble();
            std::printf("%-52s %7.0f %-3s %7s\n", qPrintable(figure.value(QStringLiteral("name")).toString()),
                        figure.value(QStringLiteral("value")).toDouble(), qPrintable(unit),
                        reach > 0 ? qPrintable(u'≤' + QString::number(reach)) : "");
            std::fflush(stdout);
            all.append(figure);
        }
    }
    if (argc > 1) {
        QFile file(QString::fromLocal8Bit(argv[1]) + QStringLiteral(".console.json"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.write(QJsonDocument(all).toJson());
    }
    return 0;
}
