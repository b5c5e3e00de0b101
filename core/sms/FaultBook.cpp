// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/FaultBook.h"

#include "core/settings/PrivateFile.h"
#include "core/sms/FaultRules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr qint64 LargestFile = 1024 * 1024;

/// Puts it in the place of the rule with its id, or at the end.
void put(QList<FaultRule> &rules, const FaultRule &rule)
{
    const auto same = std::find_if(rules.begin(), rules.end(),
                                   [id = rule.id()](const FaultRule &other) { return other.id() == id; });
    if (same == rules.end())
        rules.append(rule);
    else
        *same = rule;
}

/// What one rule alone does not show.
Result<void> checkTogether(const QList<FaultRule> &rules)
{
    if (rules.size() > FaultBook::MaxRules)
        return {ErrorCode::InvalidInput, u"at most %1 rules are possible"_s.arg(FaultBook::MaxRules)};
    int percent = 0;
    for (const FaultRule &rule : rules)
        percent += rule.probability;
    if (percent > 100)
        return {ErrorCode::InvalidInput,
                u"probability: the rules for any number would come to %1 %; 100 % is the most"_s.arg(percent)};
    return {};
}

QList<FaultRule> onlyHolding(QList<FaultRule> rules, Timestamp now)
{
    rules.removeIf([now](const FaultRule &rule) { return !rule.holdsAt(now); });
    return rules;
}

Result<QList<FaultRule>> readRules(const QByteArray &text, const Settings &settings, Timestamp now)
{
    const Result<JsonValue> root = readJson(text, {.depth = 4, .size = LargestFile});
    if (!root)
        return root.error();
    const JsonValue *list = root->member(u"faults");
    if (!root->isObject() || root->asObject()->size() != 1 || !list || !list->asList())
        return {ErrorCode::InvalidInput, u"one object with the member \"faults\", a list, is required"_s};
    QList<FaultRule> rules;
    for (const JsonValue &entry : *list->asList()) {
        const auto where = [number = rules.size() + 1](const Error &error) {
            return Error{error.code, u"rule %1: %2"_s.arg(number).arg(error.detail), {}};
        };
        const Result<FaultRule> rule = faultFromJson(entry, settings.region, now);
        if (!rule)
            return where(rule.error());
        if (const Result<void> good = checkFault(*rule, settings); !good)
            return where(good.error());
        const bool twice = std::any_of(rules.begin(), rules.end(),
                                       [&](const FaultRule &other) { return other.id() == rule->id(); });
        if (twice)
            return where({ErrorCode::InvalidInput, u"an earlier rule is for the same"_s, {}});
        rules.append(*rule);
    }
    rules = onlyHolding(rules, now);
    if (const Result<void> good = checkTogether(rules); !good)
        return good.error();
    return rules;
}

} // namespace

FaultBook::FaultBook(QString file, const Clock &clock, Random &random)
    : m_file(std::move(file))
    , m_clock(clock)
    , m_random(random)
    , m_current(std::make_shared<const Rules>())
{
}

Result<void> FaultBook::load(const Settings &settings)
{
    const Result<QByteArray> text = PrivateFile::readAndClose(m_file, LargestFile);
    if (!text && text.error().code == ErrorCode::NotFound) {
        use({});
        return {};
    }
    if (!text)
        return text.error();
    const Result<QList<FaultRule>> rules = readRules(*text, settings, m_clock.now());
    if (!rules)
        return {ErrorCode::Settings, m_file + u": "_s + rules.error().detail};
    use(*rules);
    return {};
}

QList<FaultRule> FaultBook::rules() const
{
    QList<FaultRule> rules = onlyHolding(m_rules, m_clock.now());
    std::stable_partition(rules.begin(), rules.end(), [](const FaultRule &rule) { return !rule.isForAny(); });
    return rules;
}

