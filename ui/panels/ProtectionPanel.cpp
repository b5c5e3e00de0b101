// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ProtectionPanel.h"

#include "ui/ErrorText.h"
#include "ui/Theme.h"
#include "ui/panels/protection/CountriesCard.h"
#include "ui/panels/protection/LimitsCard.h"
#include "ui/panels/protection/PresetCard.h"
#include "ui/panels/protection/TestNumbers.h"
#include "ui/panels/protection/TrialLine.h"
#include "ui/panels/protection/WaitCard.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PageHeader.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int PageWidth = 720;

} // namespace

ProtectionPanel::ProtectionPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Settings, Admin::Topic::Messages}, parent)
    , m_presets(new PresetCard(this))
    , m_limits(new LimitsCard(this))
    , m_wait(new WaitCard(this))
    , m_countries(new CountriesCard(this))
    , m_testNumbers(new TestNumbers(context, this))
    , m_scroll(new QScrollArea(this))
    , m_trial(new TrialLine(context, this))
    , m_notice(new InlineNotice(this))
    , m_state(new QLabel(this))
    , m_apply(new QPushButton(this))
    , m_revert(new QPushButton(tr("&Revert"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(buildCards(), 1);
    layout->addWidget(buildBar());

    connect(m_presets, &PresetCard::edited, this, [this] {
        Settings wanted = m_draft.wanted();
        applyPreset(wanted, m_presets->chosen());
        m_draft.want(wanted);
        showCards();
        edited();
    });
    for (const ProtectionCard *card : std::initializer_list<ProtectionCard *>{m_limits, m_wait, m_countries})
        connect(card, &ProtectionCard::edited, this, &ProtectionPanel::edited);
    connect(m_notice, &InlineNotice::triggered, this, &ProtectionPanel::refresh);
    connect(m_apply, &QPushButton::clicked, this, &ProtectionPanel::apply);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_draft.revert();
        m_countries->reset();
        showCards();
        updateBar();
    });
    showCards();
    updateBar();
}

QWidget *ProtectionPanel::buildCards()
{
    auto *page = new QWidget(this);
    page->setMaximumWidth(PageWidth);
    auto *cards = new QVBoxLayout(page);
    cards->setContentsMargins(0, 0, Space::S, 0);
    cards->setSpacing(Space::M);
    cards->addWidget(m_presets);
    cards->addWidget(m_limits);
    cards->addWidget(m_wait);
    cards->addWidget(m_countries);
    cards->addWidget(m_testNumbers);
    cards->addStretch(1);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setLook(m_scroll, Look::Plain);
    return m_scroll;
}

// Below what scrolls: what is not applied yet, and what it would do, is always in sight.
QWidget *ProtectionPanel::buildBar()
{
    auto *bar = new QWidget(this);
    bar->setMaximumWidth(PageWidth);
    setLook(m_apply, Look::Primary);
    setLook(m_revert, Look::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_notice);
    layout->addWidget(m_trial);
    layout->addLayout(buttons);
    return bar;
}

QString ProtectionPanel::title() const
{
    return tr("Protection");
}

QString ProtectionPanel::iconName() const
{
    return u"protection"_s;
}

void ProtectionPanel::focusFilter()
{
    m_countries->focusSearch();
}

void ProtectionPanel::refresh()
{
    m_trial->noteNewRows();
    m_asking.ask(admin().settings(), this, [this](const Result<SettingsView> &answer) {
        if (answer)
            take(*answer);
        else
            m_notice->tell(errorText(answer.error()), Tone::Bad, tr("Try again"));
    });
}

void ProtectionPanel::take(const SettingsView &view)
{
    if (m_notice->button()->isVisibleTo(m_notice))
        m_notice->clear(); // the one that offers to try again
    if (!m_limits->isValid() || !m_countries->isValid())
        return updateBar(); // somebody is at it; what was typed cannot be put into settings yet
    m_draft.take(view);
    showCards();
    updateBar();
}

void ProtectionPanel::edited()
{
    m_notice->clear(); // it spoke of what was there before
    Settings wanted = m_draft.wanted();
    m_limits->writeInto(wanted);
    m_wait->writeInto(wanted);
    m_countries->writeInto(wanted);
    m_draft.want(wanted);
    m_presets->show(m_draft);
    updateBar();
}

void ProtectionPanel::showCards()
{
    m_presets->show(m_draft);
    m_limits->show(m_draft);
    m_wait->show(m_draft);
    m_countries->show(m_draft);
}

bool ProtectionPanel::isValid() const
{
    return m_limits->isValid() && m_countries->isValid();
}

void ProtectionPanel::updateBar()
{
    const int changes = int(m_draft.changes().size());
    const bool isBusy = m_applying.isWaiting();
    m_apply->setText(isBusy ? tr("Applying…") : tr("&Apply"));
    m_apply->setEnabled(changes > 0 && isValid() && !isBusy);
    m_revert->setEnabled((changes > 0 || !isValid()) && !isBusy);
    if (!isValid())
        m_state->setText(tr("Something cannot be used as it is."));
    else
        m_state->setText(changes > 0 ? tr("%Ln change(s) not applied.", nullptr, changes) : QString());
    setTone(m_state, isValid() ? Tone::Muted : Tone::Bad);
    if (m_draft.isKnown() && isValid())
        m_trial->tryOut(m_draft.changes(), m_draft.wanted().effectiveLimits() == LimitsMode::Protect);
    else
        m_trial->clear();
}

void ProtectionPanel::apply()
{
    const QJsonObject changes = m_draft.changes();
    const QJsonObject undo = m_draft.undoOf(changes);
    m_applying.ask(admin().applySettings(changes), this, [this, undo](const Result<SettingsView> &answer) {
        if (!answer) {
            updateBar();
            m_notice->tell(errorText(answer.error()), Tone::Bad);
            return;
        }
        m_undo = undo;
        take(*answer);
        context().notify({tr("Protection changed."), tr("Undo"),
                          [panel = QPointer(this)] {
                              if (panel)
                                  panel->undo();
                          },
                          false});
    });
    updateBar();
}

void ProtectionPanel::open(const QString &argument)
{
    // The page may not have been laid out yet.
    if (argument == "test-numbers"_L1)
        QTimer::singleShot(0, m_scroll, [this] { m_scroll->ensureWidgetVisible(m_testNumbers); });
}

bool ProtectionPanel::undo()
{
    if (m_testNumbers->undo())
        return true;
    if (m_undo.isEmpty() || m_applying.isWaiting())
        return false;
    takeBack();
    return true;
}

void ProtectionPanel::takeBack()
{
    m_applying.ask(admin().applySettings(std::exchange(m_undo, {})), this,
                   [this](const Result<SettingsView> &answer) {
                       if (answer) {
                           take(*answer);
                           showNotice(tr("As it was before."));
                       } else {
                           m_notice->tell(errorText(answer.error()), Tone::Bad);
                       }
                       updateBar();
                   });
    updateBar();
}

std::unique_ptr<Panel> makeProtectionPanel(const PanelContext &context)
{
    return std::make_unique<ProtectionPanel>(context);
}

} // namespace smsauth
