// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SimulatorPage.h"

#include "ui/Theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

SimulatorPage::SimulatorPage(QWidget *parent)
    : QWidget(parent)
    , m_badge(new QLabel(this))
    , m_text(new QLabel(this))
    , m_use(new QPushButton(tr("Back to the &simulator"), this))
    , m_testNumbers(new QPushButton(themedIcon(u"warning"_s), tr("Test numbers and &faults"), this))
    , m_offers(new QVBoxLayout)
{
    auto *title = new QLabel(tr("Simulator"), this);
    setLook(title, Look::Title);
    setLook(m_badge, Look::Badge);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::M);
    head->addWidget(title);
    head->addWidget(m_badge, 0, Qt::AlignVCenter);
    head->addStretch(1);
    head->addWidget(m_use);

    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    m_text->setWordWrap(true);
    auto *next = new QLabel(tr("To send real messages, add a gateway. It can be tested before it is used."), card);
    next->setWordWrap(true);
    setLook(next, Look::Muted);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    inside->setSpacing(Space::M);
    inside->addWidget(m_text);
    inside->addWidget(m_testNumbers, 0, Qt::AlignLeft);
    inside->addWidget(next);
    inside->addLayout(m_offers);
    m_offers->setSpacing(Space::S);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(head);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_use, &QPushButton::clicked, this, &SimulatorPage::activateRequested);
    connect(m_testNumbers, &QPushButton::clicked, this, &SimulatorPage::testNumbersRequested);
}

void SimulatorPage::setState(bool active, const QList<ProviderInfo> &gateways)
{
    m_badge->setText(active ? tr("In use") : tr("Not in use"));
    setTone(m_badge, active ? Tone::Simulated : Tone::Muted);
    m_text->setText(active
                        ? tr("The simulator is active and needs nothing. Messages appear on the simulated phone; "
                             "no SMS leaves this computer.")
                        : tr("With the simulator no SMS leaves this computer. Messages appear on the simulated "
                             "phone."));
    m_use->setVisible(!active);
    m_testNumbers->setVisible(active); // in live mode they have no effect

    // The ones that people ask for first; any other HTTP API can be described.
    QStringList offered;
    QMap<QString, QString> titles;
    for (const QString &id : {u"twilio"_s, u"megafon"_s}) {
        for (const ProviderInfo &gateway : gateways) {
            if (gateway.id == id) {
                offered.append(id);
                titles.insert(id, gateway.title);
            }
        }
    }
    if (offered == m_offered && !m_buttons.isEmpty())
        return;
    m_offered = offered;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const QString &id : offered) {
        auto *button = new QPushButton(themedIcon(u"plus"_s), tr("Add %1").arg(titles.value(id)), this);
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT gatewayWanted(id); });
        m_offers->addWidget(button, 0,
                            Qt::AlignLeft); // one below the other: side by side they ask for a wide window
        m_buttons.append(button);
    }
    auto *own = new QPushButton(themedIcon(u"plus"_s), tr("Add your own gateway"), this);
    connect(own, &QPushButton::clicked, this, &SimulatorPage::ownGatewayWanted);
    m_offers->addWidget(own, 0, Qt::AlignLeft);
    m_buttons.append(own);
}

void SimulatorPage::setBusy(bool busy)
{
    m_use->setEnabled(!busy);
}

} // namespace smsauth
