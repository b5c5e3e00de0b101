// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace smsauth {

class DurationEdit;
class InlineNotice;

/// When cleanups happen by themselves and what they keep of the send log, with the last and the next run.
class CleanupSettings : public QWidget
{
    Q_OBJECT

public:
    explicit CleanupSettings(const PanelContext &context, QWidget *parent = nullptr);

    /// Apply, Revert and what became of them; for a place where it is always in sight.
    QWidget *bar() const { return m_bar; }
    /// Asks for the settings. What somebody has typed stays.
    void refresh();
    /// Nothing: not known just now.
    void show(const std::optional<CleanupStatus> &status);

Q_SIGNALS:
    void applied();

private:
    QWidget *buildSchedule();
    QWidget *buildRetention();
    QWidget *buildBar();
    void showRuns();
    void take(const SettingsView &view);
    void fill();
    QJsonObject changes() const;
    bool isDaily() const;
    void updateFields();
    void apply();

    const PanelContext m_context;
    QLabel *m_lastRun;
    QLabel *m_nextRun;
    QCheckBox *m_scheduled;
    QComboBox *m_rhythm;
    DurationEdit *m_interval;
    QTimeEdit *m_time;
    QLabel *m_scheduleOrigin;
    QSpinBox *m_days;
    QSpinBox *m_rows;
    QLabel *m_retentionOrigin;
    QWidget *m_bar;
    QPushButton *m_apply;
    QPushButton *m_revert;
    InlineNotice *m_notice;
    bool m_readFailed = false; ///< m_notice says why
    std::optional<CleanupStatus> m_status;
    SettingsView m_settings;
    Latest m_asking, m_applying;
};

} // namespace smsauth
