// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/TryItPanel.h"

#include "ui/Theme.h"
#include "ui/panels/tryit/AlsoTry.h"
#include "ui/panels/tryit/HistoryView.h"
#include "ui/panels/tryit/OneFlow.h"
#include "ui/panels/tryit/RunMany.h"
#include "ui/widgets/PageHeader.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <functional>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString tokenPrefix = u"token "_s;

} // namespace

TryItPanel::TryItPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {}, parent)
    , m_parts(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_oneFlow(new OneFlow(context, this))
    , m_alsoTry(new AlsoTry(context, this))
    , m_runMany(new RunMany(context, this))
    , m_history(new HistoryView(context, this))
{
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_oneFlow->walkButton());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(header);
    layout->addWidget(m_parts);
    layout->addWidget(m_stack, 1);
    makeParts();
    makeActions();

    connect(m_alsoTry, &AlsoTry::exchanged, m_oneFlow, &OneFlow::addExchange);
    connect(m_alsoTry, &AlsoTry::exchangeWanted, this, [this](const Exchange &exchange) {
        m_oneFlow->showExchange(exchange);
        showPart(One);
    });
    connect(m_oneFlow, &OneFlow::ended, this,
            [this](const PhoneNumber &phone, const QList<Exchange> &exchanges, bool walked) {
                const auto kind = walked ? FlowEntry::Kind::Walk : FlowEntry::Kind::SignIn;
                m_history->record(entryOf(kind, phone, exchanges), phone);
            });
    connect(m_alsoTry, &AlsoTry::ended, this, [this](const FlowCheckReport &report) {
        if (const std::optional<FlowEntry> entry = entryOf(report))
            m_history->record(*entry, PhoneNumber::fromStored(phoneOf(report.check)));
    });
    connect(m_runMany, &RunMany::ended, this,
            [this](const FlowRunResult &result) { m_history->record(entryOf(result), result.options.firstPhone); });
    connect(m_history, &HistoryView::replayWanted, this, &TryItPanel::replay);
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
    add(tr("One flow"), m_oneFlow);
    add(tr("Also try"), m_alsoTry);
    add(tr("Run many"), m_runMany);
    add(tr("History"), m_history);
    connect(m_parts, &QTabBar::currentChanged, this, [this](int part) {
        m_stack->setCurrentIndex(part);
        m_oneFlow->walkButton()->setVisible(part == One);
    });
}

void TryItPanel::makeActions()
{
    setProperty("menuTitle", tr("F&low"));
    const auto add = [this](const QString &text, const QKeySequence &keys, void (OneFlow::*action)()) {
        auto *entry = new QAction(text, this);
        entry->setShortcut(keys);
        connect(entry, &QAction::triggered, this, [this, action] {
            // From another page the first press leads here: nobody shall send what they do not see.
            if (!isVisible())
                context().openPanel(u"try-it"_s, {});
            showPart(One);
            std::invoke(action, m_oneFlow);
        });
        addAction(entry);
    };
    add(tr("&Send code"), QKeySequence(Qt::CTRL | Qt::Key_Return), &OneFlow::sendCode);
    add(tr("&Verify"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), &OneFlow::verify);
    add(tr("&Walk both"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return), &OneFlow::walk);
    add(tr("Copy as &curl"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &OneFlow::copyAsCurl);
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
    const QStringList parts{u"refusals"_s, u"run"_s, u"history"_s};
    if (const qsizetype part = parts.indexOf(argument); part >= 0) {
        showPart(Part(part + 1));
    } else if (argument.startsWith(tokenPrefix)) {
        showPart(One);
        m_oneFlow->inspect(argument.mid(tokenPrefix.size()));
    } else {
        if (!argument.isEmpty())
            showPart(One);
        m_oneFlow->prepare(PhoneNumber::fromStored(argument));
    }
}

bool TryItPanel::takeCode(const PhoneNumber &phone, const QString &code)
{
    showPart(One);
    m_oneFlow->takeCode(phone, code);
    return true;
}

void TryItPanel::focusFilter()
{
    showPart(History);
    m_history->focusFilter();
}

void TryItPanel::showPart(Part part)
{
    m_parts->setCurrentIndex(part);
}

void TryItPanel::replay(const FlowEntry &entry, const PhoneNumber &phone)
{
    switch (entry.kind) {
    case FlowEntry::Kind::SignIn:
    case FlowEntry::Kind::Walk:
        showPart(One);
        m_oneFlow->prepare(phone);
        if (!isSimulated())
            return; // a real SMS is sent by the button alone
        if (entry.kind == FlowEntry::Kind::Walk)
            m_oneFlow->walk();
        else
            m_oneFlow->sendCode();
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
