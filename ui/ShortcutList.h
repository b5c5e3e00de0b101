// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace smsauth {

/// What can be done with the keyboard, read from the actions themselves so that it is never out of date.
class ShortcutList : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutList(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace smsauth
