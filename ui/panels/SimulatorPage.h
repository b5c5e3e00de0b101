// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

#include <QWidget>

class QVBoxLayout;
class QLabel;
class QPushButton;

namespace smsauth {

/// The built-in gateway: needs nothing, and leads to those that send real messages.
class SimulatorPage : public QWidget
{
    Q_OBJECT

public:
    explicit SimulatorPage(QWidget *parent = nullptr);

    /// gateways: all of them; a few are offered by name.
    void setState(bool active, const QList<ProviderInfo> &gateways);
    void setBusy(bool busy);

Q_SIGNALS:
    void gatewayWanted(const QString &id);
    /// One that is in no list.
    void ownGatewayWanted();
    void activateRequested();
    void testNumbersRequested();

private:
    QLabel *m_badge;
    QLabel *m_text;
    QPushButton *m_use;
    QPushButton *m_testNumbers;
    QVBoxLayout *m_offers;
    QStringList m_offered;
    QList<QWidget *> m_buttons;
};

} // namespace smsauth
