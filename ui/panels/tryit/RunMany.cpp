// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/RunMany.h"

#include "core/flow/FlowRunReport.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/UiState.h"
#include "ui/panels/tryit/LatencyChart.h"
#include "ui/panels/tryit/ServerTarget.h"
#include "ui/widgets/PhoneEdit.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableWidget>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString firstNumber = u"+12025550100"_s;

QString msText(std::chrono::microseconds time)
{
    return QLocale().toString(double(time.count()) / 1000.0, 'f', 1);
}

QString stepText(FlowStep step)
{
    switch (step) {
    case FlowStep::SignIn:
        return RunMany::tr("Sign-in");
    case FlowStep::CodeArrival:
        return RunMany::tr("Code arrival");
    case FlowStep::Verify:
        return RunMany::tr("Verify");
    }
    Q_UNREACHABLE();
}

QString hintSentence(FlowHint hint)
{
    switch (hint) {
    case FlowHint::ResendWait:
        return RunMany::tr("A number that has asked before must wait: count from another first number, or set the "
                           "resend wait to 0 in the settings.");
    case FlowHint::Limits:
        return RunMany::tr("The limits of sign-ins are on: with SMS_AUTH_LIMITS = seed only the wait and the tries "
                           "remain.");
    case FlowHint::Unreachable:
        return RunMany::tr("Some requests had no answer: see whether the server still runs, or run fewer at once.");
    case FlowHint::Overloaded:
        return RunMany::tr("The server refused work for a moment: run fewer at once, or set a rate.");
    case FlowHint::CodesLate:
        return RunMany::tr("Codes were accepted but did not arrive in time: the send log says why.");
    case FlowHint::CodesWrong:
        return RunMany::tr("Codes were refused: they may have expired, or somebody else uses the same numbers.");
    }
    Q_UNREACHABLE();
}

} // namespace

RunMany::RunMany(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_run(context.clock)
    , m_count(new QSpinBox(this))
    , m_parallel(new QSpinBox(this))
    , m_rate(new QSpinBox(this))
    , m_phone(new PhoneEdit(this))
    , m_start(new QPushButton(tr("Start run"), this))
    , m_stop(new QPushButton(tr("Stop run"), this))
    , m_save(new QPushButton(themedIcon(u"export"_s), tr("Save report…"), this))
    , m_bar(new QProgressBar(this))
    , m_words(new QLabel(this))
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

    auto *content = new QWidget(this);
    m_middle = new QHBoxLayout;
    m_middle->setSpacing(Space::L);
    m_middle->addWidget(makeTimes(), 0, Qt::AlignTop);
    m_middle->addWidget(m_chart, 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Space::S, 0);
    column->setSpacing(Space::M);
    column->addLayout(makeInputs());
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addLayout(m_middle, 1);
    column->addWidget(m_errors, 1);
    column->addWidget(m_hints);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_start, &QPushButton::clicked, this, &RunMany::start);
    connect(m_stop, &QPushButton::clicked, this, &RunMany::stop);
    connect(m_phone, &PhoneEdit::phoneChanged, this, &RunMany::followServer);
    connect(&m_run, &FlowRun::progressed, this, &RunMany::showProgress);
    connect(&m_run, &FlowRun::finished, this, &RunMany::showEnd);
    connect(&context.status, &StatusWatch::changed, this, &RunMany::followServer);
    UiState &state = context.state;
    setPlan({state.value(u"run.count"_s).toInt(100), state.value(u"run.parallel"_s).toInt(16),
             state.value(u"run.rate"_s).toInt(0), PhoneNumber::fromStored(firstNumber)});
    say(tr("Each flow is a sign-in, the code from the simulated phone and a verify, over HTTP, each with the next "
           "number."),
        Tone::Muted);
    followServer();
}

/// Side by side where there is room for a chart that can be read.
void RunMany::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() > 5 * m_chart->sizeHint().width() / 2;
    m_middle->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QLayout *RunMany::makeInputs()
{
    m_count->setRange(1, PhoneRange::Most);
    m_parallel->setRange(1, FlowRunOptions::MostParallel);
    m_rate->setRange(0, FlowRunOptions::MostPerSecond);
    m_rate->setSpecialValueText(tr("No limit"));
    m_phone->setMinimumWidth(150);
    auto *row = new QGridLayout;
    row->setHorizontalSpacing(Space::S);
    row->setVerticalSpacing(Space::XS);
    const auto add = [&](int column, const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        setLook(label, Look::Muted);
        row->addWidget(label, 0, column);
        row->addWidget(field, 1, column);
    };
    add(0, tr("Flows"), m_count);
    add(1, tr("At once"), m_parallel);
    add(2, tr("Per second"), m_rate);
    add(3, tr("First number"), m_phone);
    row->setColumnStretch(3, 2);
    setLook(m_start, Look::Primary);
    m_start->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    row->addLayout(buttons, 2, 0, 1, 4);

    auto *menu = new QMenu(m_save);
    connect(menu->addAction(tr("JUnit (XML)")), &QAction::triggered, this, [this] { chooseFile(Report::JUnit); });
    connect(menu->addAction(tr("JSON")), &QAction::triggered, this, [this] { chooseFile(Report::Json); });
    m_save->setMenu(menu);
    return row;
}

QWidget *RunMany::makeTimes()
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

void RunMany::makeErrors()
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

void RunMany::setPlan(const Plan &plan)
{
    m_count->setValue(plan.count);
    m_parallel->setValue(plan.parallel);
    m_rate->setValue(plan.perSecond);
    if (!plan.firstPhone.isNull())
        m_phone->setPhone(plan.firstPhone);
}

