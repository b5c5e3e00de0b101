// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the real headless program on a fresh profile and measures it: one table on standard output, the same as
// JSON in a file. Ratios are against the no-storage route of the same run, since absolute figures change from
// machine to machine.
#include "tests/bench/LoadGenerator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace smsauth;

namespace {

constexpr int Rounds = 3;

/// One server process on a profile of its own.
class ServerProcess
{
public:
    explicit ServerProcess(const QStringList &settings)
    {
        QStringList arguments{QStringLiteral("serve"), QStringLiteral("--profile"),
                              m_profile.path() + QStringLiteral("/p")};
        for (const QString &setting :
             QStringList{QStringLiteral("SMS_AUTH_PORT=0"), QStringLiteral("SMS_AUTH_SECRETS=memory")} + settings)
            arguments << QStringLiteral("--set") << setting;
        QElapsedTimer timer;
        timer.start();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setChildProcessModifier(
            [] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // a bench that fails leaves nothing
        m_process.start(QStringLiteral(SMSAUTH_PROGRAM), arguments);
        if (!m_process.waitForReadyRead(20000))
            qFatal("the server does not start");
        startMs = double(timer.nsecsElapsed()) / 1e6;
        const QJsonObject listening = QJsonDocument::fromJson(m_process.readLine()).object();
        port = quint16(QUrl(listening.value(QStringLiteral("url")).toString()).port());
    }
    ~ServerProcess()
    {
        m_process.terminate();
        m_process.waitForFinished(10000);
    }
    double residentMb() const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("VmRSS:") + 6;
        return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1024;
    }

    quint16 port = 0;
    double startMs = 0;

private:
    QTemporaryDir m_profile;
    QProcess m_process;
};

// Russian mobile numbers: ten million valid ones in a row.
QByteArray phone(qint64 number)
{
    return "+7926" + QByteArray::number(1000000 + number % 9000000);
}

QByteArray signInBody(qint64 number)
{
    return R"({"phone_number":")" + phone(number) + R"("})";
}

QByteArray verifyBody(qint64 number)
{
    return R"({"phone_number":")" + phone(number) + R"(","code":"1111"})";
}

// Read, parsed, the phone validated and answered, like a sign-in, but the code is unusable: the storage is never
// asked.
QByteArray unusableBody(qint64 number)
{
    return R"({"phone_number":")" + phone(number) + R"(","code":"x"})";
}

double diskSyncMs()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sync")));
    if (!file.open(QIODevice::ReadWrite))
        return 0;
    constexpr int Times = 200;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Times; ++i) {
        file.write(QByteArray(4096, 'x'));
        file.flush();
        ::fdatasync(file.handle());
    }
    return double(timer.nsecsElapsed()) / 1e6 / Times;
}

QStringList wideLimits()
{
    return {QStringLiteral("SMS_AUTH_LIMITS=protect"),
            QStringLiteral("SMS_AUTH_LIMIT_PHONE=100000000/1h,100000000/1d"),
            QStringLiteral("SMS_AUTH_LIMIT_ADDRESS=100000000/1h"),
            QStringLiteral("SMS_AUTH_LIMIT_PREFIX=100000000/1h"),
            QStringLiteral("SMS_AUTH_LIMIT_COUNTRY=100000000/1h"),
            QStringLiteral("SMS_AUTH_LIMIT_GLOBAL=100000000/1h")};
}

struct Row
{
    QByteArray name;
    int connections = 1;
    LoadResult result;
    double share = 0; ///< of the no-storage route; 0: it is that route
};

QJsonArray rows;

void print(const Row &row)
{
    std::printf("%-34s %4d %10.0f %8s %8.2f %8.2f %8.2f\n", row.name.constData(), row.connections,
                row.result.perSecond(),
                row.share > 0 ? qPrintable(QString::number(100 * row.share, 'f', 0) + u'%') : "", row.result.p50Ms,
                row.result.p99Ms, row.result.maxMs);
    if (row.result.unexpected > 0)
        std::printf("  %lld unexpected answers, e.g. %s\n", row.result.unexpected,
                    row.result.firstUnexpected.constData());
    std::fflush(stdout);
    rows.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(row.name)},
                            {QStringLiteral("connections"), row.connections},
                            {QStringLiteral("per_second"), row.result.perSecond()},
                            {QStringLiteral("share"), row.share},
                            {QStringLiteral("p50_ms"), row.result.p50Ms},
                            {QStringLiteral("p99_ms"), row.result.p99Ms},
                            {QStringLiteral("max_ms"), row.result.maxMs},
                            {QStringLiteral("unexpected"), row.result.unexpected}});
}

