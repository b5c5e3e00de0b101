// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Lamp.h"

#include <QPainter>

namespace smsauth {

Lamp::Lamp(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void Lamp::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Lamp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor halo = toneColor(m_tone, palette());
    painter.setBrush(halo);
    painter.drawEllipse(QRectF(rect()).adjusted(2, 2, -2, -2));
    halo.setAlphaF(0.25F);
    painter.setBrush(halo);
    painter.drawEllipse(QRectF(rect()));
}

} // namespace smsauth
