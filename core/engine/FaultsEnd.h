// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/FaultBook.h"

#include <QTimer>

namespace smsauth {

/// Ends the rules of a fault book when their time has come, and tells of every change. Lives on the server thread;
/// the book must live longer.
class FaultsEnd : public QObject
{
    Q_OBJECT

public:
    FaultsEnd(FaultBook &faults, const Clock &clock, QObject *parent);

Q_SIGNALS:
    void faultsChanged();

private:
    void waitForNext();

    FaultBook &m_faults;
    const Clock &m_clock;
    QTimer *m_next;
};

} // namespace smsauth
