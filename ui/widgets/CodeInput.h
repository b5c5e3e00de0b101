// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace smsauth {

/// A field for a code: large digits, everything else that is typed or pasted is left out ("code: 48 21" gives
/// 4821).
class CodeInput : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int MaxDigits = 10;

    explicit CodeInput(QWidget *parent = nullptr);

    QString code() const { return text(); }
    void setCode(const QString &code) { setText(code); }
};

} // namespace smsauth
