// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace smsauth {

/// A line to filter with, and beside it choices that write their terms into it: there is one place that says what
/// is filtered.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString text;  ///< translated
        QString value; ///< of the term; empty: all
    };

    /// name, placeholder: translated.
    FilterBar(const QString &name, const QString &placeholder, QWidget *parent = nullptr);

    /// A drop-down for the values of one field.
    QComboBox *addChoices(const QString &name, const QString &field, const QList<Choice> &choices);
    QString text() const;
    void setText(const QString &text);
    QLineEdit *field() const { return m_edit; }
    /// What cannot be understood; empty: all is well.
    void setProblem(const QString &problem);

Q_SIGNALS:
    /// A moment after the last change.
    void changed();

private:
    void showChoice(QComboBox *box, const QString &field) const;

    QLineEdit *m_edit;
    QLabel *m_problem;
    QTimer m_settle;
};

} // namespace smsauth
