// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowHistory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template<class T>
T waitFor(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000))
        qFatal("no answer");
    return future.result();
}

FlowEntry entryNumber(int number)
{
    FlowEntry entry;
    entry.at = fromMs(1'700'000'000'000 + number);
    entry.kind = FlowEntry::Kind::Walk;
    entry.passed = number % 2 == 0;
    entry.step = u"verify"_s;
    entry.status = 200;
    entry.words = u"words \"%1\"\n"_s.arg(number);
    entry.duration = milliseconds(number);
    entry.phone = u"+1202•••0101"_s;
    entry.sealedPhone = QByteArray("\0\xff\n", 3) + QByteArray::number(number);
    return entry;
}

Exchange exchangeOf(const QString &path, int status, const QByteArray &answer, const QByteArray &sent = {})
{
    Exchange exchange;
    exchange.url.setPath(path);
    exchange.status = status;
    exchange.responseBody = answer;
    exchange.requestBody = sent;
    exchange.duration = 5ms;
    exchange.startedAt = fromMs(1000);
    return exchange;
}

} // namespace

class tst_FlowHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsEverything();
    void survivesARestart();
    void holdsAThousandAndMore();
    void passesOverWhatItCannotRead();
    void lineThatBrokeOff();
    void keepsNothingWithoutAFolder();
    void saysWhatWentWrong();
    void makesEntries_data();
    void makesEntries();

