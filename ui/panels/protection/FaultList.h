// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Fault.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace smsauth {

/// The rules of the simulator, one below the other, with the time that is left to each.
class FaultList : public QWidget
{
    Q_OBJECT

public:
    /// Rules that are shown one by one; of more only the number is told.
    static constexpr int MostRows = 50;

    explicit FaultList(const Clock &clock, QWidget *parent = nullptr);

    void setRules(const QList<FaultRule> &rules);

Q_SIGNALS:
    void changeWanted(const smsauth::FaultRule &rule);
    void removeWanted(const smsauth::FaultRule &rule);

private:
    struct Row
    {
        FaultRule rule;
        QLabel *timeLeft;
    };

    void addRow(const FaultRule &rule);
    void showTimes();

    const Clock &m_clock;
    QVBoxLayout *m_rowsLayout;
    QLabel *m_more;
    QList<FaultRule> m_rules;
    QList<Row> m_rows;
};

} // namespace smsauth