// The two routes take turns, so that a change of the machine's mood touches both; the median round counts.
void compare(ServerProcess &server, int connections, qint64 requests, qint64 &nextPhone)
{
    QList<Row> raw;
    QList<Row> signIn;
    for (int round = 0; round < Rounds; ++round) {
        raw.append({"no storage", connections,
                    run({.port = server.port,
                         .connections = connections,
                         .requests = requests,
                         .path = "/auth/auth/",
                         .body = unusableBody,
                         .wantedStatus = 400})});
        const qint64 from = nextPhone;
        nextPhone += requests;
        signIn.append({"sign-in", connections,
                       run({.port = server.port,
                            .connections = connections,
                            .requests = requests,
                            .path = "/auth/sign-in/",
                            .body = [from](qint64 n) { return signInBody(from + n); }})});
        signIn.last().share = signIn.last().result.perSecond() / raw.last().result.perSecond();
    }
    std::sort(signIn.begin(), signIn.end(), [](const Row &a, const Row &b) { return a.share < b.share; });
    std::sort(raw.begin(), raw.end(),
              [](const Row &a, const Row &b) { return a.result.perSecond() < b.result.perSecond(); });
    print(raw[Rounds / 2]);
    print(signIn[Rounds / 2]);
}

void compareVerify(int connections, qint64 requests)
{
    QList<Row> verify;
    ServerProcess server(wideLimits() +
                         QStringList{QStringLiteral("SMS_DEBUG=true"), QStringLiteral("SMS_TIMELIFE=600")});
    for (int round = 0; round < Rounds; ++round) {
        const qint64 from = round * requests;
        run({.port = server.port,
             .connections = connections,
             .requests = requests,
             .path = "/auth/sign-in/",
             .body = [from](qint64 n) { return signInBody(from + n); }});
        const LoadResult raw = run({.port = server.port,
                                    .connections = connections,
                                    .requests = requests,
                                    .path = "/auth/auth/",
                                    .body = unusableBody,
                                    .wantedStatus = 400});
        verify.append({"verify, ES256 token", connections,
                       run({.port = server.port,
                            .connections = connections,
                            .requests = requests,
                            .path = "/auth/auth/",
                            .body = [from](qint64 n) { return verifyBody(from + n); }})});
        verify.last().share = verify.last().result.perSecond() / raw.perSecond();
    }
    std::sort(verify.begin(), verify.end(), [](const Row &a, const Row &b) { return a.share < b.share; });
    print(verify[Rounds / 2]);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const qint64 requests = argc > 2 ? QByteArray(argv[2]).toLongLong() : 20000;

    const double syncMs = diskSyncMs();
    std::printf("disk sync %.2f ms\n\n%-34s %4s %10s %8s %8s %8s %8s\n", syncMs, "", "conn", "per s", "share",
                "p50 ms", "p99 ms", "max ms");
    double idleMb = 0;
    double loadedMb = 0;
    double startMs = 0;
    {
        ServerProcess server(wideLimits());
        startMs = server.startMs;
        idleMb = server.residentMb();
        qint64 nextPhone = 0;
        compare(server, 1, requests / 4, nextPhone);
        compare(server, 16, requests, nextPhone);
        compare(server, 64, requests, nextPhone);
        loadedMb = server.residentMb();
    }
    compareVerify(64, requests);
    std::printf("\nstart to first answer %.0f ms, memory idle %.0f MB, after the load %.0f MB\n", startMs, idleMb,
                loadedMb);

    if (argc > 1) {
        QFile report(QString::fromLocal8Bit(argv[1]));
        if (!report.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", argv[1]);
        report.write(QJsonDocument(QJsonObject{{QStringLiteral("disk_sync_ms"), syncMs},
                                               {QStringLiteral("start_ms"), startMs},
                                               {QStringLiteral("idle_mb"), idleMb},
                                               {QStringLiteral("loaded_mb"), loadedMb},
                                               {QStringLiteral("rows"), rows}})
                         .toJson());
    }
    return 0;
}
