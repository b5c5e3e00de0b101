// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QVBoxLayout;

namespace smsauth {

class FirstSteps;
class Lamp;
class TodayFigures;

/// Is it up, is anything wrong, how do I get a code.
class OverviewPanel : public Panel
{
    Q_OBJECT

public:
    explicit OverviewPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("overview"); }
    void open(const QString &argument) override;
    bool takeCode(const PhoneNumber &phone, const QString &code) override;
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeStateCard();
    void askActivity();
    void showStatus(const ServerStatus &status);
    void showAttention(const ServerStatus &status);

    Lamp *m_lamp = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_where = nullptr;
    FirstSteps *m_steps = nullptr;
    TodayFigures *m_figures = nullptr;
    QVBoxLayout *m_attention = nullptr;
    QStringList m_shownAttention;
    Latest m_activity;
    bool m_activityIsOld = false;
};

} // namespace smsauth
