// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ShortcutList.h"

#include "ui/Theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

namespace smsauth {

ShortcutList::ShortcutList(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::XL);
    form->setVerticalSpacing(Space::S);
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        auto *keys = new QLabel(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText), this);
        setLook(keys, Look::Mono);
        QString text = action->text();
        form->addRow(text.remove(u'&'), keys);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::L);
    layout->setSpacing(Space::XL);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

} // namespace smsauth
