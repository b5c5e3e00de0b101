// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/RequestHead.h"

#include <QTest>

using namespace smsauth;

namespace {

const QByteArray Request = "POST /auth/auth/?a=b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                           "Content-Length: 12\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n";

using Kind = HeadVerdict::Kind;

} // namespace

/// The pure function behind the connection guard, byte by byte; tst_connectionguard has the cases over the wire.
class tst_RequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsARequest()
    {
        const HeadVerdict verdict = checkRequestHead(Request + "the body", {});
        QCOMPARE(verdict.kind, Kind::Valid);
        QCOMPARE(verdict.head.size, Request.size());
        QCOMPARE(verdict.head.contentLength, 12);
        QVERIFY(verdict.head.method == "POST");
        QVERIFY(verdict.head.close);
        QVERIFY(!verdict.head.http10);
        QVERIFY(verdict.head.expectsContinue);
    }

    void countsEmptyLinesBeforeTheRequest()
    {
        const HeadVerdict verdict = checkRequestHead("\r\n" + Request, {});
        QCOMPARE(verdict.kind, Kind::Valid);
        QCOMPARE(verdict.head.size, Request.size() + 2);
    }

    void waitsForTheRest()
    {
        for (qsizetype size = 0; size < Request.size(); ++size)
            QCOMPARE(checkRequestHead(Request.first(size), {}).kind, Kind::Incomplete);
    }

    /// Whatever one byte becomes: no crash, and what still passes has the length that it shows.
    void survivesEveryChangeOfOneByte()
    {
        for (qsizetype at = 0; at < Request.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray changed = Request;
                changed[at] = char(byte);
                const HeadVerdict verdict = checkRequestHead(changed, {});
                if (verdict.kind == Kind::Refused) {
                    QVERIFY(verdict.status >= 400 && verdict.status <= 505);
                } else if (verdict.kind == Kind::Valid) {
                    QVERIFY(verdict.head.size <= changed.size());
                    QVERIFY(changed.first(verdict.head.size).endsWith("\r\n\r\n"));
                    QVERIFY(verdict.head.contentLength <= HttpLimits().body);
                }
            }
        }
    }

    void survivesEveryRemovedByte()
    {
        for (qsizetype at = 0; at < Request.size(); ++at) {
            QByteArray shorter = Request;
            shorter.remove(at, 1);
            const HeadVerdict verdict = checkRequestHead(shorter, {});
            QVERIFY(verdict.kind != Kind::Valid || verdict.head.size == shorter.size());
        }
    }

    void keepsItsLimits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status"); // 0: valid
        const auto request = [](qsizetype target, qsizetype lines, qsizetype length) {
            return "GET /" + QByteArray(target - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n" +
                   QByteArray("A: b\r\n").repeated(lines - 2) + "Content-Length: " + QByteArray::number(length) +
                   "\r\n\r\n";
        };
        QTest::newRow("all at the limit") << request(100, 10, 1000) << 0;
        QTest::newRow("target") << request(101, 10, 1000) << 414;
        QTest::newRow("lines") << request(100, 11, 1000) << 431;
        QTest::newRow("length") << request(100, 10, 1001) << 413;
        QTest::newRow("head") << QByteArray("GET / HTTP/1.1\r\nHost: " + QByteArray(300, 'a') + "\r\n\r\n") << 431;
        QTest::newRow("unfinished head") << QByteArray("GET / HTTP/1.1\r\nHost: " + QByteArray(300, 'a')) << 431;
        QTest::newRow("unfinished target") << QByteArray("GET /" + QByteArray(150, 'a')) << 414;
    }

    void keepsItsLimits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpLimits limits;
        limits.head = 256;
        limits.target = 100;
        limits.headerLines = 10;
        limits.body = 1000;
        const HeadVerdict verdict = checkRequestHead(bytes, limits);
        QCOMPARE(verdict.status, status);
        QCOMPARE(verdict.kind, status == 0 ? Kind::Valid : Kind::Refused);
    }

    void knowsTheMethodOfWhatItRefuses()
    {
        const HeadVerdict verdict = checkRequestHead("HEAD / HTTP/1.1\r\nTransfer-Encoding: x\r\n", {});
        QCOMPARE(verdict.status, 411);
        QVERIFY(verdict.head.method == "HEAD");
    }
};

QTEST_APPLESS_MAIN(tst_RequestHead)
#include "tst_requesthead.moc"
