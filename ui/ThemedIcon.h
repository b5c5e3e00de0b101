// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QIconEngine>

namespace smsauth {

/// Draws a one-colour SVG in the colour that its tone has at the time of drawing.
class ThemedIcon final : public QIconEngine
{
public:
    /// name: a file in resources/icons without its ending.
    ThemedIcon(QString name, Tone tone);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    bool isNull() override;

private:
    QString file() const;

    const QString m_name;
    const Tone m_tone;
};

} // namespace smsauth
