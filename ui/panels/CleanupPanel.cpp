// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CleanupPanel.h"

#include "ui/Theme.h"
#include "ui/panels/CleanupHistory.h"
#include "ui/panels/CleanupSettings.h"
#include "ui/panels/ExpiredCodesCard.h"
#include "ui/panels/StorageCard.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Ticker.h"

#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int PageWidth = 640;
constexpr int TwoColumns = 1080;
constexpr seconds AskAgain = 5s;

} // namespace

CleanupPanel::CleanupPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Cleanup, Admin::Topic::Codes, Admin::Topic::Settings}, parent)
    , m_page(new QWidget(this))
    , m_columns(new QBoxLayout(QBoxLayout::TopToBottom, m_page))
    , m_expired(new ExpiredCodesCard(context, this))
    , m_settings(new CleanupSettings(context, this))
    , m_history(new CleanupHistory(context, this))
    , m_storage(new StorageCard(context, this))
{
    m_columns->setContentsMargins(0, 0, Space::S, 0);
    m_columns->setSpacing(Space::M);
    for (const QList<QWidget *> &cards :
         {QList<QWidget *>{m_expired, m_settings}, QList<QWidget *>{m_history, m_storage}}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(Space::M);
        for (QWidget *card : cards)
            column->addWidget(card);
        column->addStretch(1);
        m_columns->addLayout(column, 1);
    }
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setLook(m_scroll, Look::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(m_scroll, 1);
    // Below what scrolls: changes that are not applied yet are always in sight.
    m_settings->bar()->setMaximumWidth(PageWidth);
    layout->addWidget(m_settings->bar());

    connect(m_expired, &ExpiredCodesCard::refreshWanted, this, &CleanupPanel::refresh);
    connect(m_settings, &CleanupSettings::applied, this, &CleanupPanel::refresh);
    // A code runs out by the clock alone, and a run that finds nothing changes nothing: nobody tells of either.
    connect(new Ticker(AskAgain, this), &Ticker::ticked, this, &CleanupPanel::askStatus);
}

void CleanupPanel::resizeEvent(QResizeEvent *event)
{
    const bool wide = width() >= TwoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_page->setMaximumWidth(wide ? 2 * PageWidth : PageWidth);
    Panel::resizeEvent(event);
}

QString CleanupPanel::title() const
{
    return tr("Cleanup");
}

QString CleanupPanel::iconName() const
{
    return u"cleanup"_s;
}

void CleanupPanel::open(const QString &argument)
{
    if (argument != u"database")
        return;
    m_storage->focusRestore();
    // Later, when the page has its size.
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_storage, 0, 0); });
}

bool CleanupPanel::undo()
{
    return m_expired->undo();
}

void CleanupPanel::refresh()
{
    askStatus();
    m_settings->refresh();
}

void CleanupPanel::askStatus()
{
    m_storage->refresh();
    m_asking.ask(admin().cleanupStatus(), this, [this](const Result<CleanupStatus> &answer) {
        const std::optional<CleanupStatus> status = answer ? std::optional(*answer) : std::nullopt;
        m_expired->show(status);
        m_settings->show(status);
        m_history->show(status);
        if (!answer)
            m_expired->tell(answer.error());
    });
}

std::unique_ptr<Panel> makeCleanupPanel(const PanelContext &context)
{
    return std::make_unique<CleanupPanel>(context);
}

} // namespace smsauth
