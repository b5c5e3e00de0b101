// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PanelFixture.h"
#include "tests/ui/WindowFixture.h"

#include "core/flow/FlowCheck.h"
#include "core/flow/FlowRun.h"
#include "ui/panels/tryit/AlsoTry.h"
#include "ui/panels/tryit/HistoryView.h"
#include "ui/panels/tryit/RunMany.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/RecordTable.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// The Try it page over a stub that also answers what only these parts ask for.
struct Page
{
    explicit Page(const QString &profile = {})
        : m_profile(profile)
    {
        const auto usual = endpoints->server.answer;
        endpoints->server.answer = [this, usual](const QByteArray &line) {
            if (silent)
                return QByteArray();
            if (line.startsWith("POST /sandbox/reset?"))
                return TinyHttpServer::reply("200 OK", "{}");
            if (line.startsWith("GET /sandbox/messages?"))
                return isLive ? TinyHttpServer::reply("404 Not Found", "{}")
                              : TinyHttpServer::reply("200 OK", R"({"messages":[]})");
            return usual(line);
        };
        fixture.window.openPanel(u"try-it"_s);
    }

    Panel *panel() const { return fixture.window.panel(u"try-it"_s); }
    template<class Widget>
    Widget *child() const
    {
        return panel()->findChild<Widget *>();
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : panel()->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        qFatal("no button %s", qPrintable(text));
    }
    void press(const QString &text) const
    {
        QTRY_VERIFY(button(text)->isEnabled());
        QTest::mouseClick(button(text), Qt::LeftButton);
    }
    void open(const QString &part) { fixture.window.openPanel(u"try-it"_s, part); }
    QString text(const QString &label) const { return fixture.text(label); }
    qsizetype count(const QByteArray &start) const
    {
        const auto &requests = endpoints->server.requests;
        return std::count_if(requests.begin(), requests.end(),
                             [&](const QByteArray &request) { return request.startsWith(start); });
    }
    RecordTable *flows() const { return child<HistoryView>()->findChild<RecordTable *>(); }
    QString cell(int row, int column) const { return flows()->model()->index(row, column).data().toString(); }
    void chooseFlow(int row) const
    {
        QVERIFY(flows()->select(flows()->model()->index(row, 0).data(IdRole).toLongLong()));
    }

    bool silent = false;
    bool isLive = false;
    std::unique_ptr<FakeEndpoints> endpoints;
    const QString m_profile;
    WindowFixture fixture{{}, [this](FakeAdmin &admin) {
                              endpoints = std::make_unique<FakeEndpoints>(admin);
                              admin.statusNow.profile = m_profile;
                              admin.settingsNow.values.insert(u"SMS_TIMELIFE"_s, 1);
                          }};
};

} // namespace

class tst_TryItParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }
    void copiesInEveryLanguage();
    void triesWhatMustBeRefused();
    void waitsForTheCodeToExpire();
    void showsTheRequestThatDecided();
    void stopsTrying();
    void runsMany();
    void showsFailuresOfARun();
    void stopsARun();
    void savesReports_data();
    void savesReports();
    void writesNoReportOverAProfile_data();
    void writesNoReportOverAProfile();
    void runNeedsSimulatedMode();
    void runWithoutASimulatedPhone();
    void recordsWhatWasTried();
    void keepsHistoryAcrossRestarts();
    void searchesHistory();
    void doesItAgain();
    void cannotDoItAgainWithoutTheKey();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void showsItself();

private:
    std::unique_ptr<QTemporaryDir> m_profile;
};

void tst_TryItParts::copiesInEveryLanguage()
{
    Page page;
    page.press(u"Send code"_s);
    QTRY_VERIFY(page.button(u"Copy as…"_s)->isEnabled());
    QStringList copied;
    for (QAction *action : page.button(u"Copy as…"_s)->menu()->actions()) {
        action->trigger();
        copied.append(QApplication::clipboard()->text());
        QVERIFY2(copied.last().contains(u"/auth/sign-in/"_s), qPrintable(copied.last()));
    }
    QCOMPARE(copied.size(), 6);
    QVERIFY(copied.at(3).startsWith(u"import requests"_s));
    QVERIFY(copied.at(5).contains(u"URLSession"_s));
}

