// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MarkedLineEdit.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionFrame>

namespace smsauth {

void MarkedLineEdit::setMarks(const QList<Mark> &marks)
{
    if (m_marks == marks)
        return;
    m_marks = marks;
    update();
}

/// From the cursor, which alone tells how far the text is scrolled.
int MarkedLineEdit::xOf(qsizetype position) const
{
    const QRect cursor = cursorRect();
    const auto width = [this](qsizetype from, qsizetype to) {
        return fontMetrics().horizontalAdvance(text().mid(from, to - from));
    };
    const qsizetype here = cursorPosition();
    const int x = cursor.center().x();
    return position >= here ? x + width(here, position) : x - width(position, here);
}

void MarkedLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_marks.isEmpty() || text().isEmpty())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(style()->subElementRect(QStyle::SE_LineEditContents, &option, this));
    const int y = cursorRect().center().y() + fontMetrics().height() / 2;
    for (const Mark &mark : std::as_const(m_marks)) {
        const qsizetype end = std::min<qsizetype>(mark.start + mark.length, text().size());
        if (mark.start >= end)
            continue;
        painter.setPen(QPen(toneColor(mark.tone, palette()), 1.5));
        const int from = xOf(mark.start);
        const int to = xOf(end);
        constexpr int Step = Space::XS;
        QPainterPath wave(QPointF(from, y));
        for (int x = from; x < to; x += Step)
            wave.quadTo(x + Step / 2.0, y + ((x - from) / Step % 2 == 0 ? -3 : 3), x + Step, y);
        painter.drawPath(wave);
    }
}

} // namespace smsauth
