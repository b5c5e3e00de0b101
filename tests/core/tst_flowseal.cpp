// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/base/Random.h"

#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

template<class T>
T waitFor(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30000))
        qFatal("no answer");
    return future.result();
}

} // namespace

/// What the history of flows keeps of a number: sealed under the profile's key, by the engine itself.
class tst_FlowSeal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealsAndOpens();
    void outlivesTheProgramWithItsKey_data();
    void outlivesTheProgramWithItsKey();

private:
    std::unique_ptr<Admin> open(const QTemporaryDir &folder, bool inFile)
    {
        EngineOptions options;
        options.profile = folder.path();
        options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, inFile ? u"file"_s : u"memory"_s}};
        options.passphrase = Secret("correct horse battery staple");
        return openLocalAdmin(options, m_clock, m_random);
    }

    SystemClock m_clock;
    SystemRandom m_random;
    const QString m_phone = u"+12025550101"_s;
};

void tst_FlowSeal::sealsAndOpens()
{
    const QTemporaryDir folder;
    const auto admin = open(folder, false);
    const auto sealed = waitFor(admin->seal(m_phone, "flows"));
    QVERIFY(sealed.ok());
    QVERIFY(!sealed->contains("2025550101"));
    QVERIFY(*waitFor(admin->seal(m_phone, "flows")) != *sealed); // nobody sees that it is the same number
    const auto opened = waitFor(admin->unseal(*sealed, "flows"));
    QVERIFY(opened.ok());
    QCOMPARE(*opened, m_phone);
    const QList<QPair<QByteArray, QByteArray>> wrong{
        {*sealed, "other"}, {sealed->chopped(1), "flows"}, {{}, "flows"}, {QByteArray(100, 'x'), "flows"}};
    for (const auto &[bytes, purpose] : wrong) {
        const auto refused = waitFor(admin->unseal(bytes, purpose));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::SecretMissing);
    }
}

void tst_FlowSeal::outlivesTheProgramWithItsKey_data()
{
    QTest::addColumn<bool>("inFile");
    QTest::newRow("sealed file") << true;
    QTest::newRow("memory") << false;
}

void tst_FlowSeal::outlivesTheProgramWithItsKey()
{
    QFETCH(bool, inFile);
    const QTemporaryDir folder;
    const QByteArray sealed = *waitFor(open(folder, inFile)->seal(m_phone, "flows"));
    const auto opened = waitFor(open(folder, inFile)->unseal(sealed, "flows"));
    QCOMPARE(opened.ok(), inFile);
    if (inFile)
        QCOMPARE(*opened, m_phone);
}

QTEST_GUILESS_MAIN(tst_FlowSeal)
#include "tst_flowseal.moc"
