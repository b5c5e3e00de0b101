// SPDX-License-Identifier: GPL-3.0-or-later
// Random stories of clients, time and restarts, told to the real services over a real database and to a model of a
// hundred lines: both must answer the same, always. RC_PARAMS="seed=… max_success=…" repeats or lengthens it;
// with SMSAUTH_SOAK=1 it is twenty times as much, and another story each time.
#include "core/auth/AuthService.h"
#include "core/maintenance/Cleanup.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"
#include "tests/core/model/SignInModel.h"
#include "tests/support/FixedRandom.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Soak.h"

#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>
#include <rapidcheck/state.h>

using namespace smsauth;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

qint64 stepsTaken = 0;

/// The services as the engine puts them together, with a clock and a die that the test holds.
class System
{
public:
    explicit System(const Settings &settings)
        : m_settings(settings)
        , m_tokens(
              std::move(TokenService::create(m_settings, TokenService::makeKey(TokenAlgorithm::HS256, m_random),
                                             m_clock, m_random)
                            .value()))
    {
        open();
    }

    Timestamp now() const { return m_clock.now(); }

    std::string perform(const Step &step, const SignInModel &before)
    {
        ++stepsTaken;
        switch (step.kind) {
        case Step::Kind::SignIn:
            m_random.next = quint64(before.nextNumber());
            return wordsOf(wait<void>([&](Done<void> done) {
                m_running->auth.start(SignInModel::phoneOf(step.phone), SignInModel::addressOf(step.address), done);
            }));
        case Step::Kind::Verify:
            return verify(step.phone, before.typed(step));
        case Step::Kind::Wear: {
            Step wrong = step;
            wrong.guess = Step::Guess::Wrong;
            std::string answers;
            for (int i = 0; i < step.times; ++i, ++stepsTaken) {
                const std::string answer = verify(step.phone, before.typed(wrong));
                m_clock.advance(SignInModel::waitIn(answer));
                answers += answer + ", ";
            }
            return answers;
        }
        case Step::Kind::Advance:
            m_clock.advance(step.time);
            return "done";
        case Step::Kind::Cleanup: {
            const auto report =
                wait<CleanupReport>([&](Done<CleanupReport> done) { m_running->cleanup.run(u"test"_s, done); });
            return report ? "removed " + std::to_string(report->removed) : wordsOf(report);
        }
        case Step::Kind::Restart:
            m_running.reset();
            open();
            return "done";
        }
        Q_UNREACHABLE();
    }

private:
    struct Running
    {
        explicit Running(System &system)
            : sealer(Secret(QByteArray(Sealer::KeySize, 'k')), system.m_random)
            , codes(system.m_settings, system.m_clock, system.m_random, sealer)
            , limits(system.m_settings, system.m_clock)
            , outbox(system.m_settings, system.m_clock, sealer)
            , signIn(system.m_settings, system.m_clock, codes, limits, outbox)
            , auth(storage, signIn, *system.m_tokens, home)
            , cleanup(storage, storage, home, system.m_settings, system.m_clock, nullptr)
        {
        }
        Sealer sealer;
        Mailbox home;
        StorageThread storage;
        CodeService codes;
        RateLimiter limits;
        Outbox outbox;
        SignIn signIn;
        AuthService auth;
        Cleanup cleanup;
    };

    void open()
    {
        m_running = std::make_unique<Running>(*this);
        const QString file = m_folder.filePath(u"model.db"_s);
        const auto opened =
            m_running->storage.start([file] { return std::make_unique<Stores>(file, Database::Access::Write); });
        RC_ASSERT(opened.ok());
    }

    template<class T, class Ask>
    Result<T> wait(Ask &&ask)
    {
        std::optional<Result<T>> answer;
        ask([&](Result<T> result) { answer = std::move(result); });
        while (!answer) {
            m_running->storage.drain();
            QCoreApplication::processEvents();
        }
        return *std::move(answer);
    }

