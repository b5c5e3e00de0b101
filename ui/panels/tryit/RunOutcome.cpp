// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/RunOutcome.h"

#include "core/flow/FlowRunReport.h"
#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/panels/tryit/LatencyChart.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString msText(std::chrono::microseconds time)
{
    return QLocale().toString(double(time.count()) / 1000.0, 'f', 1);
}

QString stepText(FlowStep step)
{
    switch (step) {
    case FlowStep::SignIn:
        return RunOutcome::tr("Sign-in");
    case FlowStep::CodeArrival:
        return RunOutcome::tr("Code arrival");
    case FlowStep::Verify:
        return RunOutcome::tr("Verify");
    }
    Q_UNREACHABLE();
}

QString hintSentence(FlowHint hint)
{
    switch (hint) {
    case FlowHint::ResendWait:
        return RunOutcome::tr(
            "A number that has asked before must wait: count from another first number, or set the "
            "resend wait to 0 in the settings.");
    case FlowHint::Limits:
        return RunOutcome::tr(
            "The limits of sign-ins are on: with SMS_AUTH_LIMITS = seed only the wait and the tries "
            "remain.");
    case FlowHint::Unreachable:
        return RunOutcome::tr(
            "Some requests had no answer: see whether the server still runs, or run fewer at once.");
    case FlowHint::Overloaded:
        return RunOutcome::tr("The server refused work for a moment: run fewer at once, or set a rate.");
    case FlowHint::CodesLate:
        return RunOutcome::tr("Codes were accepted but did not arrive in time: the send log says why.");
    case FlowHint::CodesWrong:
        return RunOutcome::tr("Codes were refused: they may have expired, or somebody else uses the same numbers.");
    }
    Q_UNREACHABLE();
}

} // namespace

RunOutcome::RunOutcome(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_middle(new QHBoxLayout)
    , m_chart(new LatencyChart(this))
    , m_errors(new QTableWidget(0, 4, this))
    , m_hints(new QLabel(this))
{
    m_words->setObjectName(u"runWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_bar->setAccessibleName(tr("Flows done"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(Space::S);
    m_hints->setObjectName(u"runHints"_s);
    m_hints->setWordWrap(true);
    m_hints->setTextFormat(Qt::PlainText);
    m_hints->hide();
    setTone(m_hints, Tone::Warning);
    makeErrors();

    m_middle->setSpacing(Space::L);
    m_middle->addWidget(makeTimes(), 0, Qt::AlignTop);
    m_middle->addWidget(m_chart, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::M);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addLayout(m_middle, 1);
    column->addWidget(m_errors, 1);
    column->addWidget(m_hints);
}

/// Side by side where there is room for a chart that can be read.
void RunOutcome::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() > 5 * m_chart->sizeHint().width() / 2;
    m_middle->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QWidget *RunOutcome::makeTimes()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::XS);
    const QStringList heads{tr("Times in ms"), u"p50"_s, u"p95"_s, u"p99"_s, tr("Longest")};
    for (int column = 0; column < heads.size(); ++column) {
        auto *head = new QLabel(heads.at(column), box);
        setLook(head, Look::Muted);
        grid->addWidget(head, 0, column, column == 0 ? Qt::AlignLeading : Qt::AlignTrailing);
    }
    const QStringList rows{stepText(FlowStep::SignIn), stepText(FlowStep::CodeArrival), stepText(FlowStep::Verify),
                           tr("Whole flow")};
    const QStringList ids{u"sign_in"_s, u"code_arrival"_s, u"verify"_s, u"flow"_s};
    for (int row = 0; row < rows.size(); ++row) {
        grid->addWidget(new QLabel(rows.at(row), box), row + 1, 0);
        QList<QLabel *> cells;
        for (int column = 1; column < heads.size(); ++column) {
            auto *cell = new QLabel(u"–"_s, box);
            cell->setObjectName(u"time_%1_%2"_s.arg(ids.at(row)).arg(column));
            cell->setMinimumWidth(fontMetrics().horizontalAdvance(u"00000.0"_s));
            cell->setAlignment(Qt::AlignTrailing);
            grid->addWidget(cell, row + 1, column);
            cells.append(cell);
        }
        m_times.append(cells);
    }
    return box;
}

