// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"

#include <QDialog>

class QPushButton;

namespace smsauth {

class InlineNotice;
class PhoneEdit;

/// Asks for another number of a user. It stays open until the number is taken, so that one that is refused can be
/// corrected where it stands. Deletes itself when it is closed.
class NumberDialog : public QDialog
{
    Q_OBJECT

public:
    /// user: as a person knows them, their present number.
    NumberDialog(const QString &user, QWidget *parent);

    /// Why the number was not taken. Translated.
    void tell(const QString &problem);

Q_SIGNALS:
    void chosen(const smsauth::PhoneNumber &phone);

private:
    void choose();
    void updateButton();

    PhoneEdit *m_edit;
    InlineNotice *m_problem;
    QPushButton *m_change = nullptr;
    bool m_isWaiting = false; ///< somebody looks whether the number can be taken
};

} // namespace smsauth
