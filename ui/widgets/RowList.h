// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace smsauth {

/// A short list of rows that a person fills in: text fields and choices beside each other, with a button that adds
/// a row and one that removes it.
class RowList : public QWidget
{
    Q_OBJECT

public:
    struct Column
    {
        QString title;       ///< translated
        QString placeholder; ///< an example
        int stretch = 1;
        /// Not empty: a choice. What is kept, what is shown.
        QList<QPair<QString, QString>> choices = {};
        bool isMono = false;
    };

    /// name: translated, tells the controls of two lists apart. add: the text of its button.
    RowList(const QString &name, const QList<Column> &columns, const QString &add, QWidget *parent = nullptr);

    /// One text for each column; what comes behind goes along with its row unseen.
    void setRows(const QList<QStringList> &rows);
    QList<QStringList> rows() const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QList<QWidget *> fields;
        QPushButton *remove;
        QStringList unseen;
    };

    void addRow(const QStringList &texts);
    void removeRow(QPushButton *button);
    void nameRows();
    QString textOf(const QWidget *field) const;

    const QString m_name;
    const QList<Column> m_columns;
    QGridLayout *m_grid;
    QList<QLabel *> m_titles;
    QPushButton *m_add;
    QList<Row> m_rows;
    int m_nextLine = 1; ///< lines of the grid are never used again
};

} // namespace smsauth
