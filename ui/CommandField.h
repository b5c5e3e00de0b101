// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ActionList.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace smsauth {

/// One field that finds every action and page by its words. Up and Down choose, Enter runs, Escape leaves.
class CommandField : public QDialog
{
    Q_OBJECT

public:
    /// actions: what can be found; those that are disabled are left out.
    explicit CommandField(const QList<ListedAction> &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches(const QString &typed);
    void run();

    QList<ListedAction> m_actions;
    QLineEdit *m_field;
    QListWidget *m_matches;
    QLabel *m_nothing;
};

} // namespace smsauth
