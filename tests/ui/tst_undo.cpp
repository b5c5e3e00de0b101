// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LocalAdmin.h"
#include "core/engine/Profile.h"
#include "core/storage/Stores.h"
#include "tests/support/TableDump.h"
#include "ui/UiState.h"
#include "ui/panels/CleanupPanel.h"
#include "ui/panels/CodesPanel.h"
#include "ui/panels/UsersPanel.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/RecordTable.h"

#include <QAction>
#include <QDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What is taken back is as it was, byte for byte, and what is not is gone: through the real pages and the real
/// engine down to the rows.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->setParent(qApp);
    }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkdir(profile()));
        fill();
        open();
    }
    void cleanup()
    {
        close();
        m_folder.reset();
    }

    void aDeletedCode()
    {
        const QStringList before = rows();
        CodesPanel &codes = show<CodesPanel>(makeCodesPanel);
        choose(codes, 0);
        QTest::keyClick(table(codes), Qt::Key_Delete);
        QTRY_COMPARE(table(codes)->model()->rowCount(), 1);
        QCOMPARE(rows(), before); // hidden, and nothing else
        QVERIFY(codes.undo());
        QTRY_COMPARE(table(codes)->model()->rowCount(), 2);
        close();
        QCOMPARE(rows(), before);
    }

    void anEndedCode()
    {
        const QStringList before = rows();
        CodesPanel &codes = show<CodesPanel>(makeCodesPanel);
        choose(codes, 0);
        trigger(codes, u"Expire now"_s);
        QTRY_VERIFY(rows() != before); // in force at once
        QTRY_VERIFY(m_notice.action);
        QVERIFY(codes.undo());
        QTRY_COMPARE(rows(), before);
        QVERIFY(!codes.undo());
    }

    void aProlongedCode()
    {
        const QStringList before = rows();
        CodesPanel &codes = show<CodesPanel>(makeCodesPanel);
        choose(codes, 1);
        trigger(codes, u"Five minutes more"_s);
        QTRY_VERIFY(rows() != before);
        QTRY_VERIFY(m_notice.action);
        m_notice.action();
        QTRY_COMPARE(rows(), before);
    }

    void onlyForAWhile()
    {
        Undo undo(20ms);
        int taken = 0;
        int settled = 0;
        undo.offer([&] { ++taken; }, [&] { ++settled; });
        QTRY_COMPARE(settled, 1);
        QVERIFY(!undo.takeBack());
        QCOMPARE(taken, 0);
    }

    void onlyTheLastDeed()
    {
        Undo undo(UndoTime);
        QStringList done;
        undo.offer([&] { done.append(u"first taken back"_s); }, [&] { done.append(u"first settled"_s); });
        undo.offer([&] { done.append(u"second taken back"_s); }, [&] { done.append(u"second settled"_s); });
        QVERIFY(undo.takeBack());
        QVERIFY(!undo.takeBack());
        undo.settle();
        QCOMPARE(done, (QStringList{u"first settled"_s, u"second taken back"_s}));
    }

    void aDeletedUser()
    {
        const QStringList before = rows();
        UsersPanel &users = show<UsersPanel>(makeUsersPanel);
        choose(users, 0);
        QTest::keyClick(table(users), Qt::Key_Delete);
        QTRY_COMPARE(table(users)->model()->rowCount(), 1);
        QCOMPARE(rows(), before);
        QVERIFY(users.undo());
        QTRY_COMPARE(table(users)->model()->rowCount(), 2);
        close();
        QCOMPARE(rows(), before);
    }

    void aBlockedUser()
    {
        const QStringList before = rows();
        UsersPanel &users = show<UsersPanel>(makeUsersPanel);
        choose(users, 1); // the one with attributes that were written by hand
        press(users, u"Block"_s);
        QTRY_VERIFY(rows() != before);
        QTRY_VERIFY(m_notice.action);
        QVERIFY(users.undo());
        QTRY_COMPARE(rows(), before);
    }

    void aChangedNumber()
    {
        const QStringList before = rows();
        UsersPanel &users = show<UsersPanel>(makeUsersPanel);
        choose(users, 0);
        press(users, u"Change number…"_s);
        auto *dialog = users.findChild<QDialog *>();
        QVERIFY(dialog);
        dialog->findChild<PhoneEdit *>()->setText(u"+1 202 555 0177"_s);
        press(*dialog, u"Change number"_s);
        QTRY_VERIFY(rows().join(u' ').contains(u"+12025550177"_s));
        QTRY_VERIFY(m_notice.action);
        m_notice.action();
        QTRY_COMPARE(rows(), before);
    }

    void clearedCodes()
    {
        const QStringList before = rows();
        CleanupPanel &page = show<CleanupPanel>(makeCleanupPanel);
        press(page, u"Clear 2 expired code(s)"_s);
        QCOMPARE(rows(), before);
        QVERIFY(page.undo());
        close();
        QCOMPARE(rows(), before);
    }

    void notTakenBackIsGone()
    {
        m_undoTime = 20ms;
        CodesPanel &codes = show<CodesPanel>(makeCodesPanel);
        choose(codes, 0);
        QTest::keyClick(table(codes), Qt::Key_Delete);
        QTRY_COMPARE(dumpOf(file(), u"code"_s).size(), 3);
        CleanupPanel &page = show<CleanupPanel>(makeCleanupPanel);
        press(page, u"Clear 2 expired code(s)"_s);
        QTRY_COMPARE(dumpOf(file(), u"code"_s).size(), 1);
    }

    /// Whoever quits within the eight seconds has seen it go.
    void whatWaitsAtTheEndIsCarriedOut_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("code") << u"code"_s;
        QTest::newRow("user") << u"user"_s;
        QTest::newRow("clear") << u"clear"_s;
    }
    void whatWaitsAtTheEndIsCarriedOut()
    {
        QFETCH(QString, what);
        if (what == u"clear") {
            CleanupPanel &page = show<CleanupPanel>(makeCleanupPanel);
            press(page, u"Clear 2 expired code(s)"_s);
        } else if (what == u"code") {
            CodesPanel &codes = show<CodesPanel>(makeCodesPanel);
            choose(codes, 0);
            QTest::keyClick(table(codes), Qt::Key_Delete);
        } else {
            UsersPanel &users = show<UsersPanel>(makeUsersPanel);
            choose(users, 0);
            QTest::keyClick(table(users), Qt::Key_Delete);
        }
        close();
        QCOMPARE(dumpOf(file(), u"code"_s).size(), what == u"clear" ? 2 : what == u"code" ? 3 : 4);
        QCOMPARE(dumpOf(file(), u"app_user"_s).size(), what == u"user" ? 1 : 2);
    }

    /// A clear of more than one batch, too.
    void aLongClearEndsBeforeTheProgram()
    {
        close();
        {
            Stores stores(file(), Database::Access::Write);
            stores.beginGroup();
            for (int i = 0; i < 3000; ++i)
                stores.codes.insert(code(PhoneNumber::fromStored(u"+1202%1"_s.arg(5560000 + i)), 1000 + i));
            stores.commitGroup();
        }
        open();
        CleanupPanel &page = show<CleanupPanel>(makeCleanupPanel);
        press(page, u"Clear %1 expired code(s)"_s.arg(QLocale().toString(3002)));
        close();
        QCOMPARE(dumpOf(file(), u"code"_s).size(), 2);
    }

    /// Neither new settings nor a restored database let the schedule take what can still be taken back.
    void theScheduleWaitsOverARestore()
    {
        const QString copy = m_folder->filePath(u"copy.db"_s);
        QVERIFY(answered(m_admin->backUp(copy, false)));
        m_undoTime = 3s;
        CleanupPanel &page = show<CleanupPanel>(makeCleanupPanel);
        press(page, u"Clear 2 expired code(s)"_s);
        QVERIFY(answered(m_admin->applySettings({{u"SMS_AUTH_CLEANUP_INTERVAL"_s, 1}}))); // it is due in a moment
        QVERIFY(answered(m_admin->restore(copy)));
        QTRY_VERIFY_WITH_TIMEOUT(!dumpOf(file(), u"cleanup_run"_s).isEmpty(), 10000);
        const QString first = dumpOf(file(), u"cleanup_run"_s).first();
        QVERIFY2(first.contains(u"'console'"_s), qPrintable(first));
    }

    /// A process that is killed carries nothing out: all is there again.
    void nothingIsWrittenBefore()
    {
        const QStringList before = rows();
        CodesPanel &codes = show<CodesPanel>(makeCodesPanel);
        choose(codes, 0);
        QTest::keyClick(table(codes), Qt::Key_Delete);
        CleanupPanel &page = show<CleanupPanel>(makeCleanupPanel);
        press(page, u"Clear 2 expired code(s)"_s);
        QCOMPARE(rows(), before);
        QCOMPARE(dumpOf(file(), u"cleanup_run"_s), QStringList());
    }

