// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/FaultBook.h"
#include "core/sms/FaultRules.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/ManualClock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const PhoneNumber ann = PhoneNumber::fromStored(u"+12025550101"_s);
const PhoneNumber bob = PhoneNumber::fromStored(u"+12025550102"_s);

FaultRule ruleFor(const PhoneNumber &phone, FaultOutcome outcome = FaultOutcome::NeverArrives)
{
    FaultRule rule;
    rule.phone = phone;
    rule.effect.outcome = outcome;
    return rule;
}

FaultRule ruleForAny(int probability, FaultOutcome outcome, int status = 0)
{
    FaultRule rule;
    rule.probability = probability;
    rule.effect = {outcome, status, {}};
    return rule;
}

Result<FaultRule> read(const char *json, Timestamp now = fromMs(1767225600000))
{
    const Result<JsonValue> value = readJson(json);
    return value ? faultFromJson(*value, u"US"_s, now) : Result<FaultRule>(value.error());
}

} // namespace

/// Rules: how they are written, which are refused, which one a sign-in meets, and the file that they lie in.
class tst_FaultBook : public QObject
{
    Q_OBJECT

    struct Kept
    {
        QTemporaryDir folder;
        Settings settings;
        ManualClock clock;
        FixedRandom random{0};
        QString file = folder.filePath(u"faults.json"_s);
        FaultBook book{file, clock, random};
        int changes = 0;

        Kept()
        {
            book.onChange([this] { ++changes; });
        }
        void write(const QByteArray &text) const
        {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            QCOMPARE(out.write(text), text.size());
        }
        QByteArray text() const
        {
            QFile in(file);
            return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
        }
    };

private Q_SLOTS:
    // --- as JSON

    void readsEveryMember()
    {
        const Result<FaultRule> rule =
            read(R"({"phone":"+1 202 555 0101","outcome":"provider_error","status":503,"delay":1.5,"code":"0042",)"
                 R"("limits":false,"until":"2026-01-01T01:00:00+01:00"})");
        QVERIFY(rule.ok());
        QCOMPARE(rule->phone, ann);
        QCOMPARE(rule->effect, (FaultEffect{FaultOutcome::ProviderError, 503, 1500ms}));
        QCOMPARE(rule->code, u"0042"_s);
        QCOMPARE(rule->limits, false);
        QCOMPARE(rule->until, std::optional(fromMs(1767225600000)));
        QCOMPARE(read(R"({"phone":"(202) 555-0101","for":90,"outcome":"locked"})")->until,
                 std::optional(fromMs(1767225690000)));
        QCOMPARE(read(R"({"probability":7,"outcome":"time_out"})")->id(), u"any:time_out"_s);
    }

