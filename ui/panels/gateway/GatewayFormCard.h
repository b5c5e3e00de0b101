// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayForm.h"

#include <QFrame>

class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace smsauth {

class RowList;

/// One part of a gateway's description in fields that a person can fill in.
class GatewayFormCard : public QFrame
{
    Q_OBJECT

public:
    /// Into the fields; what a person has typed there goes.
    virtual void show(const GatewayForm &form) = 0;
    /// What the fields say, into its part of the form.
    virtual void writeTo(GatewayForm &form) const = 0;

Q_SIGNALS:
    /// Somebody has typed.
    void changed();

protected:
    /// Translated; an empty hint: none.
    GatewayFormCard(const QString &title, const QString &hint, QWidget *parent);

    QVBoxLayout *column() const { return m_column; }
    static QFormLayout *formLayout();
    /// A field that tells of changes. example: what one could type there; empty: words. group: tells the names of
    /// fields apart that have the same label.
    QLineEdit *line(QFormLayout *layout, const QString &label, const QString &example, const QString &group);
    /// Places in a reply and what must stand there.
    RowList *pointerList(const QString &name);
    QLabel *mutedText(const QString &text);

    static void setText(QLineEdit *edit, const QString &text);
    static QList<QStringList> rowsOf(const GatewayForm::Condition &condition);
    static QList<GatewayForm::Pair> fieldsOf(const RowList *list);

private:
    QVBoxLayout *m_column;
};

} // namespace smsauth