    std::string verify(int phone, const QString &code)
    {
        const Result<SignedIn> signedIn = wait<SignedIn>(
            [&](Done<SignedIn> done) { m_running->auth.complete(SignInModel::phoneOf(phone), code, {}, done); });
        if (!signedIn)
            return wordsOf(signedIn);
        const auto claims = m_tokens->verify(signedIn->token);
        if (!claims || claims->userId != signedIn->user.id || signedIn->user.phone != SignInModel::phoneOf(phone))
            return "somebody else's token";
        return "user " + std::to_string(signedIn->user.id);
    }

    template<class T>
    static std::string wordsOf(const Result<T> &result)
    {
        if (result)
            return "done";
        switch (result.error().code) {
        case ErrorCode::SentEarly:
            return "early";
        case ErrorCode::CodeNotFound:
            return "not found";
        case ErrorCode::LimitReached:
            return "limit " + std::to_string(result.error().retryAfter.count());
        default:
            return "error: " + result.error().detail.toStdString();
        }
    }

    const Settings m_settings;
    ManualClock m_clock;
    FixedRandom m_random;
    // Nobody waits for a disk here: what a power cut leaves is another test's subject.
    QTemporaryDir m_folder{QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/smsauth-model-XXXXXX"_s : u"model-XXXXXX"_s};
    std::unique_ptr<TokenService> m_tokens;
    std::unique_ptr<Running> m_running;
};

/// Moments at which something begins or ends, and a little before.
milliseconds drawTime(const SignInModel &model, int phone)
{
    std::vector<Timestamp> moments;
    if (const auto codes = model.codes.find(phone); codes != model.codes.end() && !codes->second.empty()) {
        moments.push_back(model.expiry(codes->second.back()));
        moments.push_back(codes->second.back().created + model.settings.effectiveResendWait());
    }
    if (const auto ledger = model.ledgers.find(phone); ledger != model.ledgers.end())
        moments.push_back(ledger->second.until);
    for (const auto &[name, window] : model.windows)
        moments.push_back(window.end);
    std::erase_if(moments, [&](Timestamp moment) { return moment <= model.now + 1ms; });
    const int choice = *rc::gen::inRange(0, 6);
    if (choice < 4 && !moments.empty()) {
        const auto moment = *rc::gen::elementOf(moments);
        return moment - model.now - milliseconds(*rc::gen::inRange(0, 2));
    }
    return choice < 5 ? milliseconds(*rc::gen::inRange(1, 1'800'000)) : milliseconds(25h);
}

struct Act : rc::state::Command<SignInModel, System>
{
    explicit Act(const SignInModel &model)
    {
        using Kind = Step::Kind;
        using Guess = Step::Guess;
        step.kind = *rc::gen::weightedElement<Kind>({{7, Kind::SignIn},
                                                     {12, Kind::Verify},
                                                     {6, Kind::Advance},
                                                     {2, Kind::Cleanup},
                                                     {2, Kind::Restart},
                                                     {model.protects() ? 1u : 0u, Kind::Wear}});
        step.phone = *rc::gen::inRange(0, SignInModel::Phones);
        step.address = *rc::gen::inRange(0, SignInModel::Addresses);
        step.guess = *rc::gen::weightedElement<Guess>(
            {{5, Guess::Right}, {5, Guess::Wrong}, {2, Guess::Old}, {1, Guess::Nothing}});
        step.times = *rc::gen::inRange(1, 60);
        if (step.kind == Kind::Advance)
            step.time = drawTime(model, step.phone);
    }

