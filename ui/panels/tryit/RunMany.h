// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRun.h"
#include "ui/Panel.h"
#include "ui/Theme.h"

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace smsauth {

class LatencyChart;
class PhoneEdit;
struct ServerTarget;

/// The flow N times: what to run, how it goes, what failed, and the report.
class RunMany : public QWidget
{
    Q_OBJECT

public:
    explicit RunMany(const PanelContext &context, QWidget *parent = nullptr);

    /// What the fields say.
    struct Plan
    {
        int count = 100;
        int parallel = 16;
        int perSecond = 0;
        PhoneNumber firstPhone;
    };
    void setPlan(const Plan &plan);
    /// Begins, if the server runs in simulated mode and nothing runs yet.
    void start();
    void stop();
    bool isRunning() const { return m_asking || m_run.isRunning(); }

Q_SIGNALS:
    void ended(const smsauth::FlowRunResult &result);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Report { JUnit, Json };

    QLayout *makeInputs();
    QWidget *makeTimes();
    void makeErrors();
    void begin(const ServerTarget &server);
    void showProgress(const FlowProgress &progress);
    void showTimes(int row, const FlowTimes &times);
    void showFailures(const FlowProgress &progress);
    void showEnd(const FlowRunResult &result);
    void say(const QString &sentence, Tone tone);
    void followServer();
    void chooseFile(Report report);
    void save(Report report, const QString &file);

    const PanelContext m_context;
    FlowRun m_run;
    bool m_asking = false; ///< for the address
    FlowRunResult m_result;
    QSpinBox *m_count;
    QSpinBox *m_parallel;
    QSpinBox *m_rate;
    PhoneEdit *m_phone;
    QPushButton *m_start;
    QPushButton *m_stop;
    QPushButton *m_save;
    QProgressBar *m_bar;
    QLabel *m_words;
    QList<QList<QLabel *>> m_times; ///< by step, the whole flow last
    QBoxLayout *m_middle;           ///< times and chart
    LatencyChart *m_chart;
    QTableWidget *m_errors;
    QLabel *m_hints;
};

} // namespace smsauth
