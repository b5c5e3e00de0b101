// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace smsauth {

class Sparkline;

/// What was sent, verified, failed and blocked today, how many of the sent were verified and how fast, and the
/// shape of the last day.
class TodayFigures : public QWidget
{
    Q_OBJECT

public:
    explicit TodayFigures(QWidget *parent = nullptr);

    void show(const ServerStatus &status);
    void show(const Activity &activity);

private:
    QLabel *addCard(QHBoxLayout *row, const QString &text, const QString &name);
    QWidget *makeDayCard();
    void showRate();

    QLabel *m_sent, *m_verified, *m_failed, *m_blocked;
    QLabel *m_rate;
    Sparkline *m_day;
    ServerStatus m_status;
    std::optional<milliseconds> m_median;
};

} // namespace smsauth
