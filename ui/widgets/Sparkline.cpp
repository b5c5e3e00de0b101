// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Sparkline.h"

#include "ui/Theme.h"

#include <QPainter>
#include <algorithm>

namespace smsauth {
namespace {

constexpr QSize Size(140, 28);
constexpr qreal Gap = 0.3;    ///< of a bar's place
constexpr qreal LeastBar = 2; ///< a small number is still to be seen
constexpr qreal EmptyBar = 1;

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return Size;
}

void Sparkline::setValues(const QList<qint64> &values, const QString &words)
{
    setAccessibleDescription(words);
    setToolTip(words);
    if (m_values == values)
        return;
    m_values = values;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(Qt::NoPen);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const qint64 largest = std::max<qint64>(1, *std::max_element(m_values.begin(), m_values.end()));
    const qreal place = qreal(width()) / qreal(m_values.size());
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const qint64 value = m_values.at(i);
        const qreal bar = value == 0 ? EmptyBar : std::max(LeastBar, height() * qreal(value) / qreal(largest));
        painter.setBrush(toneColor(value == 0 ? Tone::Line : Tone::Accent));
        painter.drawRect(QRectF(place * qreal(i), height() - bar, place * (1 - Gap), bar));
    }
}

} // namespace smsauth
