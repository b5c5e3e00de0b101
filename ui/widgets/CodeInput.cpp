// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CodeInput.h"

#include "ui/Theme.h"

#include <QValidator>

namespace smsauth {
namespace {

class DigitsOnly final : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString &text, int &position) const override
    {
        QString digits;
        int digitsBefore = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            // Digits of every script are taken for what they mean, as the server does.
            const int value = text.at(i).digitValue();
            if (value < 0 || digits.size() == CodeInput::MaxDigits)
                continue;
            digits += QChar(u'0' + value);
            digitsBefore += i < position ? 1 : 0;
        }
        text = digits;
        position = digitsBefore;
        return Acceptable;
    }
};

} // namespace

CodeInput::CodeInput(QWidget *parent)
    : QLineEdit(parent)
{
    setValidator(new DigitsOnly(this));
    setInputMethodHints(Qt::ImhDigitsOnly);
    QFont large = monospaceFont();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setLetterSpacing(QFont::AbsoluteSpacing, 3);
    setFont(large);
}

} // namespace smsauth
