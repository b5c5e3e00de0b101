// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LineSink.h"

#include <QElapsedTimer>
#include <QtTest>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <sys/socket.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace smsauth;

namespace {

QByteArray dropped(qint64 lines)
{
    return "dropped " + QByteArray::number(lines) + '\n';
}

/// What lies there now; all of it.
QByteArray drain(int descriptor)
{
    QByteArray all;
    std::array<char, 4096> part{};
    ssize_t got = 0;
    while ((got = ::read(descriptor, part.data(), part.size())) > 0)
        all.append(part.data(), got);
    return all;
}

} // namespace

class tst_LineSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsWhatNobodyTakes_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"pipe", "socket", "terminal"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void dropsWhatNobodyTakes()
    {
        QFETCH(QByteArray, kind);
        open(kind);
        LineSink sink(m_ends[1]);
        sink.write("first\n", dropped);
        QByteArray before;
        const auto first = [&] { return (before += drain(m_ends[0])) == "first\n"; };
        QTRY_VERIFY(first());
        QElapsedTimer timer;
        timer.start();
        const QByteArray line = QByteArray(5000, 'x') + '\n';
        for (int i = 0; i < 2000; ++i)
            sink.write(line, dropped);
        // Only the first one that finds no room waits.
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!drain(m_ends[0]).contains("dropped"));
        QByteArray after;
        const auto tellsOfThem = [&] {
            sink.write("last\n", dropped);
            after += drain(m_ends[0]);
            return after.contains("dropped 1") && after.endsWith("last\n");
        };
        QTRY_VERIFY(tellsOfThem());
        QCOMPARE(after.count("dropped "), 1);
    }

    void waitsForAReaderThatIsSlow()
    {
        open("pipe");
        LineSink sink(m_ends[1]);
        const QByteArray line = QByteArray(300'000, 'y') + '\n'; // more than a pipe holds
        QByteArray got;
        std::thread reader([&] {
            while (!got.endsWith('\n'))
                got += drain(m_ends[0]);
        });
        sink.write(line, dropped);
        reader.join();
        QCOMPARE(got, line);
    }

    void survivesADescriptorThatIsClosed()
    {
        open("pipe");
        LineSink sink(999);
        sink.write("nobody\n", dropped);
        QVERIFY(drain(m_ends[0]).isEmpty());
    }

    void cleanup()
    {
        for (int &end : m_ends) {
            if (end >= 0)
                ::close(end);
            end = -1;
        }
    }

private:
    void open(const QByteArray &kind)
    {
        if (kind == "pipe") {
            QCOMPARE(::pipe2(m_ends.data(), O_CLOEXEC), 0);
        } else if (kind == "socket") {
            QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends.data()), 0);
        } else {
            m_ends[0] = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
            QCOMPARE(::grantpt(m_ends[0]), 0);
            QCOMPARE(::unlockpt(m_ends[0]), 0);
            m_ends[1] = ::open(::ptsname(m_ends[0]), O_RDWR | O_NOCTTY | O_CLOEXEC);
            QVERIFY(m_ends[1] >= 0);
            termios raw{};
            QCOMPARE(::tcgetattr(m_ends[1], &raw), 0);
            ::cfmakeraw(&raw);
            QCOMPARE(::tcsetattr(m_ends[1], TCSANOW, &raw), 0);
        }
        QCOMPARE(::fcntl(m_ends[0], F_SETFL, O_NONBLOCK), 0);
    }

    std::array<int, 2> m_ends{-1, -1};
};

QTEST_GUILESS_MAIN(tst_LineSink)
#include "tst_LineSink.moc"
