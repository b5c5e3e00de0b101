// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowEntry.h"

#include "core/flow/FlowCheck.h"
#include "core/flow/FlowRun.h"
#include "core/flow/FlowTally.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostWords = 200;

} // namespace

FlowEntry entryOf(FlowEntry::Kind kind, const PhoneNumber &phone, const QList<Exchange> &exchanges)
{
    FlowEntry entry;
    entry.kind = kind;
    entry.phone = phone.masked();
    if (exchanges.isEmpty())
        return entry;
    const Exchange &last = exchanges.last();
    const QString path = last.url.path();
    const FlowStep step = path.endsWith("/sign-in/"_L1)                ? FlowStep::SignIn
                          : path.endsWith("/sandbox/messages/wait"_L1) ? FlowStep::CodeArrival
                                                                       : FlowStep::Verify;
    entry.at = exchanges.first().startedAt;
    for (const Exchange &exchange : exchanges)
        entry.duration += exchange.duration;
    entry.step = wireName(step);
    entry.status = last.status;
    entry.passed = step == FlowStep::Verify && last.succeeded();
    entry.words = last.status == 0 ? last.failure : wordsIn(last.responseBody);
    const QString code = QJsonDocument::fromJson(last.requestBody).object().value("code"_L1).toString();
    entry.words.replace(phone.e164(), u"(number)"_s);
    if (!code.isEmpty())
        entry.words.replace(code, u"(code)"_s);
    entry.words = entry.words.simplified().left(MostWords);
    return entry;
}

std::optional<FlowEntry> entryOf(const FlowCheckReport &report)
{
    using Verdict = FlowCheckReport::Verdict;
    if (report.verdict != Verdict::AsExpected && report.verdict != Verdict::Otherwise)
        return std::nullopt;
    FlowEntry entry =
        entryOf(FlowEntry::Kind::Check, PhoneNumber::fromStored(phoneOf(report.check)), {report.answer});
    entry.detail = wireName(report.check);
    if (report.check == FlowCheck::BadNumber)
        entry.phone.clear(); // it is none
    entry.passed = report.verdict == Verdict::AsExpected;
    return entry;
}

FlowEntry entryOf(const FlowRunResult &result)
{
    FlowEntry entry;
    entry.kind = FlowEntry::Kind::Run;
    entry.at = result.startedAt;
    entry.detail =
        u"%1 %2 %3"_s.arg(result.options.count).arg(result.options.parallel).arg(result.options.perSecond);
    entry.passed = result.passed();
    entry.phone = result.options.firstPhone.masked();
    entry.duration = result.progress.elapsed;
    entry.passedFlows = result.progress.passed;
    entry.failedFlows = result.progress.failed;
    return entry;
}

} // namespace smsauth
