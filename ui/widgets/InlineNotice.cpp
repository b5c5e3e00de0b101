// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/InlineNotice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

namespace smsauth {
namespace {

constexpr int Around = 64; ///< what is scrolled into sight with it: the button that was pressed stands beside it

} // namespace

InlineNotice::InlineNotice(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setLook(this, Look::Banner);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    layout->setSpacing(Space::M);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &InlineNotice::triggered);
    hide();
}

void InlineNotice::tell(const QString &text, Tone tone, const QString &action)
{
    setTone(this, tone);
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    show();
}

void InlineNotice::answer(const QString &text, Tone tone, const QString &action)
{
    tell(text, tone, action);
    // Later, when the page knows how tall it has become.
    QTimer::singleShot(0, this, [this] {
        for (QWidget *outer = parentWidget(); outer; outer = outer->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(outer))
                return area->ensureWidgetVisible(this, 0, Around);
        }
    });
}

QString InlineNotice::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace smsauth