void RunOutcome::makeErrors()
{
    m_errors->setAccessibleName(tr("Failures by step and answer"));
    m_errors->setHorizontalHeaderLabels({tr("Failed"), tr("Step"), tr("Status"), tr("Answer")});
    m_errors->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_errors->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_errors->setTabKeyNavigation(false);
    m_errors->verticalHeader()->hide();
    m_errors->horizontalHeader()->setStretchLastSection(true);
    m_errors->setMinimumHeight(110);
    m_errors->hide();
}

void RunOutcome::showProgress(const FlowProgress &progress)
{
    m_bar->setRange(0, std::max(progress.total, 1));
    m_bar->setValue(progress.passed + progress.failed);
    const QLocale locale;
    say(tr("%1 of %2 passed, %3 failed, %4 under way · %5 per second · %6")
            .arg(locale.toString(progress.passed), locale.toString(progress.total),
                 locale.toString(progress.failed), locale.toString(progress.underWay),
                 locale.toString(progress.perSecond(), 'f', 0), elapsedText(progress.elapsed)),
        Tone::Text);
    for (int step = 0; step < FlowSteps; ++step)
        showTimes(step, progress.steps[size_t(step)]);
    showTimes(FlowSteps, progress.whole);
    m_chart->show(progress.intervals);
    showFailures(progress);
}

void RunOutcome::showTimes(int row, const FlowTimes &times)
{
    const std::chrono::microseconds values[] = {times.p50, times.p95, times.p99, times.longest};
    for (int column = 0; column < 4; ++column)
        m_times.at(row).at(column)->setText(times.count > 0 ? msText(values[column]) : u"–"_s);
}

void RunOutcome::showFailures(const FlowProgress &progress)
{
    m_errors->setVisible(!progress.failures.isEmpty());
    m_errors->setRowCount(int(progress.failures.size()));
    const auto put = [this](int row, int column, const QString &text) {
        QTableWidgetItem *item = m_errors->item(row, column);
        if (!item)
            m_errors->setItem(row, column, item = new QTableWidgetItem);
        item->setText(text);
    };
    for (int row = 0; row < progress.failures.size(); ++row) {
        const FlowFailure &failure = progress.failures.at(row);
        put(row, 0, QLocale().toString(failure.count));
        put(row, 1, stepText(failure.step));
        put(row, 2, failure.status > 0 ? QString::number(failure.status) : u"–"_s);
        put(row, 3, failure.status < 0 ? tr("Other answers") : failure.words);
    }
    QStringList hints;
    for (const FlowHint hint : hintsFor(progress))
        hints.append(hintSentence(hint));
    m_hints->setText(hints.join(u'\n'));
    m_hints->setVisible(!hints.isEmpty());
}

void RunOutcome::showEnd(const FlowRunResult &result)
{
    showProgress(result.progress);
    const QLocale locale;
    const FlowProgress &progress = result.progress;
    const QString rate = locale.toString(progress.perSecond(), 'f', 0);
    if (!result.began && !result.stopped)
        say(tr("The run did not begin: %1").arg(coreText(result.problem.detail)), Tone::Bad);
    else if (result.stopped)
        say(tr("Stopped: %1 passed, %2 failed, the others were not run.")
                .arg(locale.toString(progress.passed), locale.toString(progress.failed)),
            Tone::Warning);
    else if (progress.failed > 0)
        say(tr("Done: %1 passed, %2 failed in %3, %4 per second.")
                .arg(locale.toString(progress.passed), locale.toString(progress.failed),
                     elapsedText(progress.elapsed), rate),
            Tone::Bad);
    else
        say(tr("Done: all %1 flows passed in %2, %3 per second.")
                .arg(locale.toString(progress.passed), elapsedText(progress.elapsed), rate),
            Tone::Good);
}

void RunOutcome::say(const QString &sentence, Tone tone)
{
    m_words->setText(sentence);
    setTone(m_words, tone);
}

} // namespace smsauth
