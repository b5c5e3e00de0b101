// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowCheck.h"
#include "ui/Panel.h"
#include "ui/Theme.h"

#include <QMap>
#include <QTimer>

class QGridLayout;
class QLabel;
class QPushButton;

namespace smsauth {

class FlowRunner;

/// What a server must refuse, one line each: what is expected, and whether the server did so.
class AlsoTry : public QWidget
{
    Q_OBJECT

public:
    explicit AlsoTry(const PanelContext &context, QWidget *parent = nullptr);
    ~AlsoTry() override;

    static QString nameOf(FlowCheck check);
    /// Does nothing while it is under way, or while the server does not run in simulated mode.
    void run(FlowCheck check);
    void runAll();
    void stop();
    bool isRunning() const;

Q_SIGNALS:
    /// Every request that was made on the way.
    void exchanged(const smsauth::Exchange &exchange);
    void ended(const smsauth::FlowCheckReport &report);
    /// A person wants to see the request that decided.
    void exchangeWanted(const smsauth::Exchange &exchange);

private:
    struct Row
    {
        QPushButton *start;
        QLabel *expected;
        QLabel *badge;
        QLabel *outcome;
        QPushButton *show;
        bool running = false;
        int run = 0; ///< what came of an earlier run is dropped
        Exchange answer;
        std::optional<Timestamp> waitsUntil; ///< for its code to expire
    };

    void addRow(FlowCheck check, int line, QGridLayout *grid);
    void take(const FlowCheckReport &report);
    void giveUp(FlowCheck check, const QString &why);
    void mark(Row &row, const QString &verdict, Tone tone, const QString &words);
    void followServer();
    void showWaits();
    FlowRunner &runner();

    const PanelContext m_context;
    std::unique_ptr<FlowRunner> m_runner; ///< made when first needed: it has a thread
    QMap<FlowCheck, Row> m_rows;
    QPushButton *m_all;
    QPushButton *m_stop;
    QTimer m_everySecond;
};

} // namespace smsauth
