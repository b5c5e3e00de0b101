// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowRunReport.h"

#include "core/base/TargetFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QXmlStreamWriter>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

double inMs(microseconds time)
{
    return double(time.count()) / 1000.0;
}

QString inSeconds(microseconds time)
{
    return QString::number(double(time.count()) / 1e6, 'f', 6);
}

QJsonObject timesJson(const FlowTimes &times)
{
    return {{u"count"_s, times.count},
            {u"p50_ms"_s, inMs(times.p50)},
            {u"p95_ms"_s, inMs(times.p95)},
            {u"p99_ms"_s, inMs(times.p99)},
            {u"max_ms"_s, inMs(times.longest)}};
}

QJsonObject failureJson(const FlowFailure &failure)
{
    // -1 stands for several.
    const QJsonValue status = failure.status < 0 ? QJsonValue() : QJsonValue(failure.status);
    return {{u"step"_s, QString(wireName(failure.step))},
            {u"status"_s, status},
            {u"answer"_s, failure.words},
            {u"count"_s, failure.count}};
}

/// XML 1.0 has no place for most control characters, and a stranger's server may say anything.
QString xmlText(const QString &text)
{
    QString result;
    for (const char32_t point : text.toUcs4()) { // an unpaired half of a character comes out as a replacement
        const bool isControl = point < U' ' && point != U'\t' && point != U'\n' && point != U'\r';
        const char32_t kept = isControl || point == 0xFFFE || point == 0xFFFF ? char32_t(0xFFFD) : point;
        result += QString::fromUcs4(&kept, 1);
    }
    return result;
}

QString kindOf(const FlowFailure &failure)
{
    const QString step = wireName(failure.step);
    if (failure.status < 0)
        return step;
    return failure.status == 0 ? step + u" no answer"_s : step + u' ' + QString::number(failure.status);
}

void writeCase(QXmlStreamWriter &xml, const FlowOutcome &outcome, const QList<FlowFailure> &failures)
{
    microseconds whole{0};
    for (const microseconds took : outcome.took)
        whole += took;
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, u"smsauth.flow"_s);
    xml.writeAttribute(u"name"_s, u"flow "_s + QString::number(outcome.index + 1));
    xml.writeAttribute(u"time"_s, inSeconds(whole));
    if (outcome.failure >= 0) {
        const FlowFailure &failure = failures.at(outcome.failure);
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, kindOf(failure));
        xml.writeAttribute(u"message"_s, xmlText(failure.words));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeSkipped(QXmlStreamWriter &xml, int index, const QString &why)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, u"smsauth.flow"_s);
    xml.writeAttribute(u"name"_s, u"flow "_s + QString::number(index + 1));
    xml.writeAttribute(u"time"_s, u"0"_s);
    xml.writeStartElement(u"skipped"_s);
    xml.writeAttribute(u"message"_s, why);
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

QList<FlowHint> hintsFor(const FlowProgress &progress)
{
    QList<FlowHint> hints;
    const auto add = [&](FlowHint hint) {
        if (!hints.contains(hint))
            hints.append(hint);
    };
    for (const FlowFailure &failure : progress.failures) {
        if (failure.status == 0)
            add(FlowHint::Unreachable);
        else if (failure.status == 429)
            add(FlowHint::Limits);
        else if (failure.status == 503)
            add(FlowHint::Overloaded);
        else if (failure.step == FlowStep::SignIn && failure.status == 400)
            add(FlowHint::ResendWait);
        else if (failure.step == FlowStep::CodeArrival && failure.status == 408)
            add(FlowHint::CodesLate);
        else if (failure.step == FlowStep::Verify && failure.status == 400)
            add(FlowHint::CodesWrong);
    }
    return hints;
}

