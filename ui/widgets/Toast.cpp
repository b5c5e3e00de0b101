// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Toast.h"

#include "ui/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"toast"_s);
    setAccessibleName(tr("Notice"));
    m_text->setObjectName(u"toastText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"toastAction"_s);
    m_close->setIcon(themedIcon(u"close"_s, Tone::Window));
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(m_close->accessibleName());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::L, Space::S, Space::S, Space::S);
    layout->setSpacing(Space::M);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || isAncestorOf(window()->focusWidget()))
            m_timer.start(NoticeTime);
        else
            dismiss();
    });
    connect(m_close, &QPushButton::clicked, this, &Toast::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = std::exchange(m_run, nullptr);
        dismiss();
        if (run)
            run();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const Notice &notice)
{
    m_text->setText(notice.text);
    m_icon->setPixmap(themedIcon(notice.isError ? u"error"_s : u"check"_s, Tone::Window)
                          .pixmap(QSize(18, 18), devicePixelRatioF()));
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    m_run = notice.action;
    setTone(this, notice.isError ? Tone::Bad : Tone::Text);
    place();
    QFrame::show();
    raise();
    m_timer.start(notice.isError ? ErrorTime : notice.action ? smsauth::UndoTime : NoticeTime);

    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void Toast::place()
{
    const QWidget *area = parentWidget();
    const int width = std::min(area->width() - 2 * Space::L, 640);
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setFixedHeight(height);
    move((area->width() - width) / 2, area->height() - height - Space::L);
}

void Toast::withdrawOffer()
{
    if (m_run)
        dismiss();
}

void Toast::dismiss()
{
    m_timer.stop();
    m_run = nullptr;
    hide();
}

} // namespace smsauth
