// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/OverviewPanel.h"

#include "ui/Format.h"
#include "ui/StateLamp.h"
#include "ui/Theme.h"
#include "ui/Warnings.h"
#include "ui/widgets/FirstSteps.h"
#include "ui/widgets/Lamp.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/TodayFigures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShowEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

/// Finds what is counted as failed today.
QString failedTodayFilter(Timestamp now)
{
    QStringList names;
    for (const MessageState state : FailedStates)
        names.append(wireName(state));
    return u"status:%1 since:%2"_s.arg(names.join(u','),
                                       QDateTime::fromMSecsSinceEpoch(toMs(now)).date().toString(Qt::ISODate));
}

} // namespace

OverviewPanel::OverviewPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Status, Admin::Topic::Messages, Admin::Topic::Codes}, parent)
    , m_steps(new FirstSteps(context, this))
    , m_figures(new TodayFigures(this))
    , m_attention(new QVBoxLayout)
{
    m_attention->setSpacing(Space::S);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    column->setSpacing(Space::L);
    column->addWidget(new PageHeader(title(), this));
    column->addWidget(makeStateCard());
    column->addWidget(m_steps);
    column->addWidget(m_figures);
    column->addLayout(m_attention);
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is wide breaks its lines
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setFirstFocus(m_steps);

    connect(&context.status, &StatusWatch::changed, this, &OverviewPanel::showStatus);
    // Under load the status changes twenty times a second, which is too often to add up a day.
    connect(new Ticker(2s, this), &Ticker::ticked, this, [this, ticks = 0]() mutable {
        constexpr int TicksOfAMinute = 30; // the hours move on by the clock alone
        if (std::exchange(m_activityIsOld, false) || ++ticks % TicksOfAMinute == 0)
            askActivity();
    });
    showStatus(status());
}

QWidget *OverviewPanel::makeStateCard()
{
    auto *card = new QWidget(this);
    m_lamp = new Lamp(card);
    m_state = new QLabel(card);
    m_state->setObjectName(u"overviewState"_s);
    setLook(m_state, Look::Title);
    m_where = new QLabel(card);
    m_where->setObjectName(u"overviewWhere"_s);
    m_where->setWordWrap(true);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_where, Look::Muted);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::XS);
    words->addWidget(m_state);
    words->addWidget(m_where);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(m_lamp, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return card;
}

void OverviewPanel::open(const QString &argument)
{
    if (const Result<PhoneNumber> phone = PhoneNumber::parse(argument))
        m_steps->open(*phone);
}

bool OverviewPanel::takeCode(const PhoneNumber &, const QString &code)
{
    if (m_steps->session().step() != FlowSession::Step::CodeSent)
        return false;
    m_steps->takeCode(code);
    return true;
}

void OverviewPanel::refresh()
{
    m_activityIsOld = true; // the status is asked for by its watch
}

void OverviewPanel::askActivity()
{
    m_activity.ask(admin().activity(), this, [this](const Result<Activity> &activity) {
        if (activity)
            m_figures->show(*activity); // otherwise the status says why
    });
}

void OverviewPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    askActivity();
    // Enter shall work from the first moment on, unless the person goes through the list of pages by keyboard.
    if (!window()->focusWidget() || isAncestorOf(window()->focusWidget()))
        m_steps->focusNext();
}

void OverviewPanel::showStatus(const ServerStatus &status)
{
    const bool becameRunning = status.state == ServerState::Running && m_state->text() != stateText(status.state);
    m_lamp->setTone(lampTone(status.state));
    m_state->setText(stateText(status.state));
    switch (status.state) {
    case ServerState::Running:
        m_where->setText(tr("Apps reach the server at %1. The send log and all else is kept in %2.")
                             .arg(status.url, status.profile));
        break;
    case ServerState::Failed:
        m_where->setText(tr("The reason stands above."));
        break;
    case ServerState::Stopped:
        m_where->setText(tr("Apps cannot reach the server. Start it with F5."));
        break;
    case ServerState::Starting:
    case ServerState::Stopping:
        m_where->setText(tr("One moment."));
        break;
    }
    m_figures->show(status);
    showAttention(status);
    if (becameRunning && isVisible() && (!window()->focusWidget() || isAncestorOf(window()->focusWidget())))
        m_steps->focusNext();
}

void OverviewPanel::showAttention(const ServerStatus &status)
{
    QList<Warning> warnings = warningsOf(status);
    if (status.failedToday > 0)
        warnings.append({{},
                         tr("%Ln message(s) could not be sent today.", nullptr, int(status.failedToday)),
                         tr("Open the send log"),
                         u"send-log"_s,
                         failedTodayFilter(context().clock.now())});
    if (status.blockedToday > 0)
        warnings.append({{},
                         tr("%Ln request(s) for a code were blocked today.", nullptr, int(status.blockedToday)),
                         tr("Open Protection"),
                         u"protection"_s});
    QStringList sentences;
    for (const Warning &warning : warnings)
        sentences.append(warning.sentence);
    if (sentences == m_shownAttention)
        return;
    m_shownAttention = sentences;
    while (QLayoutItem *item = m_attention->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Warning &warning : warnings) {
        auto *strip = new QFrame(this);
        setLook(strip, Look::Banner);
        setTone(strip, warning.badge.isEmpty() ? Tone::Muted : Tone::Warning);
        auto *text = new QLabel(warning.sentence, strip);
        text->setWordWrap(true);
        auto *layout = new QHBoxLayout(strip);
        layout->setContentsMargins(Space::L, Space::S, Space::S, Space::S);
        layout->addWidget(text, 1);
        if (!warning.action.isEmpty()) {
            auto *button = new QPushButton(warning.action, strip);
            button->setAccessibleName(tr("%1: %2").arg(warning.action, warning.sentence));
            layout->addWidget(button);
            connect(button, &QPushButton::clicked, this,
                    [this, panel = warning.panel, argument = warning.argument] {
                        if (panel.isEmpty())
                            context().unlock();
                        else
                            context().openPanel(panel, argument);
                    });
        }
        m_attention->addWidget(strip);
    }
}

std::unique_ptr<Panel> makeOverviewPanel(const PanelContext &context)
{
    return std::make_unique<OverviewPanel>(context);
}

} // namespace smsauth
