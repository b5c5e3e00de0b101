// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhoneDock.h"

#include "ui/widgets/SimulatedPhone.h"

namespace smsauth {
namespace {

constexpr QSize WindowSize(320, 620);

} // namespace

PhoneDock::PhoneDock(const PanelContext &context, QWidget *parent)
    : QDockWidget(tr("Simulated phone"), parent)
    , m_phone(new SimulatedPhone(context, this))
    , m_noTitle(new QWidget(this))
{
    setObjectName(QStringLiteral("phoneDock"));
    setWidget(m_phone);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    connect(m_phone, &SimulatedPhone::detachRequested, this, [this] {
        const bool detach = !isFloating();
        setFloating(detach);
        if (detach)
            resize(WindowSize);
    });
    connect(this, &QDockWidget::topLevelChanged, this, &PhoneDock::followFloating);
    followFloating();
}

/// In a window of its own it needs a title to be moved by.
void PhoneDock::followFloating()
{
    setTitleBarWidget(isFloating() ? nullptr : m_noTitle);
    m_noTitle->setVisible(!isFloating());
    m_phone->setDetached(isFloating());
}

void PhoneDock::show(const ServerStatus &status)
{
    const bool simulated = status.mode == Mode::Simulated;
    toggleViewAction()->setEnabled(simulated);
    m_phone->setVisible(simulated);
    if (!simulated)
        hide();
}

} // namespace smsauth
