// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/ProtectionCard.h"

#include "ui/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace smsauth {

ProtectionCard::ProtectionCard(const QString &title, const QString &sentence, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    setLook(this, Look::Card);
    m_body->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    m_body->setSpacing(Space::M);
    auto *heading = new QLabel(title, this);
    setLook(heading, Look::Title);
    m_body->addWidget(heading);
    if (!sentence.isEmpty())
        m_body->addWidget(makeNote(sentence));
}

QLabel *ProtectionCard::makeNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    setLook(note, Look::Muted);
    return note;
}

void ProtectionCard::tell(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace smsauth
