// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TableModel.h"

namespace smsauth {

void TableModelBase::setHeldBack(int count)
{
    if (m_heldBack == count)
        return;
    m_heldBack = count;
    Q_EMIT heldBackChanged(count);
}

} // namespace smsauth
