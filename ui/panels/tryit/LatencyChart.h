// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/FlowTally.h"

#include <QWidget>

namespace smsauth {

/// How long flows took in the course of a run: p50, p95 and p99 as lines, failures as marks at the bottom.
class LatencyChart : public QWidget
{
    Q_OBJECT

public:
    explicit LatencyChart(QWidget *parent = nullptr);

    void show(const QList<FlowInterval> &intervals);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<FlowInterval> m_intervals;
};

} // namespace smsauth
