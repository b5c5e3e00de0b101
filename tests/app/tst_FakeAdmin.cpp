// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeAdmin.h"

#include <QSignalSpy>
#include <QtTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {
const PhoneNumber first = PhoneNumber::fromStored(u"+12025550101"_s);
const PhoneNumber second = PhoneNumber::fromStored(u"+12025550102"_s);
} // namespace

class tst_FakeAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsRowsNewestFirst()
    {
        FakeAdmin admin;
        admin.signIn(first, u"0001"_s);
        admin.signIn(second, u"0002"_s);
        const auto messages = admin.messages({}).result();
        QVERIFY(messages.ok());
        QCOMPARE(messages->size(), 2);
        QCOMPARE(messages->first().code, u"0002"_s);
        MessageQuery older;
        older.before = messages->first().id;
        QCOMPARE(admin.messages(older).result()->size(), 1);
    }

    void countsAsAServerWould()
    {
        FakeAdmin admin;
        admin.signIn(first);
        QCOMPARE(admin.status().result()->liveCodes, 1);
        admin.clock.advance(seconds(61));
        admin.expire();
        QCOMPARE(admin.clearExpired(true).result()->expired, 1);
        QCOMPARE(admin.clearExpired(true).result()->removed, 0);
        QCOMPARE(admin.clearExpired(false).result()->removed, 1);
        QCOMPARE(admin.cleanupStatus().result()->expiredNow, 0);
    }

    void answersWhenReleased()
    {
        FakeAdmin admin;
        admin.hold();
        const auto future = admin.settings();
        QVERIFY(!future.isFinished());
        admin.release();
        QVERIFY(future.isFinished());
        QVERIFY(future.result().ok());
    }

    void failsWhenAskedTo()
    {
        FakeAdmin admin;
        admin.fail(u"users"_s, {ErrorCode::Storage, u"disk full"_s, {}});
        QCOMPARE(admin.users({.limit = 10}).result().error().code, ErrorCode::Storage);
        admin.succeed(u"users"_s);
        QVERIFY(admin.users({.limit = 10}).result().ok());
        QCOMPARE(admin.count(u"users"_s), 2);
    }

    void waitsForTheNextCode()
    {
        FakeAdmin admin;
        const auto waiting = admin.waitForCode(first, std::nullopt, seconds(30));
        QVERIFY(!waiting.isFinished());
        admin.signIn(second);
        QVERIFY(!waiting.isFinished());
        admin.signIn(first, u"7777"_s);
        QVERIFY(waiting.isFinished());
        QCOMPARE(waiting.result()->code, u"7777"_s);

        const auto late = admin.waitForCode(second, admin.messageRows.first().id, milliseconds(1));
        QTRY_VERIFY(late.isFinished());
        QCOMPARE(late.result().error().code, ErrorCode::TimedOut);
    }

    void judgesSettingsAsTheEngineDoes()
    {
        FakeAdmin admin;
        QCOMPARE(admin.applySettings({{u"SMS_AUTH_COLOUR"_s, 1}}).result().error().code, ErrorCode::Settings);
        QCOMPARE(admin.applySettings({{u"SMS_AUTH_CODE_LEN"_s, 11}}).result().error().code, ErrorCode::Settings);
        QCOMPARE(admin.settings().result()->values.value(u"SMS_AUTH_CODE_LEN"_s).toInt(), 4);
        QVERIFY(admin.applySettings({{u"SMS_AUTH_CODE_LEN"_s, 6}, {u"SMS_TIMELIFE"_s, 300}}).result().ok());
        QCOMPARE(admin.settingsNow.values.value(u"SMS_AUTH_CODE_LEN"_s).toInt(), 6);
        QCOMPARE(admin.settingsNow.origins.value(u"SMS_AUTH_CODE_LEN"_s), u"file"_s);
        QVERIFY(admin.applySettings({{u"SMS_AUTH_CODE_LEN"_s, QJsonValue::Null}}).result().ok());
        QCOMPARE(admin.settingsNow.values.value(u"SMS_AUTH_CODE_LEN"_s).toInt(), 4);
        QCOMPARE(admin.settingsNow.values.value(u"SMS_TIMELIFE"_s).toInt(), 300);
        QCOMPARE(admin.settingsNow.origins.value(u"SMS_AUTH_CODE_LEN"_s), u"default"_s);
    }

    void hidesCodesWhenLive()
    {
        FakeAdmin admin;
        QSignalSpy changed(&admin, &Admin::changed);
        QVERIFY(admin.activateProvider(u"twilio"_s).result().ok());
        QVERIFY(changed.count() >= 2);
        admin.signIn(first);
        QVERIFY(admin.codes({}).result()->first().code.isEmpty());
        QCOMPARE(admin.waitForCode(first, {}, seconds(1)).result().error().code, ErrorCode::NotAllowed);
        QCOMPARE(admin.activateProvider(u"none"_s).result().error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_FakeAdmin)
#include "tst_FakeAdmin.moc"
