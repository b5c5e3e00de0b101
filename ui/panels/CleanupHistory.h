// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

class QGridLayout;
class QPushButton;

namespace smsauth {

/// What earlier cleanups have done: when, by whom, how much.
class CleanupHistory : public QFrame
{
    Q_OBJECT

public:
    explicit CleanupHistory(const PanelContext &context, QWidget *parent = nullptr);

    /// Nothing: not known just now; what is shown stays.
    void show(const std::optional<CleanupStatus> &status);

private:
    void rebuild();

    const PanelContext m_context;
    QList<CleanupRun> m_runs;
    QWidget *m_rows = nullptr;
    QPushButton *m_more;
};

} // namespace smsauth
