// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowList.h"

#include "ui/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

RowList::RowList(const QString &name, const QList<Column> &columns, const QString &add, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_columns(columns)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(themedIcon(u"plus"_s), add, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::S);
    m_grid->setVerticalSpacing(Space::XS);
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        auto *title = new QLabel(m_columns.at(i).title, this);
        setLook(title, Look::Muted);
        m_grid->addWidget(title, 0, int(i));
        m_grid->setColumnStretch(int(i), m_columns.at(i).stretch);
        m_titles.append(title);
    }
    setLook(m_add, Look::Quiet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::XS);
    layout->addLayout(m_grid);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.last().fields.first()->setFocus();
        Q_EMIT changed();
    });
    nameRows();
}

void RowList::setRows(const QList<QStringList> &rows)
{
    if (rows == this->rows())
        return; // the cursor stays where it is
    const QList<Row> old = std::exchange(m_rows, {});
    for (const Row &row : old) {
        qDeleteAll(row.fields);
        delete row.remove;
    }
    for (const QStringList &row : rows)
        addRow(row);
    nameRows();
}

QList<QStringList> RowList::rows() const
{
    QList<QStringList> all;
    for (const Row &row : m_rows) {
        QStringList texts;
        for (const QWidget *field : row.fields)
            texts.append(textOf(field));
        all.append(texts + row.unseen);
    }
    return all;
}

void RowList::addRow(const QStringList &texts)
{
    Row row;
    const int line = m_nextLine++;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns.at(i);
        if (column.choices.isEmpty()) {
            auto *edit = new QLineEdit(texts.value(i), this);
            edit->setPlaceholderText(column.placeholder);
            edit->setCursorPosition(0);
            edit->setMinimumWidth(48);
            if (column.isMono)
                setLook(edit, Look::Mono);
            connect(edit, &QLineEdit::textEdited, this, &RowList::changed);
            row.fields.append(edit);
        } else {
            auto *choice = new QComboBox(this);
            for (const auto &[value, text] : column.choices)
                choice->addItem(text, value);
            choice->setCurrentIndex(std::max(0, choice->findData(texts.value(i))));
            choice->setFocusPolicy(Qt::StrongFocus);
            connect(choice, &QComboBox::activated, this, &RowList::changed);
            row.fields.append(choice);
        }
        m_grid->addWidget(row.fields.last(), line, int(i));
    }
    row.remove = new QPushButton(themedIcon(u"trash"_s, Tone::Muted), {}, this);
    setLook(row.remove, Look::Quiet);
    m_grid->addWidget(row.remove, line, int(m_columns.size()));
    connect(row.remove, &QPushButton::clicked, this, [this, button = row.remove] { removeRow(button); });
    row.unseen = texts.mid(m_columns.size());
    m_rows.append(row);
    nameRows();
}

void RowList::removeRow(QPushButton *button)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [button](const Row &row) { return row.remove == button; });
    const qsizetype place = found - m_rows.begin();
    for (QWidget *field : std::as_const(found->fields))
        field->deleteLater();
    found->remove->deleteLater();
    m_rows.erase(found);
    nameRows();
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.at(std::min(place, m_rows.size() - 1)).fields.first()->setFocus();
    Q_EMIT changed();
}

void RowList::nameRows()
{
    for (QLabel *title : std::as_const(m_titles))
        title->setVisible(!m_rows.isEmpty());
    m_add->setAccessibleName(m_name + u": "_s + m_add->text());
    for (qsizetype line = 0; line < m_rows.size(); ++line) {
        const Row &row = m_rows.at(line);
        for (qsizetype i = 0; i < row.fields.size(); ++i)
            row.fields.at(i)->setAccessibleName(u"%1: %2 %3"_s.arg(m_name, m_columns.at(i).title).arg(line + 1));
        const QString remove = tr("%1: remove row %2").arg(m_name).arg(line + 1);
        row.remove->setAccessibleName(remove);
        row.remove->setToolTip(tr("Remove"));
    }
}

QString RowList::textOf(const QWidget *field) const
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(field))
        return edit->text().trimmed();
    return static_cast<const QComboBox *>(field)->currentData().toString();
}

} // namespace smsauth
