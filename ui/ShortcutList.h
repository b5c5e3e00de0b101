// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ActionList.h"

#include <QDialog>

namespace smsauth {

/// What can be done with the keyboard.
class ShortcutList : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutList(const QList<ListedAction> &actions, QWidget *parent = nullptr);
};

} // namespace smsauth