void tst_TryItParts::triesWhatMustBeRefused()
{
    Page page;
    page.open(u"refusals"_s);
    page.press(u"Wrong code"_s);
    QTRY_COMPARE(page.text(u"verdict_wrong_code"_s), u"As expected"_s);
    QCOMPARE(page.text(u"outcome_wrong_code"_s), u"The server answered: 400 Bad Request: Code not found"_s);
    // The stub takes a code twice, and says so.
    page.press(u"Code used twice"_s);
    QTRY_COMPARE(page.text(u"verdict_used_twice"_s), u"Not as expected"_s);
    QVERIFY(page.text(u"outcome_used_twice"_s).startsWith(u"The server answered: 200 OK"_s));
    page.press(u"Try all"_s);
    QTRY_VERIFY(!page.child<AlsoTry>()->isRunning());
    for (const FlowCheck check : flowChecks())
        QVERIFY(!page.text(u"verdict_"_s + QString(wireName(check))).isEmpty());
    QVERIFY(page.text(u"expected_too_many_tries"_s).contains(u"5 wrong tries"_s));
}

void tst_TryItParts::waitsForTheCodeToExpire()
{
    Page page;
    page.open(u"refusals"_s);
    page.press(u"Expired code"_s);
    QTRY_COMPARE(page.text(u"outcome_expired_code"_s), u"The code expires in 2 s."_s);
    QVERIFY(!page.button(u"Expired code"_s)->isEnabled());
    // The stub never lets a code expire.
    QTRY_COMPARE_WITH_TIMEOUT(page.text(u"verdict_expired_code"_s), u"Not as expected"_s, 10000);
}

void tst_TryItParts::showsTheRequestThatDecided()
{
    Page page;
    page.open(u"refusals"_s);
    page.press(u"Wrong code"_s);
    QTRY_COMPARE(page.text(u"verdict_wrong_code"_s), u"As expected"_s);
    QPushButton *show = page.fixture.button(u"Show the request of: Wrong code"_s);
    QVERIFY(show);
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(page.child<QTabBar>()->currentIndex(), 0);
    QVERIFY(page.text(u"tryItOutcome"_s).startsWith(u"400 Bad Request"_s));
}

void tst_TryItParts::stopsTrying()
{
    Page page;
    page.silent = true;
    page.open(u"refusals"_s);
    page.press(u"Try all"_s);
    QTRY_VERIFY(!page.endpoints->server.requests.isEmpty());
    page.press(u"Stop trying"_s);
    QVERIFY(!page.child<AlsoTry>()->isRunning());
    for (const FlowCheck check : flowChecks())
        QCOMPARE(page.text(u"verdict_"_s + QString(wireName(check))), u"Stopped"_s);
    page.silent = false;
    page.press(u"Wrong code"_s);
    QTRY_COMPARE(page.text(u"verdict_wrong_code"_s), u"As expected"_s);
}