    void apply(SignInModel &model) const override { model.take(step); }
    void run(const SignInModel &before, System &system) const override
    {
        SignInModel after = before;
        const std::string expected = after.take(step);
        const std::string answer = system.perform(step, before);
        RC_ASSERT(answer == expected);
        RC_ASSERT(toMs(system.now()) == toMs(after.now));
    }
    void show(std::ostream &out) const override
    {
        const char *const guesses[] = {"the right code", "a wrong code", "an old code", "nothing"};
        switch (step.kind) {
        case Step::Kind::SignIn:
            out << "phone " << step.phone << " asks for a code from address " << step.address;
            return;
        case Step::Kind::Verify:
            out << "phone " << step.phone << " sends " << guesses[int(step.guess)];
            return;
        case Step::Kind::Wear:
            out << "phone " << step.phone << " sends " << step.times << " wrong codes and sits out each wait";
            return;
        case Step::Kind::Advance:
            out << step.time.count() << " ms go by";
            return;
        case Step::Kind::Cleanup:
            out << "clear-expired";
            return;
        case Step::Kind::Restart:
            out << "restart";
            return;
        }
    }

    Step step;
};

Settings plainSettings()
{
    Settings settings;
    settings.limits = LimitsMode::Seed;
    settings.tokenAlgorithm = TokenAlgorithm::HS256;
    settings.resendWait = 0s;
    return settings;
}

/// makeSettings: may draw.
template<class Make>
bool holds(const char *what, Make &&makeSettings)
{
    return rc::check(what, [&] {
        SignInModel model;
        model.settings = makeSettings();
        System system(model.settings);
        model.now = system.now();
        rc::state::check(model, system, rc::state::gen::execOneOfWithArgs<Act>());
    });
}

} // namespace

class tst_SignInModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("RC_PARAMS"))
            return;
        qputenv("RC_PARAMS",
                isSoak() ? "max_success=2000 max_size=80" : "max_success=100 max_size=60 seed=20260101");
    }

    void codesLiveOnceAndBriefly()
    {
        QVERIFY(holds("a code is good once, for its life and tries, until a newer one", [] {
            Settings settings = plainSettings();
            settings.maxTries = *rc::gen::inRange(1, 6);
            return settings;
        }));
    }

    void aNumberWaitsForItsNextCode()
    {
        QVERIFY(holds("a number waits for its next code", [] {
            Settings settings = plainSettings();
            settings.codeLife = *rc::gen::element<seconds>(20s, 60s);
            settings.resendWait = *rc::gen::element<std::optional<seconds>>(std::nullopt, 1s, 20s, 90s, 600s);
            return settings;
        }));
    }

    void limitsAreExact()
    {
        QVERIFY(holds("every limit lets through as many as it says", [] {
            Settings settings = plainSettings();
            settings.limits = LimitsMode::Protect;
            settings.resendWait = *rc::gen::element<std::optional<seconds>>(0s, 5s);
            const auto drawn = [](int least, int most) { return *rc::gen::inRange(least, most); };
            settings.limitPhone = {{drawn(1, 4), 60s}, {drawn(2, 6), 600s}};
            settings.limitAddress = {{drawn(2, 8), 300s}};
            settings.limitPrefix = {{drawn(3, 10), 400s}};
            settings.limitCountry = {{drawn(3, 10), 500s}};
            settings.limitGlobal = {{drawn(3, 10), 3600s}};
            return settings;
        }));
    }

    void theLedgerOutlivesCodesAndRestarts()
    {
        QVERIFY(holds("failures add up over codes, cleanups and restarts until a success", [] {
            Settings settings = plainSettings();
            settings.limits = LimitsMode::Protect;
            settings.codeLife = 600s;
            settings.limitPhone = settings.limitAddress = settings.limitPrefix = settings.limitCountry =
                settings.limitGlobal = {{1'000'000, 3600s}};
            return settings;
        }));
    }

    void cleanupTestCase()
    {
        std::printf("%lld steps\n", stepsTaken);
        QVERIFY(noteResult(u"random stories of sign-ins"_s, u"%1 steps"_s.arg(stepsTaken),
                           u"no answer differs from the model's"_s));
    }
};

QTEST_GUILESS_MAIN(tst_SignInModel)
#include "tst_signinmodel.moc"
