// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ThemedIcon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace smsauth {

ThemedIcon::ThemedIcon(QString name, Tone tone)
    : m_name(std::move(name))
    , m_tone(tone)
{
}

void ThemedIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, 1));
}

QPixmap ThemedIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

/// size is in device pixels.
QPixmap ThemedIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(file());
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    QColor color = toneColor(m_tone);
    if (mode == QIcon::Disabled)
        color.setAlphaF(0.4F);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

QIconEngine *ThemedIcon::clone() const
{
    return new ThemedIcon(m_name, m_tone);
}

bool ThemedIcon::isNull()
{
    return !QFile::exists(file());
}

QString ThemedIcon::file() const
{
    return QStringLiteral(":/smsauth/icons/%1.svg").arg(m_name);
}

} // namespace smsauth
