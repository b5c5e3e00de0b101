// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/AlsoTry.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/tryit/ServerTarget.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

QString expectation(FlowCheck check, const FlowCheckOptions &options)
{
    switch (check) {
    case FlowCheck::WrongCode:
        return AlsoTry::tr("A code with one digit changed is refused: 400.");
    case FlowCheck::ExpiredCode:
        return AlsoTry::tr("The right code is refused once its time is over: 400. Takes %1.")
            .arg(durationText(options.waitOf(check)));
    case FlowCheck::UsedTwice:
        return AlsoTry::tr("The right code is refused the second time: 400.");
    case FlowCheck::TooSoon:
        return options.resendMustWait ? AlsoTry::tr("A second code right after the first is refused: 400 or 429.")
                                      : AlsoTry::tr("The resend wait is off, so a second code is sent: 200.");
    case FlowCheck::BadNumber:
        return AlsoTry::tr("A number that cannot be one is refused: 400.");
    case FlowCheck::TooManyTries:
        return AlsoTry::tr("After %Ln wrong tries the right code is refused: 400 or 429.", nullptr,
                           options.maxTries);
    }
    Q_UNREACHABLE();
}

/// "400 Bad Request: Code not found".
QString answerText(const Exchange &answer)
{
    if (answer.status == 0)
        return coreText(answer.failure);
    const QString status = QString::number(answer.status) + u' ' + QString::fromLatin1(answer.reason);
    const QString words = wordsIn(answer.responseBody);
    return words.isEmpty() ? status : status + u": "_s + words;
}

} // namespace

QString AlsoTry::nameOf(FlowCheck check)
{
    switch (check) {
    case FlowCheck::WrongCode:
        return tr("Wrong code");
    case FlowCheck::ExpiredCode:
        return tr("Expired code");
    case FlowCheck::UsedTwice:
        return tr("Code used twice");
    case FlowCheck::TooSoon:
        return tr("Asked too soon");
    case FlowCheck::BadNumber:
        return tr("Bad number");
    case FlowCheck::TooManyTries:
        return tr("Too many tries");
    }
    Q_UNREACHABLE();
}

AlsoTry::AlsoTry(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_all(new QPushButton(tr("Try all"), this))
    , m_stop(new QPushButton(tr("Stop trying"), this))
{
    auto *words =
        new QLabel(tr("What a server must refuse. Each has a test number of its own, +1 303-555-0190 and up, "
                      "which is reset on the simulated phone first."),
                   this);
    words->setWordWrap(true);
    setLook(words, Look::Muted);
    setLook(m_all, Look::Primary);
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::S);
    top->addWidget(words, 1);
    top->addWidget(m_stop, 0, Qt::AlignTop);
    top->addWidget(m_all, 0, Qt::AlignTop);

    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, Space::S, 0);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::XS);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const FlowCheck check : flowChecks()) {
        addRow(check, line, grid);
        line += 2;
    }
    grid->setRowStretch(line, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);

    connect(m_all, &QPushButton::clicked, this, &AlsoTry::runAll);
    connect(m_stop, &QPushButton::clicked, this, &AlsoTry::stop);
    connect(&context.status, &StatusWatch::changed, this, &AlsoTry::followServer);
    m_everySecond.setInterval(1s);
    connect(&m_everySecond, &QTimer::timeout, this, &AlsoTry::showWaits);
    followServer();
}

AlsoTry::~AlsoTry() = default;

void AlsoTry::addRow(FlowCheck check, int line, QGridLayout *grid)
{
    Row row{new QPushButton(nameOf(check), this), new QLabel(expectation(check, {}), this), new QLabel(this),
            new QLabel(this), new QPushButton(tr("Show request"), this)};
    const QString id = QString(wireName(check));
    row.badge->setObjectName(u"verdict_"_s + id);
    row.outcome->setObjectName(u"outcome_"_s + id);
    row.expected->setObjectName(u"expected_"_s + id);
    row.expected->setWordWrap(true);
    row.outcome->setWordWrap(true);
    row.outcome->setTextFormat(Qt::PlainText);
    setLook(row.badge, Look::Badge);
    setLook(row.outcome, Look::Muted);
    setLook(row.show, Look::Link);
    row.show->setAccessibleName(tr("Show the request of: %1").arg(nameOf(check)));
    row.badge->hide();
    row.outcome->hide();
    row.show->hide();

    grid->addWidget(row.start, line, 0);
    grid->addWidget(row.expected, line, 1);
    grid->addWidget(row.badge, line, 2);
    grid->addWidget(row.outcome, line + 1, 1);
    grid->addWidget(row.show, line + 1, 2, Qt::AlignTop);
    m_rows.insert(check, row);
    connect(row.start, &QPushButton::clicked, this, [this, check] { run(check); });
    connect(row.show, &QPushButton::clicked, this,
            [this, check] { Q_EMIT exchangeWanted(m_rows.value(check).answer); });
}

