// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ShortcutList.h"

#include "ui/Theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

namespace smsauth {

ShortcutList::ShortcutList(const QList<ListedAction> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::XL);
    form->setVerticalSpacing(Space::S);
    for (const ListedAction &listed : actions) {
        if (listed.action->shortcut().isEmpty())
            continue;
        auto *keys =
            new QLabel(QKeySequence::listToString(listed.action->shortcuts(), QKeySequence::NativeText), this);
        setLook(keys, Look::Mono);
        form->addRow(listed.text, keys);
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
