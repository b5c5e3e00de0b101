// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/MarkedLineEdit.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;

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
    MarkedLineEdit *field() const { return m_edit; }
    /// What cannot be understood, or (Muted) is only begun; empty: all is well.
    void setProblem(const QString &problem, Tone tone = Tone::Warning);
    QString problem() const;

Q_SIGNALS:
    /// A moment after the last change.
    void changed();

private:
    void showChoice(QComboBox *box, const QString &field) const;

    MarkedLineEdit *m_edit;
    QHBoxLayout *m_row;
    QLabel *m_problem;
    QTimer m_settle;
};

} // namespace smsauth