void tst_TryItParts::runsMany()
{
    Page page;
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({30, 4, 0, {}});
    page.press(u"Start run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.text(u"runWords"_s).startsWith(u"Done: all 30 flows passed"_s), 20000);
    QCOMPARE(page.count("POST /auth/sign-in/"), 30);
    for (const char *label : {"time_sign_in_1", "time_code_arrival_2", "time_verify_3", "time_flow_4"})
        QVERIFY2(page.text(QString::fromLatin1(label)).toDouble() > 0, label);
    QVERIFY(!page.child<QTableWidget>()->isVisible());
    QVERIFY(page.button(u"Start run"_s)->isEnabled());
    QVERIFY(page.button(u"Save report…"_s)->isEnabled());
    // What was asked for is there the next time.
    QCOMPARE(page.fixture.state.value(u"run.count"_s).toInt(), 30);
}

void tst_TryItParts::showsFailuresOfARun()
{
    Page page;
    page.endpoints->refusal = R"({"detail":"Code was send early"})";
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({5, 2, 0, {}});
    page.press(u"Start run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.text(u"runWords"_s).startsWith(u"Done: 0 passed, 5 failed"_s), 20000);
    auto *errors = page.child<QTableWidget>();
    QVERIFY(errors->isVisible());
    QCOMPARE(errors->rowCount(), 1);
    QCOMPARE(errors->item(0, 0)->text(), u"5"_s);
    QCOMPARE(errors->item(0, 1)->text(), u"Sign-in"_s);
    QCOMPARE(errors->item(0, 2)->text(), u"400"_s);
    QCOMPARE(errors->item(0, 3)->text(), u"Code was send early"_s);
    QVERIFY(page.text(u"runHints"_s).contains(u"another first number"_s));
}

void tst_TryItParts::stopsARun()
{
    Page page;
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({1000, 2, 20, {}});
    page.press(u"Start run"_s);
    QTRY_VERIFY(page.count("POST /auth/auth/") > 0);
    QVERIFY(!page.child<QSpinBox>()->isEnabled());
    QElapsedTimer time;
    time.start();
    page.press(u"Stop run"_s);
    QTRY_VERIFY(page.text(u"runWords"_s).startsWith(u"Stopped: "_s));
    QVERIFY(time.elapsed() < 2000);
    QVERIFY(page.button(u"Start run"_s)->isEnabled());
}

void tst_TryItParts::savesReports_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("JUnit") << 0 << QByteArray("<testcase classname=\"smsauth.flow\" name=\"flow 1\"");
    QTest::newRow("JSON") << 1 << QByteArray("\"passed\": 3");
}

void tst_TryItParts::savesReports()
{
    QFETCH(int, format);
    QFETCH(QByteArray, content);
    Page page;
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({3, 1, 0, {}});
    page.press(u"Start run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.text(u"runWords"_s).startsWith(u"Done: all 3"_s), 20000);
    page.button(u"Save report…"_s)->menu()->actions().at(format)->trigger();
    auto *dialog = page.panel()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString file = m_profile->filePath(u"report"_s);
    Q_EMIT dialog->fileSelected(file);
    QTRY_VERIFY(QFile::exists(file));
    QFile report(file);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains(content));
}

void tst_TryItParts::writesNoReportOverAProfile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("its database") << u"smsauth.db"_s;
    QTest::newRow("a new file beside it") << u"report.xml"_s;
}

void tst_TryItParts::writesNoReportOverAProfile()
{
    QFETCH(QString, name);
    const QTemporaryDir profile;
    const QString database = profile.filePath(u"smsauth.db"_s);
    const QByteArray rows("everything that this profile knows");
    QFile written(database);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(rows) == rows.size());
    written.close();
    Page page;
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({3, 1, 0, {}});
    page.press(u"Start run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.text(u"runWords"_s).startsWith(u"Done: all 3"_s), 20000);
    page.button(u"Save report…"_s)->menu()->actions().first()->trigger();
    auto *dialog = page.panel()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString file = profile.filePath(name);
    Q_EMIT dialog->fileSelected(file);
    QTRY_COMPARE(page.fixture.text(u"toastText"_s),
                 u"The report was not saved: %1 lies in the folder of a profile."_s.arg(file));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), rows);
    QCOMPARE(QDir(profile.path()).entryList(QDir::Files), QStringList{u"smsauth.db"_s});
}

void tst_TryItParts::runNeedsSimulatedMode()
{
    Page page;
    page.open(u"run"_s);
    QTRY_VERIFY(page.button(u"Start run"_s)->isEnabled());
    page.fixture.admin.goLive();
    QTRY_VERIFY(!page.button(u"Start run"_s)->isEnabled());
    QVERIFY(!page.button(u"Try all"_s)->isEnabled());
    page.child<RunMany>()->start();
    QVERIFY(!page.child<RunMany>()->isRunning());
}

