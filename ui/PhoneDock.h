// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

#include <QDockWidget>

namespace smsauth {

class SimulatedPhone;

/// The simulated phone beside the pages, or in a window of its own. Only in simulated mode: real messages go to
/// real phones, and there is nothing that a simulated one could show.
class PhoneDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit PhoneDock(const PanelContext &context, QWidget *parent = nullptr);

    SimulatedPhone *phone() const { return m_phone; }
    void show(const ServerStatus &status);

private:
    void followFloating();

    SimulatedPhone *m_phone;
    QWidget *m_noTitle; ///< the phone says itself what it is
};

} // namespace smsauth
