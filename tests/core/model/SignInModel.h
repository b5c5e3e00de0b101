// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/LimitSubject.h"
#include "core/base/Clock.h"
#include "core/settings/Settings.h"

#include <map>
#include <vector>

namespace smsauth {

/// One thing that a client, time or the operator does.
struct Step
{
    enum class Kind { SignIn, Verify, Wear, Advance, Cleanup, Restart };
    enum class Guess { Right, Wrong, Old, Nothing };

    Kind kind = Kind::SignIn;
    int phone = 0;
    int address = 0;
    Guess guess = Guess::Right; ///< with Verify
    int times = 0;              ///< with Wear: wrong guesses, each wait sat out
    milliseconds time{0};       ///< with Advance
};

/// What security.md says of codes, waits, tries and limits, once more and as simply as it can be said: no storage,
/// no threads, no sealing. Answers are short lines: "early", "limit 30", "user 2".
class SignInModel
{
public:
    static constexpr int Phones = 3;
    static constexpr int Addresses = 2;

    struct Code
    {
        int number = 0; ///< what the die shows
        Timestamp created{};
        int tries = 0;
        bool live = true; ///< neither used, nor replaced, nor guessed at too often; it may have run out
        bool used = false;
    };
    struct Window
    {
        Timestamp end{};
        int used = 0;
    };
    struct Ledger
    {
        int failures = 0;
        Timestamp until{};
    };

    Settings settings;
    Timestamp now{};
    std::map<int, std::vector<Code>> codes;
    std::map<int, std::vector<int>> former; ///< numbers that were replaced, used or cleaned away
    std::map<std::string, Window> windows;  ///< scope, subject and length
    std::map<int, Ledger> ledgers;
    std::map<int, int> users;
    int drawn = 0;

    static PhoneNumber phoneOf(int phone)
    {
        return PhoneNumber::fromStored(QStringLiteral("+1202555010%1").arg(phone), QStringLiteral("US"));
    }
    static QString addressOf(int address) { return QStringLiteral("192.0.2.%1").arg(address + 1); }
    /// No two codes of a run are the same.
    int nextNumber() const { return (4321 + drawn * 7919) % 10000; }

    Timestamp expiry(const Code &code) const { return code.created + settings.codeLife; }
    const Code *liveCode(int phone) const
    {
        const auto of = codes.find(phone);
        if (of == codes.end() || of->second.empty())
            return nullptr;
        const Code &code = of->second.back();
        return code.live && expiry(code) > now && code.tries < settings.maxTries ? &code : nullptr;
    }
    /// What somebody types. Right: the newest code, even when it is over.
    QString typed(const Step &step) const
    {
        const auto of = codes.find(step.phone);
        const bool any = of != codes.end() && !of->second.empty();
        const auto old = former.find(step.phone);
        int number = nextNumber(); // nobody has this one yet
        if (step.guess == Step::Guess::Right && any)
            number = of->second.back().number;
        if (step.guess == Step::Guess::Old && old != former.end())
            number = old->second.back();
        return step.guess == Step::Guess::Nothing ? QString() : QString::number(number).rightJustified(4, u'0');
    }

    std::string take(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::SignIn:
            return signIn(step);
        case Step::Kind::Verify:
            return verify(step);
        case Step::Kind::Wear:
            return wear(step);
        case Step::Kind::Advance:
            now += step.time;
            return "done";
        case Step::Kind::Cleanup:
            return cleanUp();
        case Step::Kind::Restart:
            return "done";
        }
        Q_UNREACHABLE();
    }

    bool protects() const { return settings.limits == LimitsMode::Protect; }
    std::string limitAnswer(Timestamp until) const
    {
        return "limit " + std::to_string(std::chrono::ceil<seconds>(until - now).count());
    }
    template<class Action>
    void eachWindow(const Step &step, Action &&action)
    {
        for (const LimitScopeInfo &info : limitScopes()) {
            for (const Limit &limit : settings.*info.limits) {
                const QString subject = limitSubject(info.scope, phoneOf(step.phone), addressOf(step.address));
                Window &window = windows[subject.toStdString() + '/' + std::to_string(limit.window.count())];
                if (window.end <= now)
                    window = {};
                action(window, limit);
            }
        }
    }

    std::string signIn(const Step &step)
    {
        std::vector<Code> &mine = codes[step.phone];
        if (!mine.empty() && !mine.back().used && mine.back().created + settings.effectiveResendWait() > now)
            return "early";
        if (protects()) {
            std::string full;
            eachWindow(step, [&](Window &window, const Limit &limit) {
                if (full.empty() && window.used >= limit.count)
                    full = limitAnswer(window.end);
            });
            if (!full.empty())
                return full;
            eachWindow(step, [&](Window &window, const Limit &limit) {
                if (window.used++ == 0)
                    window.end = now + limit.window;
            });
        }
        if (!mine.empty()) {
            former[step.phone].push_back(mine.back().number);
            mine.back().live = false;
        }
        mine.push_back({.number = nextNumber(), .created = now});
        ++drawn;
        return "done";
    }

    std::string verify(const Step &step)
    {
        Ledger &ledger = ledgers[step.phone];
        if (protects() && ledger.until > now)
            return limitAnswer(ledger.until);
        const QString given = typed(step);
        if (liveCode(step.phone)) {
            Code &code = codes[step.phone].back();
            ++code.tries;
            if (given.toInt() == code.number && !given.isEmpty()) {
                code.live = false;
                code.used = true;
                former[step.phone].push_back(code.number);
                ledger = {};
                users.try_emplace(step.phone, int(users.size()) + 1);
                return "user " + std::to_string(users[step.phone]);
            }
            code.live = code.live && code.tries < settings.maxTries;
        }
        ++ledger.failures;
        seconds wait{0};
        for (int failure = 5; failure <= ledger.failures; ++failure)
            wait = failure == 5 ? seconds(30) : std::min<seconds>(wait * 2, std::chrono::hours(1));
        ledger.until = now + (ledger.failures >= 100 ? std::chrono::hours(24) : wait);
        return "not found";
    }

    /// "limit 30" → 30 s; 0 s for anything else.
    static seconds waitIn(const std::string &answer)
    {
        return seconds(answer.starts_with("limit ") ? std::stoll(answer.substr(6)) : 0);
    }
    std::string wear(Step step)
    {
        step.guess = Step::Guess::Wrong;
        std::string answers;
        for (int i = 0; i < step.times; ++i) {
            const std::string answer = verify(step);
            now += waitIn(answer);
            answers += answer + ", ";
        }
        return answers;
    }

    std::string cleanUp()
    {
        int expired = 0;
        for (auto &[phone, list] : codes) {
            std::erase_if(list, [&, owner = phone](const Code &code) {
                const bool over = expiry(code) <= now && code.created + settings.effectiveResendWait() <= now;
                expired += over && code.live;
                if (over)
                    former[owner].push_back(code.number);
                return over;
            });
        }
        std::erase_if(ledgers,
                      [&](const auto &entry) { return entry.second.until + std::chrono::hours(24) <= now; });
        return "removed " + std::to_string(expired);
    }
};

} // namespace smsauth
