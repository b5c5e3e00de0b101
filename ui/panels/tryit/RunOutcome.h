// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRun.h"
#include "ui/Theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QTableWidget;

namespace smsauth {

class LatencyChart;

/// How a run of many flows goes, and how it went: numbers, times, a chart, what failed and what helps.
class RunOutcome : public QWidget
{
    Q_OBJECT

public:
    explicit RunOutcome(QWidget *parent = nullptr);

    void showProgress(const FlowProgress &progress);
    void showEnd(const FlowRunResult &result);
    /// In the place of the numbers.
    void say(const QString &sentence, Tone tone);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTimes();
    void makeErrors();
    void showTimes(int row, const FlowTimes &times);
    void showFailures(const FlowProgress &progress);

    QLabel *m_words;
    QProgressBar *m_bar;
    QBoxLayout *m_middle;           ///< times and chart
    QList<QList<QLabel *>> m_times; ///< by step, the whole flow last
    LatencyChart *m_chart;
    QTableWidget *m_errors;
    QLabel *m_hints;
};

} // namespace smsauth
