// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PassphraseFields.h"

#include "ui/Theme.h"

#include <QVBoxLayout>

namespace smsauth {

QLineEdit *hiddenField(const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                               Qt::ImhNoAutoUppercase);
    field->setAccessibleName(name);
    field->setPlaceholderText(name);
    return field;
}

void wipe(QLineEdit *field)
{
    field->setText(QString()); // clear() would keep the text for Undo
}

PassphraseFields::PassphraseFields(QWidget *parent)
    : QWidget(parent)
    , m_first(hiddenField(tr("Passphrase"), this))
    , m_again(hiddenField(tr("Passphrase again"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_first);
    layout->addWidget(m_again);
    setFocusProxy(m_first);
    for (QLineEdit *field : {m_first, m_again})
        connect(field, &QLineEdit::textEdited, this, &PassphraseFields::edited);
    connect(m_first, &QLineEdit::returnPressed, this, [this] {
        if (m_isNew && m_again->text().isEmpty())
            m_again->setFocus();
        else
            Q_EMIT submitted();
    });
    connect(m_again, &QLineEdit::returnPressed, this, &PassphraseFields::submitted);
}

void PassphraseFields::ask(bool isNew)
{
    m_isNew = isNew;
    const QString name = isNew ? tr("New passphrase") : tr("Passphrase");
    m_first->setAccessibleName(name);
    m_first->setPlaceholderText(name);
    m_again->setVisible(isNew);
    clear();
    setBusy(false);
    focusFirst();
}

void PassphraseFields::setBusy(bool busy)
{
    m_first->setEnabled(!busy);
    m_again->setEnabled(!busy);
}

std::optional<Secret> PassphraseFields::take()
{
    m_problem.clear();
    if (m_isNew && m_first->text().size() < Shortest) {
        m_problem = tr("The passphrase needs at least %Ln character(s).", nullptr, Shortest);
        return std::nullopt;
    }
    if (m_isNew && m_first->text() != m_again->text()) {
        m_problem = tr("The two are not the same. Type it twice once more.");
        clear();
        focusFirst();
        return std::nullopt;
    }
    const Secret passphrase(m_first->text().toUtf8());
    clear();
    return passphrase;
}

void PassphraseFields::clear()
{
    wipe(m_first);
    wipe(m_again);
}

void PassphraseFields::focusFirst()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

} // namespace smsauth
