// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhoneEdit.h"

#include "ui/Theme.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace smsauth {

PhoneEdit::PhoneEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_valid(addAction(themedIcon(u"check"_s, Tone::Good), QLineEdit::TrailingPosition))
{
    setPlaceholderText(tr("+1 202-555-0101"));
    setMaxLength(PhoneNumber::MaxTextLength);
    setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_valid->setVisible(false);
    m_valid->setToolTip(tr("A valid number"));
    connect(this, &QLineEdit::textChanged, this, &PhoneEdit::parse);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (!m_phone.isNull())
            setText(m_phone.international());
    });
}

void PhoneEdit::setPhone(const PhoneNumber &phone)
{
    setText(phone.international());
}

void PhoneEdit::setRegion(const QString &region)
{
    m_region = region;
    parse();
}

void PhoneEdit::parse()
{
    const Result<PhoneNumber> parsed = PhoneNumber::parse(text(), m_region);
    const PhoneNumber phone = parsed ? *parsed : PhoneNumber();
    m_valid->setVisible(!phone.isNull());
    if (phone == m_phone)
        return;
    m_phone = phone;
    Q_EMIT phoneChanged(m_phone);
}

} // namespace smsauth