    void writesWhatItReads()
    {
        const QByteArrayList texts{
            R"({"id":"+12025550101","phone":"+12025550101","outcome":"delivered","delay":0.25,"code":"0042","limits":false,"until":"2026-01-02T00:00:00.000Z"})",
            R"({"id":"any:provider_error:429","probability":30,"outcome":"provider_error","status":429,"delay":60,"limits":true})"};
        for (const QByteArray &text : texts)
            QCOMPARE(faultJson(*read(text.constData())), text);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *json, const char *words) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(words);
        };
        row(R"([])", "object");
        row(R"({})", "phone or probability");
        row(R"({"outcome":"time_out"})", "phone or probability");
        row(R"({"phone":"+12025550101","probability":5,"outcome":"time_out"})", "probability:");
        row(R"({"phone":"12"})", "phone:");
        row(R"({"phone":12025550101})", "phone:");
        row(R"({"probability":0})", "probability:");
        row(R"({"probability":101})", "probability:");
        row(R"({"probability":2.5})", "probability:");
        row(R"({"probability":"5"})", "probability:");
        row(R"({"phone":"+12025550101","outcome":"explodes"})", "outcome:");
        row(R"({"phone":"+12025550101","outcome":7})", "outcome:");
        row(R"({"phone":"+12025550101","status":399})", "status:");
        row(R"({"phone":"+12025550101","status":600})", "status:");
        row(R"({"phone":"+12025550101","delay":-1})", "delay:");
        row(R"({"phone":"+12025550101","delay":60.1})", "delay:");
        row(R"({"phone":"+12025550101","delay":"3"})", "delay:");
        row(R"({"phone":"+12025550101","code":1234})", "code:");
        row(R"({"phone":"+12025550101","code":""})", "code:");
        row(R"({"phone":"+12025550101","code":"12a4"})", "code:");
        row(R"({"phone":"+12025550101","limits":"no"})", "limits:");
        row(R"({"phone":"+12025550101","until":"tomorrow"})", "until:");
        row(R"({"phone":"+12025550101","until":"2026-01-01T00:00:00"})", "until:");
        row(R"({"phone":"+12025550101","for":0})", "for:");
        row(R"({"phone":"+12025550101","for":5,"until":"2026-01-01T00:00:00Z"})", "until:");
        row(R"({"phone":"+12025550101","id":"+12025550102"})", "id:");
        row(R"({"phone":"+12025550101","delai":3})", "\"delai\"");
        row(R"({"phone":"+12025550101","phone":"+12025550102"})", "");
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const Result<FaultRule> rule = read(json.constData());
        QVERIFY(!rule.ok());
        QCOMPARE(rule.error().code, ErrorCode::InvalidInput);
        QVERIFY2(rule.error().detail.contains(words), qPrintable(rule.error().detail));
        QVERIFY(!rule.error().detail.contains(u"5550101"));
    }

    // --- what makes sense

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<FaultRule>("rule");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, FaultRule rule, const char *words) {
            QTest::newRow(name) << rule << QString::fromLatin1(words);
        };
        FaultRule rule = ruleFor(ann, FaultOutcome::Delivered);
        row("nothing", rule, "nothing");
        rule.code = u"12345"_s;
        row("long code", rule, "code:");
        rule.code = u"12 4"_s;
        row("no digits", rule, "code:");
        rule.code = u"١٢٣٤"_s;
        row("other digits", rule, "code:");
        rule = ruleFor(ann, FaultOutcome::ProviderError);
        row("no status", rule, "status:");
        rule.effect.status = 200;
        row("no error", rule, "status:");
        rule = ruleFor(ann, FaultOutcome::Duplicate);
        rule.effect.status = 500;
        row("status without an error", rule, "status:");
        rule = ruleFor(ann, FaultOutcome::Duplicate);
        rule.effect.delay = 60001ms;
        row("long delay", rule, "delay:");
        for (const FaultOutcome outcome :
             {FaultOutcome::TimeOut, FaultOutcome::NeverArrives, FaultOutcome::Locked}) {
            rule = ruleFor(ann, outcome);
            rule.effect.delay = 1ms;
            row(qPrintable(u"delay with "_s + wireName(outcome)), rule, "delay:");
        }
        rule = ruleFor(ann, FaultOutcome::Locked);
        rule.code = u"1234"_s;
        row("code and locked", rule, "code:");
        row("no probability", ruleForAny(0, FaultOutcome::TimeOut), "probability:");
        row("too probable", ruleForAny(101, FaultOutcome::TimeOut), "probability:");
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(FaultRule, rule);
        QFETCH(QString, words);
        Kept kept;
        const Result<FaultRule> set = kept.book.set(rule, kept.settings);
        QVERIFY(!set.ok());
        QCOMPARE(set.error().code, ErrorCode::InvalidInput);
        QVERIFY2(set.error().detail.contains(words), qPrintable(set.error().detail));
        QVERIFY(kept.book.rules().isEmpty());
        QVERIFY(!QFile::exists(kept.file));
    }

    void codesAreFixedOnlyOnLoopback()
    {
        Kept kept;
        FaultRule rule = ruleFor(ann, FaultOutcome::Delivered);
        rule.code = u"1234"_s;
        Settings open = kept.settings;
        open.host = u"192.168.1.10"_s;
        QVERIFY(!checkFault(rule, open).ok());
        Settings proxied = kept.settings;
        proxied.trustedProxies = {u"127.0.0.1"_s};
        QVERIFY(!checkFault(rule, proxied).ok());
        QVERIFY(checkFault(rule, kept.settings).ok());
        rule.code.clear();
        rule.effect.outcome = FaultOutcome::Duplicate;
        QVERIFY(checkFault(rule, open).ok());
    }

    void allAndAnyComeToAHundredPercentAtMost()
    {
        Kept kept;
        QVERIFY(kept.book.set(ruleForAny(60, FaultOutcome::TimeOut), kept.settings).ok());
        QVERIFY(kept.book.set(ruleForAny(40, FaultOutcome::ProviderError, 500), kept.settings).ok());
        const Result<FaultRule> more =
            kept.book.set(ruleForAny(1, FaultOutcome::ProviderError, 503), kept.settings);
        QVERIFY(!more.ok());
        QVERIFY(more.error().detail.contains(u"101 %"));
        // The same once more is a replacement.
        QVERIFY(kept.book.set(ruleForAny(20, FaultOutcome::TimeOut), kept.settings).ok());
        QVERIFY(kept.book.set(ruleForAny(1, FaultOutcome::ProviderError, 503), kept.settings).ok());
        QCOMPARE(kept.book.rules().size(), 3);
    }

    void hasAnEndToTheirNumber()
    {
        Kept kept;
        QByteArrayList rules;
        for (int i = 0; i <= FaultBook::MaxRules; ++i)
            rules << QByteArray(R"({"phone":"+1202555NNNN","outcome":"locked"})")
                         .replace("NNNN", QByteArray::number(1000 + i));
        kept.write(QByteArray(R"({"faults":[RULES]})").replace("RULES", rules.join(',')));
        const Result<void> loaded = kept.book.load(kept.settings);
        QVERIFY(!loaded.ok());
        QVERIFY(loaded.error().detail.contains(QString::number(FaultBook::MaxRules)));
    }

    // --- which rule a sign-in meets

    void costsNoDieWithoutRules()
    {
        struct NoRandom final : Random
        {
            quint64 below(quint64) override { qFatal("the die was used"); }
            QByteArray bytes(qsizetype) override { qFatal("the die was used"); }
        } random;
        Kept kept;
        FaultBook book(kept.file, kept.clock, random);
        QVERIFY(!book.forSignIn(ann));
        QVERIFY(book.set(ruleFor(ann), kept.settings).ok());
        QVERIFY(book.forSignIn(ann));
        QVERIFY(!book.forSignIn(bob));
    }

    void theVeryNumberComesFirst()
    {
        Kept kept;
        QVERIFY(kept.book.set(ruleForAny(100, FaultOutcome::TimeOut), kept.settings).ok());
        QVERIFY(kept.book.set(ruleFor(ann, FaultOutcome::Duplicate), kept.settings).ok());
        QCOMPARE(kept.book.forSignIn(ann)->effect.outcome, FaultOutcome::Duplicate);
        QCOMPARE(kept.book.forSignIn(bob)->effect.outcome, FaultOutcome::TimeOut);
        QCOMPARE(kept.book.ofNumber(ann)->effect.outcome, FaultOutcome::Duplicate);
        QVERIFY(!kept.book.ofNumber(bob));
        QCOMPARE(kept.book.rules().first().phone, ann);
    }

    void everyShareOfTheDieIsItsOwn()
    {
        Kept kept;
        QVERIFY(kept.book.set(ruleForAny(10, FaultOutcome::TimeOut), kept.settings).ok());
        QVERIFY(kept.book.set(ruleForAny(25, FaultOutcome::ProviderError, 500), kept.settings).ok());
        QMap<QString, int> met;
        for (int i = 0; i < 100; ++i) {
            kept.random.next = quint64(i);
            const FaultBook::Match rule = kept.book.forSignIn(ann);
            ++met[rule ? rule->id() : QString()];
        }
        QCOMPARE(met,
                 (QMap<QString, int>{{u"any:time_out"_s, 10}, {u"any:provider_error:500"_s, 25}, {QString(), 65}}));
    }

    void endsByItself()
    {
        Kept kept;
        FaultRule brief = ruleFor(ann);
        brief.until = kept.clock.now() + 10s;
        FaultRule share = ruleForAny(100, FaultOutcome::TimeOut);
        share.until = kept.clock.now() + 20s;
        QVERIFY(kept.book.set(brief, kept.settings).ok());
        QVERIFY(kept.book.set(share, kept.settings).ok());
        QCOMPARE(kept.book.nextEnd(), brief.until);
        kept.clock.advance(9999ms);
        QCOMPARE(kept.book.forSignIn(ann)->effect.outcome, FaultOutcome::NeverArrives);
        kept.clock.advance(1ms);
        QVERIFY(!kept.book.ofNumber(ann));
        QCOMPARE(kept.book.forSignIn(ann)->effect.outcome, FaultOutcome::TimeOut);
        QCOMPARE(kept.book.rules().size(), 1);
        const int changes = kept.changes;
        kept.book.dropEnded();
        QCOMPARE(kept.changes, changes + 1);
        QCOMPARE(kept.book.nextEnd(), share.until);
        kept.clock.advance(10s);
        QVERIFY(!kept.book.forSignIn(ann));
        kept.book.dropEnded();
        QCOMPARE(kept.book.nextEnd(), std::nullopt);
        QVERIFY(!kept.book.set(brief, kept.settings).ok()); // it would be over already
    }

    // --- the file

    void survivesARestart()
    {
        Kept kept;
        FaultRule first = ruleFor(ann, FaultOutcome::Delivered);
        first.code = u"0007"_s;
        first.until = kept.clock.now() + 60s;
        FaultRule second = ruleForAny(30, FaultOutcome::ProviderError, 503);
        QVERIFY(kept.book.set(first, kept.settings).ok());
        QVERIFY(kept.book.set(second, kept.settings).ok());
        QCOMPARE(QFile::permissions(kept.file) & QFile::Permissions::fromInt(0x0077), QFile::Permissions());

        FaultBook again(kept.file, kept.clock, kept.random);
        QVERIFY(again.load(kept.settings).ok());
        QCOMPARE(again.rules(), (QList<FaultRule>{first, second}));
        kept.clock.advance(60s);
        FaultBook later(kept.file, kept.clock, kept.random);
        QVERIFY(later.load(kept.settings).ok());
        QCOMPARE(later.rules(), QList<FaultRule>{second});
    }

    void removesAndClears()
    {
        Kept kept;
        QVERIFY(kept.book.set(ruleFor(ann), kept.settings).ok());
        QVERIFY(kept.book.set(ruleFor(bob), kept.settings).ok());
        QCOMPARE(kept.book.remove(u"+12025550109"_s).error().code, ErrorCode::NotFound);
        QVERIFY(kept.book.remove(ann.e164()).ok());
        QVERIFY(!kept.text().contains("+12025550101"));
        QCOMPARE(kept.book.rules().size(), 1);
        QCOMPARE(kept.book.clear().value(), 1);
        QCOMPARE(kept.book.clear().value(), 0);
        QVERIFY(!kept.book.forSignIn(bob));
        QVERIFY(kept.book.load(kept.settings).ok());
        QVERIFY(kept.book.rules().isEmpty());
    }

    void missingFileHasNoRules()
    {
        Kept kept;
        QVERIFY(kept.book.set(ruleFor(ann), kept.settings).ok());
        QVERIFY(QFile::remove(kept.file));
        QVERIFY(kept.book.load(kept.settings).ok());
        QVERIFY(kept.book.rules().isEmpty());
    }

    void brokenFileIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *text, const char *words) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(words);
        };
        row("empty", "", "");
        row("cut off", "{\"faults\":[{\"phone\":\"+1202", "line 1");
        row("a list", "[]", "\"faults\"");
        row("no list", R"({"faults":{}})", "\"faults\"");
        row("another member", R"({"faults":[],"more":1})", "\"faults\"");
        row("second rule", R"({"faults":[{"phone":"+12025550101","outcome":"locked"},{"phone":"+12025550102"}]})",
            "rule 2: ");
        row("unknown member", R"({"faults":[{"phone":"+12025550101","oops":1}]})",
            "rule 1: unknown member \"oops\"");
        row("code of another length", R"({"faults":[{"phone":"+12025550101","code":"123456"}]})",
            "rule 1: code: a text of 4 digits");
        row("twice",
            R"({"faults":[{"phone":"+12025550101","outcome":"locked"},{"phone":"+12025550101","outcome":"expired"}]})",
            "rule 2: an earlier rule");
        row("too probable",
            R"({"faults":[{"probability":60,"outcome":"time_out"},{"probability":60,"outcome":"duplicate"}]})",
            "120 %");
    }
    void brokenFileIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        Kept kept;
        QVERIFY(kept.book.set(ruleFor(bob), kept.settings).ok());
        kept.write(text);
        const Result<void> loaded = kept.book.load(kept.settings);
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::Settings);
        QVERIFY2(loaded.error().detail.startsWith(kept.file + u": "_s), qPrintable(loaded.error().detail));
        QVERIFY2(loaded.error().detail.contains(words), qPrintable(loaded.error().detail));
        QCOMPARE(kept.book.rules(), QList<FaultRule>{ruleFor(bob)}); // as they were
    }

    void changesNothingThatItCannotWrite()
    {
        Kept kept;
        QVERIFY(kept.book.set(ruleFor(ann), kept.settings).ok());
        QFile::remove(kept.file);
        QVERIFY(QDir().mkdir(kept.file)); // a folder in its place cannot be replaced
        QCOMPARE(kept.book.set(ruleFor(bob), kept.settings).error().code, ErrorCode::Storage);
        QCOMPARE(kept.book.remove(ann.e164()).error().code, ErrorCode::Storage);
        QCOMPARE(kept.book.clear().error().code, ErrorCode::Storage);
        QCOMPARE(kept.book.load(kept.settings).error().code, ErrorCode::Storage);
        QCOMPARE(kept.book.rules(), QList<FaultRule>{ruleFor(ann)});
    }

    // --- in the database

    void effectsLieInTheDatabase()
    {
        const QList<FaultEffect> effects{
            {FaultOutcome::ProviderError, 503, 1500ms}, {FaultOutcome::TimeOut, 0, 0ms},
            {FaultOutcome::NeverArrives, 0, 0ms},       {FaultOutcome::Duplicate, 0, 3ms},
            {FaultOutcome::OutOfOrder, 0, 0ms},         {FaultOutcome::Delivered, 0, 60000ms}};
        for (const FaultEffect &effect : effects)
            QCOMPARE(FaultEffect::fromStored(effect.stored()), effect);
        QCOMPARE(FaultEffect().stored(), QString());
        QCOMPARE((FaultEffect{FaultOutcome::Expired, 0, 0ms}).stored(), QString());
        QCOMPARE(FaultEffect::fromStored(u"something newer"_s), FaultEffect());
    }
};

QTEST_GUILESS_MAIN(tst_FaultBook)
#include "tst_faultbook.moc"
