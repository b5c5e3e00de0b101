// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace smsauth {

class DurationEdit;
class WheelGuard;

/// "5 in 1 hour, 10 in 1 day"
QString limitsText(const QList<Limit> &limits);

/// One limit as a person sets it: a line for each of its windows, which can be added and removed.
class LimitWindows : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Most = 4;

    /// name: translated, for accessible names: "One number".
    explicit LimitWindows(const QString &name, QWidget *parent = nullptr);

    /// Not empty.
    void setLimits(const QList<Limit> &limits);
    QList<Limit> limits() const;
    /// Translated; empty: it can be applied.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QWidget *box;
        QSpinBox *count;
        DurationEdit *window;
        QPushButton *remove;
    };
    Line makeLine();
    void addLine();
    void removeLine(const QWidget *box);
    void nameLines();
    void showState();

    const QString m_name;
    WheelGuard *m_wheel;
    QVBoxLayout *m_rows;
    QList<Line> m_lines;
    QPushButton *m_add;
    QLabel *m_problem;
};

} // namespace smsauth
