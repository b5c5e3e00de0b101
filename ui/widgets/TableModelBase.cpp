// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TableModelBase.h"

namespace smsauth {

namespace {

constexpr milliseconds Quick(25);
constexpr milliseconds LongestRest(1000);

} // namespace

TableModelBase::TableModelBase(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            refresh();
    });
}

void TableModelBase::rest(milliseconds took)
{
    if (took > Quick)
        m_rest.start(std::min(4 * took, LongestRest));
}

void TableModelBase::setHeldBack(int count)
{
    if (m_heldBack == count)
        return;
    m_heldBack = count;
    Q_EMIT heldBackChanged(count);
}

} // namespace smsauth
