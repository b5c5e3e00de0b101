// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace smsauth {

/// Rows in aligned columns for a terminal; their cells are made printable().
class TextTable
{
public:
    explicit TextTable(const QStringList &head)
        : m_rows{head}
    {
    }
    void add(const QStringList &row);
    /// The lines, or the sentence when there is no row.
    QString text(const QString &whenEmpty) const;

private:
    QList<QStringList> m_rows;
};

} // namespace smsauth