void tst_TryItParts::runWithoutASimulatedPhone()
{
    Page page;
    page.isLive = true;
    page.open(u"run"_s);
    page.press(u"Start run"_s);
    QTRY_VERIFY(page.text(u"runWords"_s).startsWith(u"The run did not begin"_s));
    QCOMPARE(page.count("POST /auth/sign-in/"), 0);
    page.child<RunMany>()->setPlan({2, 1, 0, PhoneNumber::fromStored(u"+12029999999"_s)});
    page.press(u"Start run"_s);
    QTRY_VERIFY(page.text(u"runWords"_s).contains(u"not valid"_s));
}

void tst_TryItParts::recordsWhatWasTried()
{
    Page page(m_profile->path());
    QTRY_VERIFY(page.fixture.admin.count(u"status"_s) > 0);
    page.press(u"Walk both"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    QCOMPARE(page.cell(0, 1), u"Both steps"_s);
    QCOMPARE(page.cell(0, 2), u"+1202•••0101"_s);
    QCOMPARE(page.cell(0, 4), u"Signed in"_s);
    page.press(u"Send code"_s);
    QTRY_VERIFY(page.button(u"Verify"_s)->isEnabled());
    page.press(u"Verify"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 2);
    QCOMPARE(page.cell(0, 1), u"Step by step"_s);
    page.endpoints->refusal = R"({"detail":"Code was send early"})";
    page.press(u"Send code"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 3);
    QCOMPARE(page.cell(0, 4), u"400 Code was send early"_s);
    page.endpoints->refusal.clear();
    page.open(u"refusals"_s);
    page.press(u"Wrong code"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 4);
    QCOMPARE(page.cell(0, 1), u"Wrong code"_s);
    QCOMPARE(page.cell(0, 4), u"As expected: 400 Code not found"_s);
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({3, 1, 0, {}});
    page.press(u"Start run"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 5);
    QCOMPARE(page.cell(0, 1), u"3 flow(s)"_s);
    QCOMPARE(page.cell(0, 4), u"3 passed, 0 failed"_s);
}

void tst_TryItParts::keepsHistoryAcrossRestarts()
{
    {
        Page page(m_profile->path());
        page.press(u"Walk both"_s);
        QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    }
    QFile file(m_profile->filePath(u"flows.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(!content.isEmpty());
    QVERIFY(!content.contains("12025550101"));
    QVERIFY(!content.contains("0482"));
    QVERIFY(!content.contains(FakeEndpoints::token()));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    Page page(m_profile->path());
    page.open(u"history"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    QCOMPARE(page.cell(0, 4), u"Signed in"_s);
}

void tst_TryItParts::searchesHistory()
{
    Page page(m_profile->path());
    page.press(u"Walk both"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    page.endpoints->refusal = R"({"detail":"Code was send early"})";
    page.press(u"Send code"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 2);
    page.open(u"history"_s);
    page.panel()->focusFilter();
    auto *filter = page.child<HistoryView>()->findChild<FilterBar *>();
    QVERIFY(filter->field()->hasFocus());
    const auto found = [&](const QString &words) {
        filter->setText(words);
        (void)QTest::qWaitFor([&] { return filter->text() == words; });
        QSignalSpy changed(filter, &FilterBar::changed);
        (void)changed.wait(1000);
        settle();
        return page.flows()->model()->rowCount();
    };
    QCOMPARE(found(u"early"_s), 1);
    QCOMPARE(found(u"400 early"_s), 1);
    QCOMPARE(found(u"signed"_s), 1);
    QCOMPARE(found(u"+12025550101"_s), 2);
    QCOMPARE(found(u"0101"_s), 2);
    QCOMPARE(found(u"+12025550199"_s), 0);
    QCOMPARE(found(QString()), 2);
}

void tst_TryItParts::doesItAgain()
{
    Page page(m_profile->path());
    page.press(u"Walk both"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    page.fixture.find<PhoneEdit>(u"tryItPhone"_s)->setPhone(PhoneNumber::fromStored(u"+12025550109"_s));
    page.open(u"history"_s);
    QVERIFY(!page.button(u"Do it again"_s)->isEnabled());
    page.chooseFlow(0);
    page.press(u"Do it again"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 2);
    QCOMPARE(page.child<QTabBar>()->currentIndex(), 0);
    QCOMPARE(page.fixture.find<PhoneEdit>(u"tryItPhone"_s)->phone().e164(), u"+12025550101"_s);
    QCOMPARE(page.count("POST /auth/auth/"), 2);

    page.open(u"refusals"_s);
    page.press(u"Wrong code"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 3);
    page.open(u"history"_s);
    page.chooseFlow(0);
    page.press(u"Do it again"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 4);
    QCOMPARE(page.child<QTabBar>()->currentIndex(), 1);

    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({4, 2, 100, {}});
    page.press(u"Start run"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 5);
    page.child<RunMany>()->setPlan({1, 1, 0, PhoneNumber::fromStored(u"+12025550150"_s)});
    page.open(u"history"_s);
    page.chooseFlow(0);
    page.press(u"Do it again"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 6);
    QCOMPARE(page.cell(0, 1), u"4 flow(s)"_s);
    QCOMPARE(page.child<QTabBar>()->currentIndex(), 2);
}

void tst_TryItParts::cannotDoItAgainWithoutTheKey()
{
    Page page(m_profile->path());
    page.press(u"Walk both"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    page.fixture.admin.fail(u"unseal"_s, {ErrorCode::SecretMissing, u"lost"_s, {}});
    page.open(u"history"_s);
    page.chooseFlow(0);
    page.press(u"Do it again"_s);
    QTRY_COMPARE(page.fixture.admin.count(u"unseal"_s), 1);
    settle();
    QCOMPARE(page.count("POST /auth/auth/"), 1);
    QCOMPARE(page.child<QTabBar>()->currentIndex(), 3);
}

void tst_TryItParts::everyControlHasAName_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"", "refusals", "run", "history"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void tst_TryItParts::everyControlHasAName()
{
    QFETCH(QString, part);
    Page page(m_profile->path());
    page.press(u"Walk both"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    page.open(u"refusals"_s);
    page.press(u"Wrong code"_s);
    QTRY_COMPARE(page.text(u"verdict_wrong_code"_s), u"As expected"_s);
    page.open(part);
    if (part.isEmpty())
        page.child<QTabBar>()->setCurrentIndex(0);
    QCOMPARE(namelessControls(*page.panel()), QStringList());
}

void tst_TryItParts::showsItself()
{
    Page page(m_profile->path());
    page.press(u"Walk both"_s);
    QTRY_COMPARE(page.flows()->model()->rowCount(), 1);
    page.open(u"refusals"_s);
    page.press(u"Try all"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!page.child<AlsoTry>()->isRunning(), 10000);
    page.open(u"run"_s);
    page.child<RunMany>()->setPlan({60, 4, 60, {}});
    page.press(u"Start run"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.text(u"runWords"_s).startsWith(u"Done: "_s), 20000);
    for (const QSize size : {QSize(1024, 640), QSize(1280, 800)}) {
        page.fixture.window.resize(size);
        for (const char *part : {"refusals", "run", "history"}) {
            page.open(QString::fromLatin1(part));
            settle();
            for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
                page.fixture.theme.setScheme(scheme);
                const QString name = scheme == Theme::Scheme::Dark ? u"dark"_s : u"light"_s;
                picture(page.fixture.window,
                        u"tryit-%1-%2-%3"_s.arg(QString::fromLatin1(part)).arg(size.width()).arg(name));
            }
            QVERIFY(page.panel()->width() <= size.width());
        }
    }
}

QTEST_MAIN(tst_TryItParts)
#include "tst_tryitparts.moc"
