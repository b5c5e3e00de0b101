// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MutedLabel.h"

#include "ui/Theme.h"

#include <QLabel>

namespace smsauth {

QLabel *mutedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    setLook(label, Look::Muted);
    return label;
}

} // namespace smsauth