Result<FaultRule> FaultBook::set(const FaultRule &rule, const Settings &settings)
{
    if (const Result<void> good = checkFault(rule, settings); !good)
        return good.error();
    if (!rule.holdsAt(m_clock.now()))
        return {ErrorCode::InvalidInput, u"until: a time in the future is required"_s};
    QList<FaultRule> changed = onlyHolding(m_rules, m_clock.now());
    put(changed, rule);
    if (const Result<void> good = checkTogether(changed); !good)
        return good.error();
    if (const Result<void> saved = save(changed); !saved)
        return saved.error();
    use(changed);
    return rule;
}

Result<FaultRule> FaultBook::setFrom(QByteArrayView json, const Settings &settings)
{
    const Result<JsonValue> value = readJson(json, {.depth = 4, .size = LargestFile});
    if (!value)
        return {ErrorCode::InvalidInput, u"the body is no JSON: "_s + value.error().detail};
    const Result<FaultRule> rule = faultFromJson(*value, settings.region, m_clock.now());
    return rule ? set(*rule, settings) : rule;
}

Result<void> FaultBook::remove(const QString &id)
{
    QList<FaultRule> changed = onlyHolding(m_rules, m_clock.now());
    if (changed.removeIf([&id](const FaultRule &rule) { return rule.id() == id; }) == 0)
        return {ErrorCode::NotFound, u"there is no such rule"_s};
    if (const Result<void> saved = save(changed); !saved)
        return saved;
    use(changed);
    return {};
}

Result<int> FaultBook::clear()
{
    const int count = int(rules().size());
    if (const Result<void> saved = save({}); !saved)
        return saved.error();
    use({});
    return count;
}

std::optional<Timestamp> FaultBook::nextEnd() const
{
    std::optional<Timestamp> next;
    for (const FaultRule &rule : m_rules) {
        if (rule.until && (!next || *rule.until < *next))
            next = rule.until;
    }
    return next;
}

void FaultBook::dropEnded()
{
    const QList<FaultRule> holding = onlyHolding(m_rules, m_clock.now());
    if (holding.size() != m_rules.size())
        use(holding);
}

FaultBook::Match FaultBook::forSignIn(const PhoneNumber &phone) const
{
    if (!m_some.load(std::memory_order_relaxed))
        return nullptr;
    if (Match own = ofNumber(phone))
        return own;
    const auto rules = current();
    if (rules->any.isEmpty())
        return nullptr;
    const Timestamp now = m_clock.now();
    // Each has its own part of the die, so that 10 % stay 10 % whatever else there is.
    int drawn = int(m_random.below(100));
    for (const Match &rule : rules->any) {
        drawn -= rule->probability;
        if (drawn < 0)
            return rule->holdsAt(now) ? rule : nullptr;
    }
    return nullptr;
}

FaultBook::Match FaultBook::ofNumber(const PhoneNumber &phone) const
{
    if (!m_some.load(std::memory_order_relaxed))
        return nullptr;
    const Match rule = current()->byNumber.value(phone);
    return rule && rule->holdsAt(m_clock.now()) ? rule : nullptr;
}

std::shared_ptr<const FaultBook::Rules> FaultBook::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

Result<void> FaultBook::save(const QList<FaultRule> &rules) const
{
    QByteArrayList lines; // a rule a line, for whoever edits it by hand
    for (const FaultRule &rule : rules)
        lines.append(faultJson(rule));
    return PrivateFile::replace(m_file, "{\"faults\":[\n" + lines.join(",\n") + "\n]}\n");
}

void FaultBook::use(const QList<FaultRule> &rules)
{
    auto fresh = std::make_shared<Rules>();
    for (const FaultRule &rule : rules) {
        if (rule.isForAny())
            fresh->any.append(std::make_shared<const FaultRule>(rule));
        else
            fresh->byNumber.insert(rule.phone, std::make_shared<const FaultRule>(rule));
    }
    {
        const std::lock_guard lock(m_mutex);
        m_current = std::move(fresh);
        m_some = !rules.isEmpty();
    }
    const bool changed = rules != m_rules;
    m_rules = rules;
    if (changed && m_changed)
        m_changed();
}

} // namespace smsauth