void RunMany::start()
{
    if (!m_start->isEnabled())
        return;
    m_asking = true;
    followServer();
    m_context.state.setValue(u"run.count"_s, m_count->value());
    m_context.state.setValue(u"run.parallel"_s, m_parallel->value());
    m_context.state.setValue(u"run.rate"_s, m_rate->value());
    askServerTarget(this, m_context, [this](const Result<ServerTarget> &server) {
        if (!std::exchange(m_asking, false))
            return; // stopped meanwhile
        if (server)
            begin(*server);
        else
            say(errorText(server.error()), Tone::Bad);
        followServer();
    });
}

void RunMany::begin(const ServerTarget &server)
{
    FlowRunOptions options;
    options.target = server.target;
    options.count = m_count->value();
    options.parallel = m_parallel->value();
    options.perSecond = m_rate->value();
    options.firstPhone = m_phone->phone();
    const Result<void> started = m_run.start(options);
    if (!started) {
        say(started.error().code == ErrorCode::InvalidPhone ? tr("Counting up from this number leads to numbers "
                                                                 "that are not valid. Choose another first number, "
                                                                 "or fewer flows.")
                                                            : errorText(started.error()),
            Tone::Bad);
        return;
    }
    FlowProgress nothing;
    nothing.total = options.count;
    showProgress(nothing);
}

void RunMany::stop()
{
    m_asking = false;
    m_run.stop();
    followServer();
}

void RunMany::showProgress(const FlowProgress &progress)
{
    m_bar->setRange(0, std::max(progress.total, 1));
    m_bar->setValue(progress.passed + progress.failed);
    const QLocale locale;
    say(tr("%1 of %2 passed, %3 failed, %4 under way · %5 per second · %6")
            .arg(locale.toString(progress.passed), locale.toString(progress.total),
                 locale.toString(progress.failed), locale.toString(progress.underWay),
                 locale.toString(progress.perSecond(), 'f', 0), durationText(progress.elapsed)),
        Tone::Text);
    for (int step = 0; step < FlowSteps; ++step)
        showTimes(step, progress.steps[size_t(step)]);
    showTimes(FlowSteps, progress.whole);
    m_chart->show(progress.intervals);
    showFailures(progress);
}

void RunMany::showTimes(int row, const FlowTimes &times)
{
    const std::chrono::microseconds values[] = {times.p50, times.p95, times.p99, times.longest};
    for (int column = 0; column < 4; ++column)
        m_times.at(row).at(column)->setText(times.count > 0 ? msText(values[column]) : u"–"_s);
}

void RunMany::showFailures(const FlowProgress &progress)
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

void RunMany::showEnd(const FlowRunResult &result)
{
    m_result = result;
    showProgress(result.progress);
    const QLocale locale;
    const FlowProgress &progress = result.progress;
    const QString rate = locale.toString(progress.perSecond(), 'f', 0);
    if (!result.began && !result.stopped)
        say(tr("The run did not begin: %1.").arg(result.problem.detail), Tone::Bad);
    else if (result.stopped)
        say(tr("Stopped: %1 passed, %2 failed, the others were not run.")
                .arg(locale.toString(progress.passed), locale.toString(progress.failed)),
            Tone::Warning);
    else if (progress.failed > 0)
        say(tr("Done: %1 passed, %2 failed in %3, %4 per second.")
                .arg(locale.toString(progress.passed), locale.toString(progress.failed),
                     durationText(progress.elapsed), rate),
            Tone::Bad);
    else
        say(tr("Done: all %1 flows passed in %2, %3 per second.")
                .arg(locale.toString(progress.passed), durationText(progress.elapsed), rate),
            Tone::Good);
    followServer();
    Q_EMIT ended(result);
}

void RunMany::say(const QString &sentence, Tone tone)
{
    m_words->setText(sentence);
    setTone(m_words, tone);
}

void RunMany::followServer()
{
    const bool ready = m_context.status.current().state == ServerState::Running && m_context.status.isSimulated();
    const bool idle = !isRunning();
    m_start->setEnabled(ready && idle && !m_phone->phone().isNull());
    m_stop->setEnabled(!idle);
    m_save->setEnabled(idle && m_result.options.target.server.isValid());
    for (QWidget *field : {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_parallel),
                           static_cast<QWidget *>(m_rate), static_cast<QWidget *>(m_phone)})
        field->setEnabled(idle);
    m_start->setToolTip(ready ? QString() : tr("Needs a running server in simulated mode."));
}

void RunMany::chooseFile(Report report)
{
    const bool xml = report == Report::JUnit;
    auto *dialog = new QFileDialog(this, tr("Save report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(xml ? u"xml"_s : u"json"_s);
    dialog->selectFile(xml ? u"flow-run.xml"_s : u"flow-run.json"_s);
    dialog->setNameFilters({xml ? tr("JUnit reports (*.xml)") : tr("JSON files (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, report](const QString &file) { save(report, file); });
    dialog->open();
}

/// A report of 100,000 flows takes a second to write: not on this thread.
void RunMany::save(Report report, const QString &file)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto answer = promise->future();
    QThreadPool::globalInstance()->start([promise, report, file, result = m_result] {
        const auto format = report == Report::JUnit ? FlowReportFormat::JUnit : FlowReportFormat::Json;
        promise->addResult(saveReport(result, file, format));
        promise->finish();
    });
    whenDone(this, answer, [this, file](const Result<void> &saved) {
        m_context.notify(saved
                             ? Notice{tr("The report is in %1.").arg(file), {}, {}, false}
                             : Notice{tr("The report was not saved: %1.").arg(saved.error().detail), {}, {}, true});
    });
}

} // namespace smsauth