private:
    QString file() const { return m_folder->filePath(u"flows.jsonl"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FlowHistory::keepsEverything()
{
    FlowHistory history(file());
    FlowEntry run;
    run.kind = FlowEntry::Kind::Run;
    run.detail = u"100 16 5"_s;
    run.passedFlows = 99;
    run.failedFlows = 1;
    QCOMPARE(waitFor(history.append(entryNumber(7)))->id, 1);
    QCOMPARE(waitFor(history.append(run))->id, 2);
    const auto entries = waitFor(history.load());
    QVERIFY(entries.ok());
    QCOMPARE(entries->size(), 2);
    const FlowEntry &newest = entries->first();
    QCOMPARE(newest.kind, FlowEntry::Kind::Run);
    QCOMPARE(newest.detail, run.detail);
    QCOMPARE(newest.passedFlows, 99);
    QCOMPARE(newest.failedFlows, 1);
    const FlowEntry &oldest = entries->last();
    const FlowEntry wanted = entryNumber(7);
    QCOMPARE(oldest.id, 1);
    QCOMPARE(oldest.at, wanted.at);
    QCOMPARE(oldest.kind, wanted.kind);
    QCOMPARE(oldest.passed, wanted.passed);
    QCOMPARE(oldest.step, wanted.step);
    QCOMPARE(oldest.status, wanted.status);
    QCOMPARE(oldest.words, wanted.words);
    QCOMPARE(oldest.duration, wanted.duration);
    QCOMPARE(oldest.phone, wanted.phone);
    QCOMPARE(oldest.sealedPhone, wanted.sealedPhone);
    QCOMPARE(QFileInfo(file()).permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void tst_FlowHistory::survivesARestart()
{
    for (int start = 0; start < 3; ++start) {
        FlowHistory history(file());
        if (start == 1) // asked for before or after, the ids go on
            QCOMPARE(waitFor(history.load())->size(), 1);
        QCOMPARE(waitFor(history.append(entryNumber(start)))->id, start + 1);
    }
    {
        FlowHistory history(file());
        (void)history.append(entryNumber(9)); // and nobody waits
    }
    FlowHistory history(file());
    QCOMPARE(waitFor(history.load())->size(), 4);
}

void tst_FlowHistory::holdsAThousandAndMore()
{
    {
        FlowHistory history(file());
        for (int i = 1; i <= 2600; ++i)
            (void)history.append(entryNumber(i));
    }
    FlowHistory history(file());
    const auto entries = waitFor(history.load());
    QVERIFY(entries.ok());
    QCOMPARE(entries->size(), FlowHistory::Most);
    QCOMPARE(entries->first().duration, 2600ms);
    QCOMPARE(entries->last().duration, 601ms);
    for (qsizetype i = 1; i < entries->size(); ++i)
        QCOMPARE(entries->at(i).id, entries->at(i - 1).id - 1);
    QFile content(file());
    QVERIFY(content.open(QIODevice::ReadOnly));
    QVERIFY(content.readAll().count('\n') <= 2500);
    QCOMPARE(content.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_FlowHistory::passesOverWhatItCannotRead()
{
    {
        FlowHistory history(file());
        QVERIFY(waitFor(history.append(entryNumber(1))).ok());
    }
    QFile content(file());
    QVERIFY(content.open(QIODevice::Append));
    content.write("rubbish\n{\"kind\":\"other\",\"id\":5}\n{\"kind\":\"walk\",\"id\":-1}\n\n[]\n\xff\xfe\n");
    content.close();
    FlowHistory history(file());
    QCOMPARE(waitFor(history.load())->size(), 1);
    QCOMPARE(waitFor(history.append(entryNumber(2)))->id, 2);
    QCOMPARE(waitFor(history.load())->size(), 2);
}

void tst_FlowHistory::lineThatBrokeOff()
{
    {
        FlowHistory history(file());
        QVERIFY(waitFor(history.append(entryNumber(1))).ok());
    }
    QFile content(file());
    QVERIFY(content.open(QIODevice::Append));
    content.write("{\"kind\":\"walk\",\"id\":2,\"at\":");
    content.close();
    FlowHistory history(file());
    QVERIFY(waitFor(history.append(entryNumber(3))).ok());
    QVERIFY(waitFor(history.append(entryNumber(4))).ok());
    const auto entries = waitFor(history.load());
    QCOMPARE(entries->size(), 3);
    QCOMPARE(entries->at(0).duration, 4ms);
    QCOMPARE(entries->at(1).duration, 3ms);
    QCOMPARE(entries->at(2).duration, 1ms);
}

void tst_FlowHistory::keepsNothingWithoutAFolder()
{
    for (const QString &nowhere : {QString(), u"/proc/nonexistent/flows.jsonl"_s}) {
        FlowHistory history(nowhere);
        QVERIFY(waitFor(history.load())->isEmpty());
        QCOMPARE(waitFor(history.append(entryNumber(1)))->id, 1);
        QVERIFY(waitFor(history.load())->isEmpty());
    }
}

void tst_FlowHistory::saysWhatWentWrong()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"flows.jsonl"_s)); // a folder is where the file should be
    FlowHistory history(file());
    const auto entries = waitFor(history.load());
    QVERIFY(!entries.ok());
    QCOMPARE(entries.error().code, ErrorCode::Storage);
    const auto appended = waitFor(history.append(entryNumber(1)));
    QVERIFY(!appended.ok());
    QCOMPARE(appended.error().code, ErrorCode::Storage);
}

void tst_FlowHistory::makesEntries_data()
{
    QTest::addColumn<QList<Exchange>>("exchanges");
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("passed");
    const Exchange asked = exchangeOf(u"/auth/sign-in/"_s, 200, "{}");
    const Exchange arrived = exchangeOf(u"/sandbox/messages/wait"_s, 200, R"({"code":"0482"})");
    const Exchange signedIn = exchangeOf(u"/auth/auth/"_s, 200, R"({"jwt_token":"x"})");
    QTest::newRow("passed") << QList{asked, arrived, signedIn} << u"verify"_s << 200 << QString() << true;
    QTest::newRow("too soon") << QList{exchangeOf(u"/auth/sign-in/"_s, 400, R"({"detail":"early, +12025550101"})")}
                              << u"sign_in"_s << 400 << u"early, (number)"_s << false;
    QTest::newRow("no code") << QList{asked, exchangeOf(u"/sandbox/messages/wait"_s, 408, R"({"detail":"None"})")}
                             << u"code_arrival"_s << 408 << u"None"_s << false;
    QTest::newRow("wrong") << QList{asked, exchangeOf(u"/auth/auth/"_s, 400, R"({"detail":"No 0489\n!"})",
                                                      R"({"code":"0489"})")}
                           << u"verify"_s << 400 << u"No (code) !"_s << false;
    Exchange silent = asked;
    silent.status = 0;
    silent.failure = u"refused"_s;
    QTest::newRow("no answer") << QList{silent} << u"sign_in"_s << 0 << u"refused"_s << false;
    QTest::newRow("nothing") << QList<Exchange>() << QString() << 0 << QString() << false;
}

void tst_FlowHistory::makesEntries()
{
    QFETCH(QList<Exchange>, exchanges);
    const FlowEntry entry = entryOf(FlowEntry::Kind::Walk, PhoneNumber::fromStored(u"+12025550101"_s), exchanges);
    QTEST(entry.step, "step");
    QTEST(entry.status, "status");
    QTEST(entry.words, "words");
    QTEST(entry.passed, "passed");
    QCOMPARE(entry.duration, 5ms * exchanges.size());
    QVERIFY(!entry.phone.contains(u"5550"));
}

QTEST_GUILESS_MAIN(tst_FlowHistory)
#include "tst_flowhistory.moc"
