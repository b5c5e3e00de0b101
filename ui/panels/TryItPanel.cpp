// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/TryItPanel.h"

#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/tryit/AlsoTry.h"
#include "ui/panels/tryit/HistoryView.h"
#include "ui/panels/tryit/RunMany.h"
#include "ui/widgets/CodeInput.h"
#include "ui/widgets/ExchangeView.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/TokenView.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString tokenPrefix = u"token "_s;
const QString testNumber = u"+12025550101"_s;

} // namespace

TryItPanel::TryItPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {}, parent)
    , m_session(context.admin, context.status, context.clock)
    , m_phone(new PhoneEdit(this))
    , m_code(new CodeInput(this))
    , m_send(new QPushButton(tr("Send code"), this))
    , m_verify(new QPushButton(tr("Verify"), this))
    , m_walk(new QPushButton(tr("Walk both"), this))
    , m_words(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_history(new QComboBox(this))
    , m_outcome(new QLabel(this))
    , m_copy(new QPushButton(themedIcon(u"terminal"_s), tr("Copy as…"), this))
    , m_view(new ExchangeView(this))
    , m_token(new TokenView(context.clock, this))
    , m_parts(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_alsoTry(new AlsoTry(context, this))
    , m_runMany(new RunMany(context, this))
    , m_flows(new HistoryView(context, this))
{
    auto *headline = new QLabel(title(), this);
    setLook(headline, Look::Headline);
    auto *top = new QHBoxLayout;
    top->addWidget(headline);
    top->addStretch(1);
    top->addWidget(m_walk);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addLayout(top);
    layout->addWidget(m_parts);
    layout->addWidget(m_stack, 1);
    makeParts();
    makeActions();

    connect(m_send, &QPushButton::clicked, this, &TryItPanel::sendCode);
    connect(m_verify, &QPushButton::clicked, this, &TryItPanel::verify);
    connect(m_walk, &QPushButton::clicked, this, &TryItPanel::walk);
    connect(m_phone, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    connect(m_code, &QLineEdit::returnPressed, m_verify, &QPushButton::click);
    connect(m_phone, &QLineEdit::textChanged, this, &TryItPanel::showStep);
    connect(m_code, &QLineEdit::textChanged, this, &TryItPanel::showStep);
    connect(m_history, &QComboBox::currentIndexChanged, this, &TryItPanel::showExchange);
    connect(m_token, &TokenView::copyRequested, this,
            [this](const QString &token) { this->context().copySecret(token, tr("Token")); });
    connect(&context.status, &StatusWatch::changed, this, [this] {
        followMode();
        showStep();
    });
    connect(&m_session, &FlowSession::stepChanged, this, [this] {
        say({}, false);
        showStep();
    });
    connect(&m_session, &FlowSession::exchanged, this, &TryItPanel::addExchange);
    connect(&m_session, &FlowSession::codeArrived, m_code, &CodeInput::setCode);
    connect(&m_session, &FlowSession::ended, this, &TryItPanel::recordFlow);
    connect(&m_session, &FlowSession::failed, this, [this](const QString &sentence) { say(sentence, true); });
    connect(&m_session, &FlowSession::tokenChecked, this,
            [this](const TokenReport &report) { showToken(m_session.token(), report); });
    followMode();
    m_copy->setEnabled(false);
    showStep();
}

void TryItPanel::makeParts()
{
    m_parts->setAccessibleName(tr("Ways to try"));
    m_parts->setDrawBase(false);
    m_parts->setExpanding(false);
    const auto add = [this](const QString &title, QWidget *part) {
        m_parts->addTab(title);
        m_stack->addWidget(part);
    };
    // In the order of Part.
    add(tr("One flow"), makeOneFlow());
    add(tr("Also try"), m_alsoTry);
    add(tr("Run many"), m_runMany);
    add(tr("History"), m_flows);
    connect(m_parts, &QTabBar::currentChanged, this, [this](int part) {
        m_stack->setCurrentIndex(part);
        m_walk->setVisible(part == OneFlow);
    });

    connect(m_alsoTry, &AlsoTry::exchanged, this, &TryItPanel::addExchange);
    connect(m_alsoTry, &AlsoTry::exchangeWanted, this, &TryItPanel::findExchange);
    connect(m_alsoTry, &AlsoTry::ended, this, &TryItPanel::recordCheck);
    connect(m_runMany, &RunMany::ended, this, &TryItPanel::recordRun);
    connect(m_flows, &HistoryView::replayWanted, this, &TryItPanel::replay);
}

QWidget *TryItPanel::makeOneFlow()
{
    m_phone->setObjectName(u"tryItPhone"_s);
    m_words->setObjectName(u"tryItWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_tabs->addTab(makeExchangePage(), tr("Request and response"));
    m_token->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    m_tabs->addTab(m_token, tr("Token"));
    m_tabs->setAccessibleName(tr("What went over the wire"));

    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(makeForm());
    layout->addWidget(m_words);
    layout->addWidget(m_tabs, 1);
    return page;
}

QWidget *TryItPanel::makeExchangePage()
{
    m_history->setAccessibleName(tr("Requests of this session"));
    m_history->setPlaceholderText(tr("No requests yet"));
    m_history->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_outcome->setObjectName(u"tryItOutcome"_s);
    setLook(m_outcome, Look::Badge);
    m_outcome->hide();
    auto *menu = new QMenu(m_copy);
    for (const SnippetKind &kind : snippetKinds())
        connect(menu->addAction(kind.name), &QAction::triggered, this, [this, &kind] { copyAs(kind); });
    m_copy->setMenu(menu);
    m_copy->setToolTip(tr("The request as a command or a piece of program that sends the same"));

    auto *page = new QWidget(m_tabs);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Space::M);
    bar->addWidget(m_history);
    bar->addWidget(m_outcome);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    layout->setSpacing(Space::S);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    return page;
}

QLayout *TryItPanel::makeForm()
{
    const auto field = [this](const QString &text, QLineEdit *edit, int least, int most) {
        auto *label = new QLabel(text, this);
        label->setBuddy(edit);
        setLook(label, Look::Muted);
        edit->setMinimumWidth(least);
        edit->setMaximumWidth(most);
        auto *column = new QVBoxLayout;
        column->setSpacing(Space::XS);
        column->addWidget(label);
        column->addWidget(edit);
        return column;
    };
    for (QPushButton *button : {m_send, m_verify, m_walk})
        button->setAutoDefault(true);
    m_walk->setToolTip(
        tr("Sends a code, reads it from the simulated phone and verifies it, as a test script would"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addLayout(field(tr("Phone"), m_phone, 155, 220), 3);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    row->addLayout(field(tr("Code received"), m_code, 95, 150), 2);
    row->addWidget(m_verify, 0, Qt::AlignBottom);
    row->addStretch(1);
    return row;
}

void TryItPanel::makeActions()
{
    setProperty("menuTitle", tr("F&low"));
    const auto add = [this](const QString &text, const QKeySequence &keys, auto action) {
        auto *entry = new QAction(text, this);
        entry->setShortcut(keys);
        connect(entry, &QAction::triggered, this, [this, action] {
            // From another page the first press leads here: nobody shall send what they do not see.
            if (!isVisible())
                context().openPanel(u"try-it"_s, {});
            showPart(OneFlow);
            (this->*action)();
        });
        addAction(entry);
    };
    add(tr("&Send code"), QKeySequence(Qt::CTRL | Qt::Key_Return), &TryItPanel::sendCode);
    add(tr("&Verify"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), &TryItPanel::verify);
    add(tr("&Walk both"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return), &TryItPanel::walk);
    add(tr("Copy as &curl"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &TryItPanel::copyAsCurl);
    const auto addPart = [this](const QString &text, const QString &argument) {
        auto *entry = new QAction(text, this);
        connect(entry, &QAction::triggered, this, [this, argument] { context().openPanel(u"try-it"_s, argument); });
        addAction(entry);
    };
    addPart(tr("&Also try what must be refused"), u"refusals"_s);
    addPart(tr("&Run many flows"), u"run"_s);
    addPart(tr("Flow &history"), u"history"_s);
}

void TryItPanel::open(const QString &argument)
{
    if (argument.startsWith(tokenPrefix)) {
        showPart(OneFlow);
        const QString token = argument.mid(tokenPrefix.size());
        ask(admin().inspectToken(token), [this, token](const TokenReport &report) { showToken(token, report); });
        return;
    }
    const QStringList parts{u"refusals"_s, u"run"_s, u"history"_s};
    if (const qsizetype part = parts.indexOf(argument); part >= 0) {
        showPart(Part(part + 1));
        return;
    }
    if (!argument.isEmpty()) {
        showPart(OneFlow);
        m_phone->setPhone(PhoneNumber::fromStored(argument));
    }
    m_send->setFocus(Qt::OtherFocusReason);
}

bool TryItPanel::takeCode(const PhoneNumber &phone, const QString &code)
{
    showPart(OneFlow);
    m_phone->setPhone(phone);
    m_code->setCode(code);
    m_verify->setFocus(Qt::OtherFocusReason);
    return true;
}

/// As on the first-steps card: no number stands ready where sending costs money.
void TryItPanel::followMode()
{
    if (isSimulated() && m_phone->text().isEmpty() && !m_phone->hasFocus())
        m_phone->setPhone(PhoneNumber::fromStored(testNumber));
    else if (!isSimulated() && m_phone->phone().e164() == testNumber)
        m_phone->clear();
}

void TryItPanel::refresh()
{
    showStep();
}

void TryItPanel::showStep()
{
    using Step = FlowSession::Step;
    const Step step = m_session.step();
    const bool idle = step != Step::Sending && step != Step::Verifying;
    const bool ready = idle && status().state == ServerState::Running && !m_phone->phone().isNull();
    m_send->setEnabled(ready);
    m_verify->setEnabled(ready && !m_code->code().isEmpty());
    m_walk->setEnabled(ready && isSimulated());
    // One main action at a time: the next step.
    const bool verifyNext = step == Step::CodeSent || step == Step::Verifying;
    setLook(verifyNext ? m_verify : m_send, Look::Primary);
    setLook(verifyNext ? m_send : m_verify, Look::Default);
    if (!m_words->text().isEmpty() && m_words->property("tone").toString() == u"bad"_s)
        return;
    if (status().state != ServerState::Running)
        say(tr("The server is not running. Start it with F5."), false);
    else if (step == Step::CodeSent)
        say(isSimulated() ? tr("The code has been sent to the simulated phone.") : tr("The code has been sent."),
            false);
    else if (step == Step::SignedIn)
        say(tr("Signed in."), false);
    else
        say(tr("The requests go over HTTP to the running server, as those of an app would."), false);
}

void TryItPanel::sendCode()
{
    if (!m_send->isEnabled())
        return;
    m_code->clear();
    m_session.sendCode(m_phone->phone());
}

void TryItPanel::verify()
{
    if (m_verify->isEnabled())
        m_session.verify(m_phone->phone(), m_code->code());
}

void TryItPanel::walk()
{
    if (!m_walk->isEnabled())
        return;
    m_code->clear();
    m_session.walk(m_phone->phone());
}

void TryItPanel::addExchange(const Exchange &exchange)
{
    m_exchanges.prepend(exchange);
    m_history->insertItem(0, tr("%1 · %2 %3")
                                 .arg(timeText(exchange.startedAt, context().clock.now()),
                                      QString::fromLatin1(exchange.method), exchange.url.path()));
    while (m_exchanges.size() > MostExchanges) {
        m_exchanges.removeLast();
        m_history->removeItem(m_history->count() - 1);
    }
    m_history->setCurrentIndex(0);
    showExchange(0);
    m_tabs->setCurrentIndex(0);
}

void TryItPanel::showExchange(int index)
{
    if (index < 0 || index >= m_exchanges.size())
        return;
    const Exchange &exchange = m_exchanges.at(index);
    m_view->show(exchange);
    m_copy->setEnabled(true);
    m_outcome->setText(exchange.status == 0
                           ? tr("No answer · %1 ms").arg(exchange.duration.count())
                           : tr("%1 %2 · %3 ms")
                                 .arg(QString::number(exchange.status), QString::fromLatin1(exchange.reason))
                                 .arg(exchange.duration.count()));
    setTone(m_outcome, exchange.succeeded() ? Tone::Good : Tone::Bad);
    m_outcome->show();
}

void TryItPanel::showToken(const QString &token, const TokenReport &report)
{
    m_token->show(token, report);
    m_tabs->setCurrentWidget(m_token);
}

void TryItPanel::say(const QString &sentence, bool isError)
{
    m_words->setText(sentence);
    setTone(m_words, isError ? Tone::Bad : Tone::Muted);
}

void TryItPanel::copyAsCurl()
{
    copyAs(snippetKinds().front());
}

void TryItPanel::copyAs(const SnippetKind &kind)
{
    if (!m_view->exchange())
        return;
    // It may hold a live code, so it is lent to the clipboard like one.
    context().copySecret(kind.write(*m_view->exchange()), tr("Command"));
}

void TryItPanel::showPart(Part part)
{
    m_parts->setCurrentIndex(part);
}

void TryItPanel::focusFilter()
{
    showPart(History);
    m_flows->focusFilter();
}

void TryItPanel::findExchange(const Exchange &exchange)
{
    const auto same = [&](const Exchange &known) {
        return known.startedAt == exchange.startedAt && known.url == exchange.url &&
               known.requestBody == exchange.requestBody;
    };
    const auto found = std::find_if(m_exchanges.begin(), m_exchanges.end(), same);
    if (found == m_exchanges.end())
        addExchange(exchange);
    else
        m_history->setCurrentIndex(int(found - m_exchanges.begin()));
    m_tabs->setCurrentIndex(0);
    showPart(OneFlow);
}

void TryItPanel::recordFlow(const PhoneNumber &phone, const QList<Exchange> &exchanges, bool walked)
{
    m_flows->record(entryOf(walked ? FlowEntry::Kind::Walk : FlowEntry::Kind::SignIn, phone, exchanges), phone);
}

void TryItPanel::recordCheck(const FlowCheckReport &report)
{
    using Shown = FlowCheckReport::Verdict;
    if (report.verdict != Shown::AsExpected && report.verdict != Shown::Otherwise)
        return; // nothing was found out
    const auto phone = PhoneNumber::fromStored(phoneOf(report.check));
    FlowEntry entry = entryOf(FlowEntry::Kind::Check, phone, {report.answer});
    entry.detail = wireName(report.check);
    if (report.check == FlowCheck::BadNumber)
        entry.phone.clear(); // it is none
    entry.passed = report.verdict == Shown::AsExpected;
    m_flows->record(entry, phone);
}

void TryItPanel::recordRun(const FlowRunResult &result)
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
    m_flows->record(entry, result.options.firstPhone);
}

void TryItPanel::replay(const FlowEntry &entry, const PhoneNumber &phone)
{
    switch (entry.kind) {
    case FlowEntry::Kind::SignIn:
    case FlowEntry::Kind::Walk:
        showPart(OneFlow);
        m_phone->setPhone(phone);
        if (!isSimulated())
            return; // a real SMS is sent by the button alone
        if (entry.kind == FlowEntry::Kind::Walk)
            walk();
        else
            sendCode();
        return;
    case FlowEntry::Kind::Check:
        showPart(Refusals);
        for (const FlowCheck check : flowChecks()) {
            if (wireName(check) == entry.detail)
                m_alsoTry->run(check);
        }
        return;
    case FlowEntry::Kind::Run:
        showPart(Many);
        if (m_runMany->isRunning())
            return;
        m_runMany->setPlan({entry.detail.section(u' ', 0, 0).toInt(), entry.detail.section(u' ', 1, 1).toInt(),
                            entry.detail.section(u' ', 2, 2).toInt(), phone});
        m_runMany->start();
        return;
    }
}

std::unique_ptr<Panel> makeTryItPanel(const PanelContext &context)
{
    return std::make_unique<TryItPanel>(context);
}

} // namespace smsauth
