// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace smsauth {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal. One object a process; from its construction on these signals no
/// longer end the process, also while no event loop runs yet. A SIGHUP that was ignored before stays so.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void requested(int signalNumber);

private:
    void read();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace smsauth
