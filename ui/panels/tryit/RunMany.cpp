// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/RunMany.h"

#include "core/engine/Profile.h"
#include "core/flow/FlowRunReport.h"
#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/UiState.h"
#include "ui/panels/tryit/RunOutcome.h"
#include "ui/panels/tryit/ServerTarget.h"
#include "ui/widgets/PhoneEdit.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPromise>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString firstNumber = u"+12025550100"_s;

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
    , m_outcome(new RunOutcome(this))
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, Space::S, 0);
    column->setSpacing(Space::M);
    column->addLayout(makeInputs());
    column->addWidget(m_outcome, 1);
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
    connect(&m_run, &FlowRun::progressed, m_outcome, &RunOutcome::showProgress);
    connect(&m_run, &FlowRun::finished, this, &RunMany::showEnd);
    connect(&context.status, &StatusWatch::changed, this, &RunMany::followServer);
    UiState &state = context.state;
    setPlan({state.value(u"run.count"_s).toInt(100), state.value(u"run.parallel"_s).toInt(16),
             state.value(u"run.rate"_s).toInt(0), PhoneNumber::fromStored(firstNumber)});
    m_outcome->say(
        tr("Each flow is a sign-in, the code from the simulated phone and a verify, over HTTP, each with the next "
           "number."),
        Tone::Muted);
    followServer();
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
            m_outcome->say(errorText(server.error()), Tone::Bad);
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
        m_outcome->say(started.error().code == ErrorCode::InvalidPhone
                           ? tr("Counting up from this number leads to numbers "
                                "that are not valid. Choose another first number, "
                                "or fewer flows.")
                           : errorText(started.error()),
                       Tone::Bad);
        return;
    }
    FlowProgress nothing;
    nothing.total = options.count;
    m_outcome->showProgress(nothing);
}

void RunMany::stop()
{
    m_asking = false;
    m_run.stop();
    followServer();
}

void RunMany::showEnd(const FlowRunResult &result)
{
    m_result = result;
    m_outcome->showEnd(result);
    followServer();
    Q_EMIT ended(result);
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
        promise->addResult(
            Profile::holds(file)
                ? Error{ErrorCode::InvalidInput, u"%1 lies in the folder of a profile"_s.arg(file), {}}
                : saveReport(result, file, format));
        promise->finish();
    });
    whenDone(this, answer, [this, file](const Result<void> &saved) {
        m_context.notify(
            saved ? Notice{tr("The report is in %1.").arg(file), {}, {}, false}
                  : Notice{tr("The report was not saved: %1").arg(coreText(saved.error().detail)), {}, {}, true});
    });
}

} // namespace smsauth