QString hintText(FlowHint hint)
{
    switch (hint) {
    case FlowHint::ResendWait:
        return u"a number that asked before must wait (SMS_AUTH_RESEND_WAIT, else the life of a code): count from "
               "another first number"_s;
    case FlowHint::Limits:
        return u"the server limits sign-ins by number, address, prefix and country: SMS_AUTH_LIMITS=seed leaves "
               u"only "
               "the wait and the tries"_s;
    case FlowHint::Unreachable:
        return u"requests without an answer: look whether the server still runs, or try fewer flows in parallel"_s;
    case FlowHint::Overloaded:
        return u"the server refused work for a moment: try fewer flows in parallel, or a rate"_s;
    case FlowHint::CodesLate:
        return u"codes were accepted but did not arrive in time: the send log says why"_s;
    case FlowHint::CodesWrong:
        return u"codes were refused: they may have expired, or somebody else uses the same numbers"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const FlowRunResult &result)
{
    const FlowRunOptions &options = result.options;
    const FlowProgress &progress = result.progress;
    QJsonObject json{
        {u"passed"_s, progress.passed},
        {u"failed"_s, progress.failed},
        {u"not_run"_s, options.count - progress.passed - progress.failed},
        {u"stopped"_s, result.stopped},
        {u"seconds"_s, double(progress.elapsed.count()) / 1000.0},
        {u"flows_per_second"_s, progress.perSecond()},
        {u"started_at"_s, toIso(result.startedAt)},
        {u"url"_s, options.target.server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo)},
        {u"n"_s, options.count},
        {u"parallel"_s, options.parallel},
        {u"rate"_s, options.perSecond > 0 ? QJsonValue(options.perSecond) : QJsonValue()},
        {u"first_phone"_s, options.firstPhone.masked()},
        {u"flow"_s, timesJson(progress.whole)},
    };
    for (const FlowStep step : {FlowStep::SignIn, FlowStep::CodeArrival, FlowStep::Verify})
        json.insert(wireName(step), timesJson(progress.steps[size_t(step)]));
    QJsonArray failures;
    for (const FlowFailure &failure : progress.failures)
        failures.append(failureJson(failure));
    json.insert(u"errors"_s, failures);
    QJsonArray hints;
    for (const FlowHint hint : hintsFor(progress))
        hints.append(hintText(hint));
    json.insert(u"hints"_s, hints);
    if (!result.began)
        json.insert(u"problem"_s, result.problem.detail);
    return json;
}

bool writeJUnit(const FlowRunResult &result, QIODevice &device)
{
    static const std::vector<FlowOutcome> none;
    const std::vector<FlowOutcome> &outcomes = result.tally ? result.tally->outcomes() : none;
    const int count = result.options.count;
    const bool errors = !result.began && !result.stopped;
    const QString why = errors ? xmlText(result.problem.detail) : u"the run was stopped"_s;

    QXmlStreamWriter xml(&device);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"smsauth flow run"_s);
    xml.writeAttribute(u"tests"_s, QString::number(count + (errors ? 1 : 0)));
    xml.writeAttribute(u"failures"_s, QString::number(result.progress.failed));
    xml.writeAttribute(u"errors"_s, errors ? u"1"_s : u"0"_s);
    xml.writeAttribute(u"skipped"_s, QString::number(count - int(outcomes.size())));
    xml.writeAttribute(u"time"_s, inSeconds(result.progress.elapsed));
    xml.writeAttribute(u"timestamp"_s, toIso(result.startedAt));
    xml.writeStartElement(u"properties"_s);
    const QJsonObject summary = toJson(result);
    for (const auto &[name, value] : {std::pair(u"url"_s, summary.value("url"_L1).toString()),
                                      std::pair(u"parallel"_s, QString::number(result.options.parallel)),
                                      std::pair(u"rate"_s, QString::number(result.options.perSecond)),
                                      std::pair(u"first_phone"_s, result.options.firstPhone.masked()),
                                      std::pair(u"p50_ms"_s, QString::number(inMs(result.progress.whole.p50))),
                                      std::pair(u"p95_ms"_s, QString::number(inMs(result.progress.whole.p95))),
                                      std::pair(u"p99_ms"_s, QString::number(inMs(result.progress.whole.p99)))}) {
        xml.writeEmptyElement(u"property"_s);
        xml.writeAttribute(u"name"_s, name);
        xml.writeAttribute(u"value"_s, xmlText(value));
    }
    xml.writeEndElement();

    if (errors) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, u"smsauth.flow"_s);
        xml.writeAttribute(u"name"_s, u"server"_s);
        xml.writeAttribute(u"time"_s, u"0"_s);
        xml.writeStartElement(u"error"_s);
        xml.writeAttribute(u"type"_s, wireName(result.problem.code));
        xml.writeAttribute(u"message"_s, why);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    std::vector<bool> ended(size_t(count), false);
    for (const FlowOutcome &outcome : outcomes) {
        ended[size_t(outcome.index)] = true;
        writeCase(xml, outcome, result.tally->failures());
        if (xml.hasError())
            return false;
    }
    for (int index = 0; index < count; ++index) {
        if (!ended[size_t(index)])
            writeSkipped(xml, index, why);
    }
    xml.writeEndDocument();
    return !xml.hasError();
}

Result<void> saveReport(const FlowRunResult &result, const QString &file, FlowReportFormat format)
{
    TargetFile target(file);
    const auto write = [&] {
        if (format == FlowReportFormat::JUnit)
            return writeJUnit(result, target.device());
        const QByteArray text = QJsonDocument(toJson(result)).toJson();
        return target.device().write(text) == text.size();
    };
    if (target.open() && write() && target.commit())
        return {};
    return {ErrorCode::Storage, u"cannot write %1: %2"_s.arg(file, target.device().errorString())};
}

} // namespace smsauth
