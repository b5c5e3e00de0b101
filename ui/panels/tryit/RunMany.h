// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowRun.h"
#include "ui/Panel.h"

class QPushButton;
class QSpinBox;

namespace smsauth {

class PhoneEdit;
class RunOutcome;
struct ServerTarget;

/// The flow N times: what to run, start and stop, and the report.
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

private:
    enum class Report { JUnit, Json };

    QLayout *makeInputs();
    void begin(const ServerTarget &server);
    void showEnd(const FlowRunResult &result);
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
    RunOutcome *m_outcome;
};

} // namespace smsauth
