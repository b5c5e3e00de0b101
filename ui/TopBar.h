// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace smsauth {

class Lamp;

/// The strip that every page has above it: start and stop, is it up, where, and whether messages are real.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    /// toggle: starts and stops the server.
    explicit TopBar(QAction *toggle, QWidget *parent = nullptr);

    void show(const ServerStatus &status);

Q_SIGNALS:
    void copyUrlRequested();
    void findRequested();
    /// A warning's badge was pressed.
    /// panel: where a badge leads.
    void attentionRequested(const QString &panel, const QString &argument);

private:
    void showWarnings(const ServerStatus &status);

    Lamp *m_lamp;
    QLabel *m_state;
    QLabel *m_url;
    QPushButton *m_copyUrl;
    QHBoxLayout *m_warnings;
    QStringList m_shownWarnings;
    QLabel *m_mode;
    QLabel *m_modeWords;
};

} // namespace smsauth