FlowRunner &AlsoTry::runner()
{
    if (!m_runner) {
        m_runner = std::make_unique<FlowRunner>(m_context.clock);
        connect(m_runner.get(), &FlowRunner::exchanged, this, &AlsoTry::exchanged);
    }
    return *m_runner;
}

bool AlsoTry::isRunning() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.running; });
}

void AlsoTry::runAll()
{
    for (const FlowCheck check : flowChecks())
        run(check);
}

void AlsoTry::run(FlowCheck check)
{
    Row &row = m_rows[check];
    if (!row.start->isEnabled())
        return;
    row.running = true;
    const int run = ++row.run;
    mark(row, tr("Trying…"), Tone::Muted, {});
    followServer();
    askServerTarget(this, m_context, [this, check, run](const Result<ServerTarget> &server) {
        Row &asked = m_rows[check];
        if (!asked.running || asked.run != run)
            return; // stopped meanwhile
        if (!server)
            return giveUp(check, errorText(server.error()));
        asked.expected->setText(expectation(check, server->checks));
        if (const milliseconds wait = server->checks.waitOf(check); wait > 0ms) {
            asked.waitsUntil = m_context.clock.now() + wait;
            m_everySecond.start();
            showWaits();
        }
        whenDone(this, runner().check(server->target, check, server->checks),
                 [this, check, run](const Result<FlowCheckReport> &report) {
                     if (!m_rows[check].running || m_rows[check].run != run)
                         return; // stopped: that is shown already
                     if (report)
                         take(*report);
                     else
                         giveUp(check, errorText(report.error()));
                 });
    });
}

void AlsoTry::stop()
{
    if (m_runner)
        m_runner->cancel();
    for (const FlowCheck check : flowChecks()) {
        if (m_rows[check].running)
            giveUp(check, {});
    }
}

void AlsoTry::giveUp(FlowCheck check, const QString &why)
{
    Row &row = m_rows[check];
    row.running = false;
    row.waitsUntil.reset();
    mark(row, why.isEmpty() ? tr("Stopped") : tr("Not tried"), Tone::Muted, why);
    followServer();
}

void AlsoTry::take(const FlowCheckReport &report)
{
    using Shown = FlowCheckReport::Verdict;
    Row &row = m_rows[report.check];
    row.running = false;
    row.waitsUntil.reset();
    row.answer = report.answer;
    const QString answer = answerText(report.answer);
    switch (report.verdict) {
    case Shown::AsExpected:
        mark(row, tr("As expected"), Tone::Good, tr("The server answered: %1").arg(answer));
        break;
    case Shown::Otherwise:
        mark(row, tr("Not as expected"), Tone::Bad, tr("The server answered: %1").arg(answer));
        break;
    case Shown::NotTried:
        mark(row, tr("Not tried"), Tone::Warning,
             tr("A step before it failed: %1 answered: %2").arg(report.answer.url.path(), answer));
        break;
    case Shown::Stopped:
        mark(row, tr("Stopped"), Tone::Muted, {});
        break;
    }
    row.show->setVisible(report.verdict != Shown::Stopped);
    followServer();
    Q_EMIT ended(report);
}

void AlsoTry::mark(Row &row, const QString &verdict, Tone tone, const QString &words)
{
    row.badge->setText(verdict);
    setTone(row.badge, tone);
    row.badge->show();
    row.outcome->setText(words);
    row.outcome->setVisible(!words.isEmpty());
    row.show->hide();
}

void AlsoTry::showWaits()
{
    bool waits = false;
    for (Row &row : m_rows) {
        if (!row.waitsUntil)
            continue;
        const milliseconds left = std::max(*row.waitsUntil - m_context.clock.now(), milliseconds(0));
        mark(row, tr("Trying…"), Tone::Muted, tr("The code expires in %1.").arg(durationText(left)));
        waits = true;
    }
    if (!waits)
        m_everySecond.stop();
}

void AlsoTry::followServer()
{
    const bool ready = m_context.status.current().state == ServerState::Running && m_context.status.isSimulated();
    bool idle = false;
    for (const Row &row : m_rows) {
        row.start->setEnabled(ready && !row.running);
        idle = idle || !row.running;
    }
    m_all->setEnabled(ready && idle);
    m_stop->setEnabled(isRunning());
}

} // namespace smsauth
