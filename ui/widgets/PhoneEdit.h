// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"

#include <QLineEdit>

namespace smsauth {

/// A field for a phone number that says whether it is one while it is typed.
class PhoneEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PhoneEdit(QWidget *parent = nullptr);

    /// Null while the text is not a valid number.
    PhoneNumber phone() const { return m_phone; }
    void setPhone(const PhoneNumber &phone);
    /// ISO country for national numbers; empty: only international ones.
    void setRegion(const QString &region);

Q_SIGNALS:
    void phoneChanged(const smsauth::PhoneNumber &phone);

private:
    void parse();

    QString m_region;
    PhoneNumber m_phone;
    QAction *m_valid;
};

} // namespace smsauth
