// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowCheck.h"
#include "core/flow/FlowRunner.h"

#include <QTimer>
#include <functional>

namespace smsauth {

class HttpExchanger;

/// One check, step by step, on the exchanger's thread and as its child; deletes itself at its end.
class FlowCheckWalk : public QObject
{
    Q_OBJECT

public:
    struct Listener
    {
        std::function<void(const Exchange &)> seen;
        std::function<void(FlowCheckReport)> done; ///< once, also when the exchanger dies first
    };

    FlowCheckWalk(HttpExchanger &exchanger, const FlowTarget &target, FlowCheck check,
                  const FlowCheckOptions &options, Listener listener);
    ~FlowCheckWalk() override;

    void start();
    void stop();

private:
    using Next = void (FlowCheckWalk::*)(const Exchange &);

    void ask(const Exchange &);
    void await(const Exchange &);
    void takeCode(const Exchange &answer);
    void tryWrongly(const Exchange &);
    void verifyRightly(const Exchange &);
    void askAgain(const Exchange &);
    void judge(const Exchange &answer);

    /// mayFail: a refusal goes on as well; else it ends the check untried.
    void send(Exchange request, Next next, bool mayFail = false);
    void end(FlowCheckReport::Verdict verdict, const Exchange &answer);
    QString wrongCode() const;

    HttpExchanger &m_exchanger;
    const FlowTarget m_target;
    const FlowCheckOptions m_options;
    const QString m_phone;
    Listener m_listener;
    FlowCheckReport m_report;
    QTimer m_wait;
    QString m_code;
    int m_tries = 0;
    bool m_verified = false;
};

} // namespace smsauth
