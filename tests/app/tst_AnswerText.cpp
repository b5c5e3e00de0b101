// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerText.h"
#include "app/TextTable.h"
#include "core/admin/CommandJson.h"
#include "tests/support/FakeAdmin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

const PhoneNumber phone = PhoneNumber::fromStored(u"+12025550101"_s);

template<class Row>
QJsonObject listOf(const QString &key, const QList<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(toJson(row));
    return {{key, array}};
}

} // namespace

class tst_AnswerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCodesAndPhonesWhileSimulated()
    {
        FakeAdmin admin;
        admin.signIn(phone, u"0042"_s);
        const QString text = answerText(u"codes.list"_s, listOf(u"codes"_s, admin.codeRows), false);
        QCOMPARE(text.count(u'\n'), 2);
        QVERIFY(text.startsWith(u"ID"));
        QVERIFY(text.contains(u"0042"));
        QVERIFY(text.contains(phone.e164()));
        QVERIFY(text.contains(u"delivered"));
    }

    void masksPhonesWhenLive()
    {
        FakeAdmin admin;
        admin.goLive();
        admin.signIn(phone);
        admin.addUser(phone);
        QMap<QString, QJsonObject> answers{{u"codes.list"_s, listOf(u"codes"_s, admin.codeRows)},
                                           {u"log"_s, listOf(u"messages"_s, admin.messageRows)},
                                           {u"users.list"_s, listOf(u"users"_s, admin.userRows)}};
        for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
            QVERIFY(dependsOnMode(answer.key()));
            const QString text = answerText(answer.key(), answer.value(), true);
            QVERIFY2(!text.contains(phone.e164()), qPrintable(text));
            QVERIFY2(text.contains(phone.masked()), qPrintable(text));
        }
        QVERIFY(answerText(u"codes.list"_s, answers.value(u"codes.list"_s), true).contains(u"••••"));
    }

    void saysWhyNothingArrived()
    {
        FakeAdmin admin;
        admin.addMessage(phone, MessageState::Failed);
        admin.addMessage(phone, MessageState::Blocked);
        const QString text = answerText(u"log"_s, listOf(u"messages"_s, admin.messageRows), false);
        QVERIFY(text.contains(u"The number is not valid."));
        QVERIFY(text.contains(u"limit phone"));
    }

    void turnsNoLineRound()
    {
        UserRecord user;
        user.phone = phone;
        user.username = u"gpj.\u202eexe"_s;
        user.firstName = u"\u2066Eve\u009b2J"_s;
        const QJsonObject answer = listOf(u"users"_s, QList{user});
        const QString text = answerText(u"users.list"_s, answer, false);
        const QString json = jsonText(answer);
        for (const char16_t risky : {u'\u202e', u'\u2066', u'\u009b'}) {
            QVERIFY(!text.contains(QChar(risky)));
            QVERIFY(!json.contains(QChar(risky)));
        }
        QCOMPARE(QJsonDocument::fromJson(json.toUtf8()).object(), answer); // and still says the same
        QVERIFY(!errorText({ErrorCode::Provider, user.username, {}}, false).contains(QChar(u'\u202e')));
        const QString error = errorText({ErrorCode::Provider, user.username, {}}, true);
        QVERIFY(!error.contains(QChar(u'\u202e')) && error.endsWith(u'\n') && error.count(u'\n') == 1);
    }

    /// "No faults." of a live server would say that there could be some.
    void knowsNoFaultsWhenLive()
    {
        const QJsonObject none{{u"faults"_s, QJsonArray()}};
        QVERIFY(dependsOnMode(u"faults.list"_s));
        QCOMPARE(answerText(u"faults.list"_s, none, false), u"No faults.\n"_s);
        QVERIFY(answerText(u"faults.list"_s, none, true).contains(u"live mode"_s));
    }

    /// What a script reads is what interfaces promise: masked phones are for tables.
    void jsonHasWholeNumbers()
    {
        FakeAdmin admin;
        admin.goLive();
        admin.signIn(phone);
        QVERIFY(jsonText(listOf(u"messages"_s, admin.messageRows)).contains(phone.e164()));
    }

    void tellsTheVerdictOnTheAuditTrail()
    {
        AuditVerdict verdict;
        verdict.rows = 12;
        verdict.checked = 9;
        verdict.earlier = 3;
        verdict.begins = 4;
        verdict.since = fromMs(0);
        verdict.last = 12;
        verdict.seal = QString(64, u'a');
        const QString sound = answerText(u"audit.verify"_s, toJson(verdict), false);
        QCOMPARE(sound, u"Sound: 9 rows checked, sealed since row 4 (1970-01-01T00:00:00.000Z), 3 earlier ones.\n"
                        u"Newest row: 12:%1\n"_s.arg(QString(64, u'a')));
        verdict.findings = {{AuditFault::Changed, 5, 5, 0, u"row 5 was\x1b[2J changed"_s}};
        verdict.found = 1;
        verdict.unanchored = 2;
        const QString bad = answerText(u"audit.verify"_s, toJson(verdict), false);
        QVERIFY(bad.startsWith(u"NOT SOUND: 9 rows"_s));
        QVERIFY(bad.contains(u"changed: row 5 was\ufffd[2J changed"_s));
        QVERIFY(bad.contains(u"2 of them lie behind the anchor."_s));
        QCOMPARE(answerText(u"audit.list"_s, {{u"rows"_s, QJsonArray()}}, false), u"No rows.\n"_s);
    }

    void keepsTerminalsSafe()
    {
        MessageRecord message;
        message.phone = phone;
        message.attempts = {{Timestamp(), u"gate"_s, 500, {}, u"\x1b]0;owned\x07\nfake row"_s, 3}};
        const QString text = answerText(u"log"_s, listOf(u"messages"_s, QList{message}), false);
        QVERIFY(!text.contains(u'\x1b'));
        QCOMPARE(text.count(u'\n'), 2);
        QCOMPARE(errorText({ErrorCode::Provider, u"a\nb"_s, {}}, false), u"smsauth: a\ufffdb\n"_s);
    }

    void saysMoreThanNothing_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("text");
        QTest::newRow("no codes") << u"codes.list"_s << QByteArray(R"({"codes":[]})") << u"No codes.\n"_s;
        QTest::newRow("no messages") << u"log"_s << QByteArray(R"({"messages":[]})") << u"Nothing sent.\n"_s;
        QTest::newRow("no users") << u"users.list"_s << QByteArray(R"({"users":[]})") << u"No users.\n"_s;
        QTest::newRow("no secrets") << u"secret.list"_s << QByteArray(R"({"secrets":[]})") << u"No secrets.\n"_s;
        QTest::newRow("no faults") << u"faults.list"_s << QByteArray(R"({"faults":[]})") << u"No faults.\n"_s;
        QTest::newRow("faults removed") << u"faults.clear"_s << QByteArray(R"({"deleted":2})") << u"2 removed.\n"_s;
        QTest::newRow("a code") << u"codes.wait"_s << QByteArray(R"({"id":1,"code":"0042"})") << u"0042\n"_s;
        QTest::newRow("cleared") << u"clear-expired"_s << QByteArray(R"({"expired":3,"removed":2})")
                                 << u"3 expired, 2 removed.\n"_s;
        QTest::newRow("stored") << u"secret.set"_s << QByteArray(R"({"name":"a.b"})") << u"Stored a.b.\n"_s;
        QTest::newRow("deleted") << u"secret.delete"_s << QByteArray(R"({"name":"a.b"})") << u"Deleted a.b.\n"_s;
        QTest::newRow("sent") << u"send-test"_s
                              << QByteArray(
                                     R"({"state":"sent","provider":"x","provider_message_id":"7","error":null})")
                              << u"sent through x: 7\n"_s;
        QTest::newRow("not sent") << u"send-test"_s
                                  << QByteArray(R"({"state":"failed","provider":"x","error":"no money"})")
                                  << u"failed through x: no money\n"_s;
        QTest::newRow("settings") << u"settings.import"_s
                                  << QByteArray(
                                         R"({"settings":{"A":1,"B":null},"secrets":["x.y"],"ignored":["C: no"]})")
                                  << u"A = 1\nB = -\nstored the secret x.y\nignored: C: no\n"_s;
    }
    void saysMoreThanNothing()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, answer);
        QFETCH(QString, text);
        QCOMPARE(answerText(command, QJsonDocument::fromJson(answer).object(), false), text);
    }

    void alignsColumns()
    {
        TextTable table({u"A"_s, u"LONG"_s, u"C"_s});
        table.add({u"123456"_s, u"x"_s, u""_s});
        QCOMPARE(table.text({}), u"A       LONG  C\n123456  x\n"_s);
    }

    void writesErrors()
    {
        const Error error{ErrorCode::Busy, u"the queue is full"_s, seconds(3)};
        QCOMPARE(errorText(error, false), u"smsauth: the queue is full (again in 3 s)\n"_s);
        const QJsonObject json = QJsonDocument::fromJson(errorText(error, true).toUtf8()).object();
        QCOMPARE(json[u"error"][u"code"].toString(), u"busy"_s);
        QCOMPARE(json[u"error"][u"retry_after"].toInt(), 3);
        QCOMPARE(errorText({ErrorCode::TimedOut, {}, {}}, false), u"smsauth: timed_out\n"_s);
    }
};

QTEST_GUILESS_MAIN(tst_AnswerText)
#include "tst_AnswerText.moc"