private:
    QString profile() const { return m_folder->filePath(u"profile"_s); }
    QString file() const { return Profile{profile()}.databaseFile(); }
    QStringList rows() const
    {
        return dumpOf(file(), u"code"_s) + dumpOf(file(), u"message"_s) + dumpOf(file(), u"app_user"_s);
    }
    static StoredCode code(const PhoneNumber &phone, qint64 createdAt, milliseconds life = 60s)
    {
        StoredCode stored;
        stored.record.phone = phone;
        stored.record.createdAt = fromMs(createdAt);
        stored.record.expiresAt = fromMs(createdAt) + life;
        stored.record.maxTries = 5;
        stored.sealed = QByteArray("\x00\x01sealed\xff", 9);
        return stored;
    }
    static PhoneNumber phone(int last) { return PhoneNumber::fromStored(u"+1202555010%1"_s.arg(last)); }

    /// Two live and two expired codes, two users; values that a careless writer would change.
    void fill() const
    {
        const qint64 now = toMs(SystemClock().now());
        Stores stores(file(), Database::Access::Write);
        stores.beginGroup();
        for (int i = 1; i <= 2; ++i)
            stores.codes.insert(code(phone(i), 1000 + i));
        for (int i = 3; i <= 4; ++i)
            stores.codes.insert(code(phone(i), now, 1h));
        for (int i = 5; i <= 6; ++i) {
            UserRecord user;
            user.phone = phone(i);
            user.username = u"O'Hara; -- ünïcode \u2028"_s;
            user.email = u"ada@example.com"_s;
            user.createdAt = fromMs(now);
            user.attributes = {{u"username"_s, phone(i).e164()}};
            const UserRecord stored = stores.users.insert(user);
            stores.users.markSignedIn(stored.id, fromMs(now - 1));
        }
        stores.database.run(u"UPDATE app_user SET attributes = '{ \"b\": 1.50, \"a\": null }' WHERE id = 1"_s);
        stores.commitGroup();
    }

    template<class T>
    static bool answered(const QFuture<Result<T>> &answer)
    {
        return QTest::qWaitFor([&] { return answer.isFinished(); }, 20000) && answer.result().ok();
    }

    void open()
    {
        EngineOptions options;
        options.profile = profile();
        options.sources.overrides = {{u"SMS_AUTH_SECRETS"_s, u"memory"_s}, {u"SMS_AUTH_PORT"_s, u"0"_s}};
        options.actor = u"console"_s;
        m_admin = openLocalAdmin(options, m_clock, m_random);
        m_status = std::make_unique<StatusWatch>(*m_admin);
        m_notice = {};
        m_undoTime = UndoTime;
        QTRY_VERIFY(m_status->isKnown());
    }
    /// As the console ends: the pages first, then the engine.
    void close()
    {
        m_panels.clear();
        m_status.reset();
        m_admin.reset();
    }
    template<class P>
    P &show(std::unique_ptr<Panel> (*make)(const PanelContext &))
    {
        PanelContext context{*m_admin, m_clock, *m_status, m_state};
        context.undoTime = m_undoTime;
        context.notify = [this](const Notice &notice) { m_notice = notice; };
        m_panels.push_back(make(context));
        Panel &panel = *m_panels.back();
        panel.resize(1100, 700);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("the page does not appear");
        return static_cast<P &>(panel);
    }
    static RecordTable *table(QWidget &panel) { return panel.findChild<RecordTable *>(); }
    static void choose(QWidget &panel, int row)
    {
        QTRY_COMPARE(table(panel)->model()->rowCount(), 2);
        table(panel)->selectRow(row);
        table(panel)->setFocus();
        QTRY_VERIFY(table(panel)->currentId() != 0);
    }
    static void trigger(QWidget &panel, const QString &text)
    {
        for (QAction *action : panel.findChildren<QAction *>()) {
            if (action->text() == text) {
                QTRY_VERIFY(action->isEnabled());
                return action->trigger();
            }
        }
        QFAIL(qPrintable(text));
    }
    /// When there is such a button that can be pressed; presses it once.
    static void press(QWidget &panel, const QString &text)
    {
        QPushButton *found = nullptr;
        const auto look = [&] {
            const auto buttons = panel.findChildren<QPushButton *>();
            for (QPushButton *button : buttons) {
                if (QString(button->text()).remove(u'&') == text && button->isVisible() && button->isEnabled())
                    found = button;
            }
            return found != nullptr;
        };
        QVERIFY2(QTest::qWaitFor(look), qPrintable(text));
        found->click();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    UiState m_state{{}};
    std::unique_ptr<Admin> m_admin;
    std::unique_ptr<StatusWatch> m_status;
    std::vector<std::unique_ptr<Panel>> m_panels;
    Notice m_notice;
    milliseconds m_undoTime = UndoTime;
};

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
