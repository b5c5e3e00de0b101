// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/Theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace smsauth {
namespace {

constexpr int IconSize = 40;
constexpr int TextWidth = 480;

} // namespace

/// Draws the icon when it is painted, so that it follows the theme.
class EmptyState::Picture : public QWidget
{
public:
    explicit Picture(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(IconSize, IconSize);
    }
    void setIcon(const QIcon &icon)
    {
        m_icon = icon;
        setVisible(!icon.isNull());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new Picture(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(TextWidth);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_text, Look::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::L);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    // As wide as it may be, in the middle; an alignment would keep it from becoming narrower.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_text, TextWidth);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
}

void EmptyState::setContent(const QString &icon, const QString &text, const QString &action)
{
    m_picture->setIcon(themedIcon(icon, Tone::Muted));
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

QString EmptyState::text() const
{
    return m_text->text();
}

} // namespace smsauth
