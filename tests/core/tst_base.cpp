// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/base/Mailbox.h"
#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/base/Sealer.h"
#include "core/base/Secret.h"
#include "tests/support/FixedRandom.h"

#include <QSet>
#include <QTest>
#include <QThread>
#include <atomic>
#include <memory>
#include <type_traits>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// Pearson's statistic of how often each of the equally likely values came up.
double chiSquare(const std::vector<int> &counts)
{
    double total = 0;
    for (const int count : counts)
        total += count;
    const double expected = total / double(counts.size());
    double sum = 0;
    for (const int count : counts)
        sum += (count - expected) * (count - expected) / expected;
    return sum;
}

const QByteArray Key = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

} // namespace

// Bytes that must not leak convert to nothing and print as nothing.
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<Secret, bool>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);

class tst_Base : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A bound of the distribution's tail at about 1e-9: it fails when the source is unfair, and otherwise never.
    void digitsAreUniform_data()
    {
        QTest::addColumn<int>("position");
        for (int position = 0; position < 4; ++position)
            QTest::addRow("digit %d", position + 1) << position;
    }
    void digitsAreUniform()
    {
        QFETCH(int, position);
        SystemRandom random;
        std::vector<int> counts(10);
        for (int i = 0; i < 20000; ++i)
            ++counts[size_t(random.digits(4).at(position).digitValue())];
        QCOMPARE_LT(chiSquare(counts), 62.0); // 9 degrees of freedom
    }

    void codesAreUniform()
    {
        SystemRandom random;
        std::vector<int> counts(100); // by the first two digits: those with leading zeros are among them
        for (int i = 0; i < 50000; ++i)
            ++counts[random.digits(6).first(2).toUInt()];
        QCOMPARE_LT(chiSquare(counts), 210.0); // 99 degrees of freedom
    }

    // A remainder of 64-bit numbers would give small results of this bound twice as often as large ones.
    void largeBoundsAreUniform()
    {
        SystemRandom random;
        constexpr quint64 Bound = (quint64(1) << 63) + (quint64(1) << 62); // 3/4 of the range
        std::vector<int> counts(3);
        for (int i = 0; i < 30000; ++i) {
            const quint64 drawn = random.below(Bound);
            QVERIFY(drawn < Bound);
            ++counts[drawn / (quint64(1) << 62)];
        }
        QCOMPARE_LT(chiSquare(counts), 42.0); // 2 degrees of freedom
    }

    void digitsKeepTheirZeros_data()
    {
        QTest::addColumn<quint64>("drawn");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("digits");
        QTest::newRow("all zeros") << quint64(0) << 4 << u"0000"_s;
        QTest::newRow("leading zeros") << quint64(42) << 6 << u"000042"_s;
        QTest::newRow("whole") << quint64(4321) << 4 << u"4321"_s;
        QTest::newRow("one digit") << quint64(7) << 1 << u"7"_s;
        QTest::newRow("longest") << quint64(123) << 18 << u"000000000000000123"_s;
        QTest::newRow("largest") << quint64(999'999'999'999'999'999) << 18 << u"999999999999999999"_s;
    }
    void digitsKeepTheirZeros()
    {
        QFETCH(quint64, drawn);
        QFETCH(int, length);
        FixedRandom random(drawn);
        QTEST(random.digits(length), "digits");
    }

    void bytesAreAsManyAsAskedAndFresh()
    {
        SystemRandom random;
        QCOMPARE(random.bytes(0), QByteArray());
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray bytes = random.bytes(16);
            QCOMPARE(bytes.size(), 16);
            seen.insert(bytes);
        }
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(random.below(1), quint64(0));
    }

    void sealsAndOpens_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("code") << QByteArray("4821");
        QTest::newRow("zeros") << QByteArray("\0\0\0", 3);
        QTest::newRow("long") << QByteArray(100000, 'x');
    }
    void sealsAndOpens()
    {
        QFETCH(QByteArray, plain);
        SystemRandom random;
        const Sealer sealer(Secret(Key), random);
        const QByteArray sealed = sealer.seal(plain, "code:7");
        QCOMPARE(sealed.size(), plain.size() + 24 + 16);
        if (plain.size() > 3)
            QVERIFY(!sealed.contains(plain));
        QCOMPARE(sealer.open(sealed, "code:7").value_or("failed"), plain);
        QVERIFY(sealer.seal(plain, "code:7") != sealed);

        QVERIFY(!sealer.open(sealed, "code:8"));
        QVERIFY(!sealer.open(sealed, ""));
        QVERIFY(!Sealer(Secret(QByteArray(32, 'k')), random).open(sealed, "code:7"));
        QVERIFY(!sealer.open(sealed.chopped(1), "code:7"));
        QVERIFY(!sealer.open(sealed + 'x', "code:7"));
        QVERIFY(!sealer.open({}, "code:7"));
        QVERIFY(!sealer.open(sealed.first(39), "code:7"));
    }

    void everyBitOfASealCounts()
    {
        SystemRandom random;
        const Sealer sealer(Secret(Key), random);
        const QByteArray sealed = sealer.seal("4821", "context");
        for (qsizetype i = 0; i < sealed.size() * 8; ++i) {
            QByteArray changed = sealed;
            changed[i / 8] = char(changed[i / 8] ^ (1 << (i % 8)));
            QVERIFY2(!sealer.open(changed, "context"), qPrintable(QString::number(i)));
        }
    }

    // draft-irtf-cfrg-xchacha-03, A.3.1
    void opensTheVectorOfTheDraft()
    {
        SystemRandom random;
        const Sealer sealer(
            Secret(QByteArray::fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")),
            random);
        const QByteArray sealed = QByteArray::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657"
                                                      "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c2139"
                                                      "6cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c670"
                                                      "8c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3f"
                                                      "ac2bc369488f76b2383565d3fff921f9664c97637da9"
                                                      "768812f615c68b13b52e"
                                                      "c0875924c1c7987947deafd8780acf49");
        QCOMPARE(sealer.open(sealed, QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7")).value_or("failed"),
                 "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
                 "sunscreen would be it.");
    }

    void digestsAndNamesOfKeys()
    {
        SystemRandom random;
        const Sealer sealer(Secret(Key), random);
        const Sealer other(Secret(QByteArray(32, 'k')), random);
        QCOMPARE(sealer.digest("4821"), sealer.digest("4821"));
        QCOMPARE(sealer.digest("4821").size(), 32);
        QVERIFY(sealer.digest("4821") != sealer.digest("4822"));
        QVERIFY(sealer.digest("4821") != other.digest("4821"));
        // BLAKE2b-256 with the key 00…1f over nothing, as Python's hashlib.blake2b gives it.
        QCOMPARE(sealer.digest({}).toHex(), "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d");
        QCOMPARE(sealer.keyId().size(), 16);
        QVERIFY(sealer.keyId() != other.keyId());
        QVERIFY(!Key.toHex().contains(sealer.keyId()));
    }

    void secretsAreTheirOwn()
    {
        QByteArray original("hunter2");
        const QByteArray copy = original;
        const Secret secret(original);
        QCOMPARE(original, "hunter2"); // shared with a copy: nobody else's bytes are wiped
        original[0] = 'H';
        QCOMPARE(secret.reveal(), "hunter2");
        QCOMPARE(copy, "hunter2");

        const Secret same = secret;
        QVERIFY(same == secret);
        QVERIFY(secret == Secret("hunter2"));
        QVERIFY(!(secret == Secret("hunter3")));
        QVERIFY(!(secret == Secret("hunter")));
        QVERIFY(!(secret == Secret()));
        QVERIFY(Secret() == Secret(""));
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret("").isEmpty());
        QVERIFY(!secret.isEmpty());
        QCOMPARE(Secret().reveal(), QByteArray());
    }

    void wipingLeavesZeros()
    {
        QByteArray bytes("hunter2");
        bytes.detach();
        wipe(bytes);
        QCOMPARE(bytes, QByteArray(7, '\0'));

        QByteArray mine("hunter2");
        mine.detach();
        const QByteArray shared = mine;
        wipe(mine);
        QCOMPARE(shared, "hunter2");

        QByteArray moved("hunter2");
        moved.detach();
        const Secret secret(std::move(moved));
        QCOMPARE(secret.reveal(), "hunter2");
    }

    void comparesInConstantTime()
    {
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(equalInConstantTime("4821", "4821"));
        QVERIFY(!equalInConstantTime("4821", "4822"));
        QVERIFY(!equalInConstantTime("4821", "48210"));
        QVERIFY(!equalInConstantTime("4821", ""));
        QVERIFY(!equalInConstantTime(QByteArray("a\0b", 3), QByteArray("a\0c", 3)));
    }

    void mailRunsInOrderOnItsThread()
    {
        Mailbox mailbox;
        std::vector<int> delivered;
        mailbox.post([&] { delivered.push_back(1); });
        mailbox.post({[&] { delivered.push_back(2); }, [&] { delivered.push_back(3); }});
        QVERIFY(delivered.empty()); // never before the poster is done
        QTRY_COMPARE(delivered.size(), size_t(3));
        QCOMPARE(delivered, (std::vector<int>{1, 2, 3}));
    }

    void mailFromWithinComesLater()
    {
        Mailbox mailbox;
        std::vector<int> delivered;
        mailbox.post([&] {
            mailbox.post([&] { delivered.push_back(2); });
            delivered.push_back(1);
        });
        QTRY_COMPARE(delivered, (std::vector<int>{1, 2}));
    }

    void mailFromManyThreads()
    {
        constexpr int Senders = 4;
        constexpr int Each = 2000;
        Mailbox mailbox;
        QThread *const home = QThread::currentThread();
        std::vector<int> last(Senders, -1);
        int inOrder = 0;
        bool here = true;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int sender = 0; sender < Senders; ++sender) {
            threads.emplace_back(QThread::create([&, sender] {
                for (int i = 0; i < Each; ++i) {
                    mailbox.post([&, sender, i] {
                        inOrder += last[size_t(sender)] == i - 1;
                        last[size_t(sender)] = i;
                        here = here && QThread::currentThread() == home;
                    });
                }
            }));
            threads.back()->start();
        }
        QTRY_COMPARE(inOrder, Senders * Each);
        QVERIFY(here);
        for (const auto &thread : threads)
            QVERIFY(thread->wait(10000));
    }

    // Much finished work at once wakes the thread once.
    void mailIsDeliveredInGroups()
    {
        struct Counting : Mailbox
        {
            bool event(QEvent *event) override
            {
                wakeUps += event->type() == QEvent::MetaCall;
                return Mailbox::event(event);
            }
            int wakeUps = 0;
        };
        Counting mailbox;
        int delivered = 0;
        for (int i = 0; i < 1000; ++i)
            mailbox.post([&] { ++delivered; });
        QTRY_COMPARE(delivered, 1000);
        QCOMPARE(mailbox.wakeUps, 1);
    }

    void whatWaitsInADestroyedMailboxNeverRuns()
    {
        int delivered = 0;
        const auto kept = std::make_shared<int>(1);
        {
            Mailbox mailbox;
            mailbox.post([&delivered, kept] { ++delivered; });
            QCOMPARE(kept.use_count(), 2L);
        }
        QCOMPARE(kept.use_count(), 1L); // and what it held is let go
        QCoreApplication::processEvents();
        QCOMPARE(delivered, 0);
    }

    void errorsHaveStableNames()
    {
        const QList<QPair<ErrorCode, QLatin1StringView>> names{
            {ErrorCode::InvalidInput, "invalid_input"_L1},
            {ErrorCode::InvalidPhone, "invalid_phone"_L1},
            {ErrorCode::CodeNotFound, "code_not_found"_L1},
            {ErrorCode::SentEarly, "sent_early"_L1},
            {ErrorCode::UserExists, "user_exists"_L1},
            {ErrorCode::NotAuthenticated, "not_authenticated"_L1},
            {ErrorCode::LimitReached, "limit_reached"_L1},
            {ErrorCode::CountryNotAllowed, "country_not_allowed"_L1},
            {ErrorCode::NotFound, "not_found"_L1},
            {ErrorCode::NotAllowed, "not_allowed"_L1},
            {ErrorCode::Busy, "busy"_L1},
            {ErrorCode::Storage, "storage"_L1},
            {ErrorCode::SecretsLocked, "secrets_locked"_L1},
            {ErrorCode::SecretsUnavailable, "secrets_unavailable"_L1},
            {ErrorCode::SecretMissing, "secret_missing"_L1},
            {ErrorCode::InUse, "in_use"_L1},
            {ErrorCode::TimedOut, "timed_out"_L1},
            {ErrorCode::Provider, "provider"_L1},
            {ErrorCode::Settings, "settings"_L1},
            {ErrorCode::Cancelled, "cancelled"_L1},
            {ErrorCode::Internal, "internal"_L1},
        };
        QSet<QString> seen;
        for (const auto &[code, name] : names) {
            QCOMPARE(wireName(code), name);
            seen.insert(name);
        }
        QCOMPARE(seen.size(), names.size());
        // Internal is the last one of the enumeration: none is missing above.
        QCOMPARE(names.size(), qsizetype(ErrorCode::Internal) + 1);
    }

    void resultsHoldOneOfTwo()
    {
        const Result<QString> value(u"text"_s);
        QVERIFY(value);
        QCOMPARE(*value, u"text"_s);
        QCOMPARE(value->size(), 4);
        const Result<QString> error(ErrorCode::Busy, u"later"_s);
        QVERIFY(!error);
        QCOMPARE(error.error().code, ErrorCode::Busy);
        QCOMPARE(error.error().detail, u"later"_s);
        const Result<std::unique_ptr<int>> moved(std::make_unique<int>(7));
        QCOMPARE(**moved, 7);
        QVERIFY(Result<void>());
        QVERIFY(!Result<void>(ErrorCode::Busy));
    }

    void timesHaveOneForm()
    {
        const Timestamp time = fromMs(1'767'260'467'212);
        QCOMPARE(toIso(time), u"2026-01-01T09:41:07.212Z"_s);
        QCOMPARE(toMs(time), 1'767'260'467'212);
        QCOMPARE(toIso(fromMs(0)), u"1970-01-01T00:00:00.000Z"_s);
        QCOMPARE(toIso(fromMs(-1)), u"1969-12-31T23:59:59.999Z"_s);
        QCOMPARE(toIso(fromMs(1'709'251'199'999)), u"2024-02-29T23:59:59.999Z"_s);
        const SystemClock clock;
        const milliseconds before = clock.uptime();
        QVERIFY(clock.uptime() >= before);
        QVERIFY(qAbs(toMs(clock.now()) - QDateTime::currentMSecsSinceEpoch()) < 10000);
    }
};

QTEST_GUILESS_MAIN(tst_Base)
#include "tst_base.moc"
