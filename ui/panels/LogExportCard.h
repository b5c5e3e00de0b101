// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/LogExport.h"
#include "ui/Panel.h"
#include "ui/Theme.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace smsauth {

class InlineNotice;

/// Writes what the filter finds into a file: format, phones masked or whole, where to; then how far it is, and
/// Cancel.
class LogExportCard : public QFrame
{
    Q_OBJECT

public:
    /// filter: what is asked for at the moment of the start; none: it cannot be used as it is.
    LogExportCard(const PanelContext &context, std::function<std::optional<LogFilter>()> filter,
                  QWidget *parent = nullptr);

    void open();
    bool isRunning() const { return m_export->isRunning(); }

private:
    void build();
    void fitName();
    void choose();
    void start();
    void updateControls();
    void showProgress(const LogExportProgress &progress);
    void tell(const QString &text, Tone tone, const QString &action = {});

    const PanelContext m_context;
    const std::function<std::optional<LogFilter>()> m_filter;
    LogExport *m_export;
    bool m_mayReplace = false; ///< the file that is named, if there is one
    QComboBox *m_format;
    QCheckBox *m_fullPhones;
    QLineEdit *m_file;
    QPushButton *m_choose;
    QPushButton *m_start;
    QPushButton *m_close;
    QProgressBar *m_bar;
    QLabel *m_state;
    InlineNotice *m_notice;
};

} // namespace smsauth
