// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/AuthFixture.h"

#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

/// Finding users among many, in the database itself.
class tst_UserStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *what, const QString &typed, const QStringList &names) {
            QTest::newRow(what) << typed << names;
        };
        const QStringList all{u"per_cent"_s, u"Иван"_s, u"Ada"_s};
        row("nothing typed", u"  "_s, all);
        row("whole number", u"+12025550101"_s, {u"Ada"_s});
        row("as it is shown", u"+1 202-555-0101"_s, {u"Ada"_s});
        row("with brackets", u"(202) 555 0102"_s, {u"Иван"_s});
        row("prefix", u"+1202"_s, all);
        row("a plus is the beginning", u"+202"_s, {});
        row("last digits", u"0103"_s, {u"per_cent"_s});
        row("digits in an address", u"1815"_s, {u"Ada"_s});
        row("first name", u"ada"_s, {u"Ada"_s});
        row("both names", u"ADA love"_s, {u"Ada"_s});
        row("address", u"@EXAMPLE"_s, {u"Ada"_s});
        row("Cyrillic", u"иван"_s, {u"Иван"_s});
        row("Cyrillic capitals", u"ИВАН"_s, {u"Иван"_s});
        row("Cyrillic, both", u"иван петров"_s, {u"Иван"_s});
        row("user name", u"0102"_s, {u"Иван"_s});
        row("percent is a sign", u"%"_s, {});
        row("underscore is a sign", u"r_c"_s, {u"per_cent"_s});
        row("exclamation mark", u"!"_s, {});
        row("quote", u"'"_s, {});
        row("nobody", u"nobody"_s, {});
    }
    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, names);
        AuthFixture fixture;
        add(fixture, 1, u"Ada"_s, u"Lovelace"_s, u"ada1815@example.com"_s);
        add(fixture, 2, u"Иван"_s, u"Петров"_s, {});
        add(fixture, 3, u"per_cent"_s, {}, {});
        QStringList found;
        for (const UserRecord &user : fixture.stores.users.matching(typed, {1, 1000}, 10))
            found.append(user.firstName);
        QCOMPARE(found, names);
    }

    void findsPageByPage()
    {
        AuthFixture fixture;
        fixture.stores.beginGroup();
        for (int i = 0; i < 2500; ++i) {
            UserRecord user;
            user.phone = PhoneNumber::fromStored(u"+1202%1"_s.arg(5550000 + i));
            user.email = i % 5 == 0 ? u"five@example.com"_s : QString();
            fixture.stores.users.insert(user);
        }
        fixture.stores.commitGroup();
        QList<RowId> seen;
        for (RowId before = 0;;) {
            const QList<UserRecord> page =
                fixture.stores.users.matching(u"five"_s, {1, before > 0 ? before : 10'000}, 200);
            for (const UserRecord &user : page)
                seen.append(user.id);
            if (page.size() < 200)
                break;
            before = page.last().id;
        }
        QCOMPARE(seen.size(), 500);
        QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
    }

    void auditPages()
    {
        AuthFixture fixture;
        for (int i = 1; i <= 5; ++i)
            fixture.stores.audit.append({.id = 0, .at = {}, .actor = u"test"_s, .action = QString::number(i)});
        QCOMPARE(fixture.stores.audit.list(2, 0).first().action, u"5"_s);
        QCOMPARE(fixture.stores.audit.list(2, 4).first().action, u"3"_s);
    }

private:
    static void add(AuthFixture &fixture, int last, const QString &first, const QString &family,
                    const QString &email)
    {
        UserRecord user;
        user.phone = testPhone(last);
        user.username = user.phone.e164();
        user.firstName = first;
        user.lastName = family;
        user.email = email;
        fixture.stores.users.insert(user);
    }
};

QTEST_GUILESS_MAIN(tst_UserStore)
#include "tst_userstore.moc"
