// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TopBar.h"

#include "ui/Format.h"
#include "ui/StateLamp.h"
#include "ui/Theme.h"
#include "ui/Warnings.h"
#include "ui/widgets/Lamp.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// Gives way in a narrow window: its words end in "…" then, but its icon stays.
class WarningBadge : public QPushButton
{
public:
    WarningBadge(const QString &text, QWidget *parent)
        : QPushButton(themedIcon(u"warning"_s, Tone::Warning), text, parent)
    {
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    QSize minimumSizeHint() const override { return {frame() + Space::L, QPushButton::minimumSizeHint().height()}; }

protected:
    void initStyleOption(QStyleOptionButton *option) const override
    {
        QPushButton::initStyleOption(option);
        option->text = fontMetrics().elidedText(option->text, Qt::ElideRight, std::max(0, width() - frame()));
    }

private:
    int frame() const { return iconSize().width() + 2 * Space::M; }
};

} // namespace

TopBar::TopBar(QAction *toggle, QWidget *parent)
    : QFrame(parent)
    , m_lamp(new Lamp(this))
    , m_state(new QLabel(this))
    , m_url(new QLabel(this))
    , m_copyUrl(new QPushButton(themedIcon(u"copy"_s), {}, this))
    , m_warnings(new QHBoxLayout)
    , m_mode(new QLabel(this))
    , m_modeWords(new QLabel(this))
{
    setObjectName(u"topBar"_s);
    auto *button = new QPushButton(this);
    button->setObjectName(u"serverToggle"_s);
    const auto showToggle = [button, toggle] {
        button->setText(toggle->text());
        button->setIcon(toggle->icon());
        button->setToolTip(toggle->toolTip());
        button->setEnabled(toggle->isEnabled());
        button->setAccessibleName(toggle->toolTip());
    };
    connect(toggle, &QAction::changed, button, showToggle);
    connect(button, &QPushButton::clicked, toggle, &QAction::trigger);
    showToggle();

    m_state->setObjectName(u"serverState"_s);
    m_url->setObjectName(u"serverUrl"_s);
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLook(m_url, Look::Mono);
    setLook(m_copyUrl, Look::Quiet);
    m_copyUrl->setAccessibleName(tr("Copy the server's address"));
    m_copyUrl->setToolTip(m_copyUrl->accessibleName());
    connect(m_copyUrl, &QPushButton::clicked, this, &TopBar::copyUrlRequested);
    m_mode->setObjectName(u"modeBadge"_s);
    setLook(m_mode, Look::Badge);
    m_modeWords->setObjectName(u"modeWords"_s);
    setLook(m_modeWords, Look::Muted);
    m_warnings->setSpacing(Space::XS);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::S, Space::L, Space::S);
    layout->setSpacing(Space::S);
    layout->addWidget(button);
    layout->addSpacing(Space::S);
    layout->addWidget(m_lamp);
    layout->addWidget(m_state);
    layout->addSpacing(Space::S);
    layout->addWidget(m_url);
    layout->addWidget(m_copyUrl);
    layout->addStretch(1);
    auto *find = new QPushButton(themedIcon(u"search"_s), {}, this);
    setLook(find, Look::Quiet);
    find->setAccessibleName(tr("Find an action (Ctrl+K)"));
    find->setToolTip(find->accessibleName());
    connect(find, &QPushButton::clicked, this, &TopBar::findRequested);
    layout->addLayout(m_warnings);
    layout->addWidget(m_mode);
    layout->addWidget(m_modeWords);
    layout->addWidget(find);
    show({});
}

void TopBar::show(const ServerStatus &status)
{
    m_lamp->setTone(lampTone(status.state));
    m_state->setText(stateText(status.state));
    m_url->setText(status.url);
    m_url->setVisible(!status.url.isEmpty());
    m_copyUrl->setVisible(!status.url.isEmpty());
    const bool simulated = status.mode == Mode::Simulated;
    m_mode->setText(simulated ? tr("SIMULATED") : tr("LIVE"));
    setTone(m_mode, simulated ? Tone::Simulated : Tone::Live);
    m_modeWords->setText(simulated ? tr("No SMS leaves this computer")
                                   : tr("Real messages through %1").arg(status.provider));
    showWarnings(status);
}

void TopBar::showWarnings(const ServerStatus &status)
{
    QStringList badges;
    QList<Warning> shown;
    for (const Warning &warning : warningsOf(status)) {
        if (warning.badge.isEmpty())
            continue;
        badges.append(warning.badge);
        shown.append(warning);
    }
    if (badges == m_shownWarnings)
        return;
    m_shownWarnings = badges;
    while (QLayoutItem *item = m_warnings->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < badges.size(); ++i) {
        auto *badge = new WarningBadge(badges[i], this);
        badge->setToolTip(badges[i] + u'\n' + tr("See what needs attention"));
        setLook(badge, Look::Quiet);
        setTone(badge, Tone::Warning);
        connect(badge, &QPushButton::clicked, this, [this, warning = shown[i]] {
            if (warning.direct)
                Q_EMIT attentionRequested(warning.panel, warning.argument);
            else
                Q_EMIT attentionRequested(u"overview"_s, {});
        });
        m_warnings->addWidget(badge);
    }
}

} // namespace smsauth
