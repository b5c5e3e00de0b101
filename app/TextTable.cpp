// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TextTable.h"

#include "core/base/Printable.h"

#include <algorithm>

namespace smsauth {

void TextTable::add(const QStringList &row)
{
    QStringList clean;
    for (const QString &cell : row)
        clean.append(printable(cell));
    m_rows.append(clean);
}

QString TextTable::text(const QString &whenEmpty) const
{
    if (m_rows.size() == 1)
        return whenEmpty + u'\n';
    QList<qsizetype> widths(m_rows.first().size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row.at(column).size());
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row.at(column).leftJustified(widths[column] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace smsauth
