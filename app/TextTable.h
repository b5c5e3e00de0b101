// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace smsauth {

/// Without control characters, which could change a terminal or fake a line.
QString printable(const QString &text);

/// Rows in aligned columns for a terminal.
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
