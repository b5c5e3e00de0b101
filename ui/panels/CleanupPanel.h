// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace smsauth {

class DurationEdit;
class InlineNotice;

/// How much has expired, when it goes, and what of the send log is kept.
class CleanupPanel : public Panel
{
    Q_OBJECT

public:
    explicit CleanupPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    bool undo() override;
    void refresh() override;

    /// For how long a clear can be taken back; 8 s by default.
    void setUndoTime(milliseconds time) { m_pending.setInterval(time); }

private:
    QWidget *buildExpired();
    QWidget *buildSchedule();
    QWidget *buildRetention();
    void askStatus();
    void showStatus();
    void showSchedule();
    void clear();
    void clearNow();
    void preview();
    void takeSettings(const SettingsView &view);
    void fill();
    void edited();
    QJsonObject changes() const;
    void updateApply();
    void apply();
    void revert();

    // What is there now
    QLabel *m_figure;
    QLabel *m_expiredText;
    QLabel *m_preview;
    QPushButton *m_clear;
    QPushButton *m_dryRun;
    InlineNotice *m_notice;
    // What happens by itself
    QLabel *m_lastRun;
    QLabel *m_nextRun;
    QCheckBox *m_scheduled;
    DurationEdit *m_interval;
    QLabel *m_scheduleOrigin;
    // What is kept of the log
    QSpinBox *m_days;
    QSpinBox *m_rows;
    QLabel *m_retentionOrigin;
    QPushButton *m_apply;
    QPushButton *m_revert;
    InlineNotice *m_settingsNotice;

    CleanupStatus m_status;
    bool m_known = false;
    bool m_clearFailed = false;    ///< m_notice says why
    bool m_settingsFailed = false; ///< m_settingsNotice says why they could not be read
    SettingsView m_settings;
    QTimer m_pending; ///< runs while a clear can still be taken back
    Latest m_asking, m_clearing, m_previewing, m_settingsAsking, m_applying;
};

std::unique_ptr<Panel> makeCleanupPanel(const PanelContext &context);

} // namespace smsauth
