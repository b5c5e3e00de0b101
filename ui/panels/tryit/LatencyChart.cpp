// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/LatencyChart.h"

#include "ui/Theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using std::chrono::microseconds;

struct Curve
{
    microseconds FlowInterval::*time;
    Tone tone;
    Qt::PenStyle style; ///< told apart without their colours, too
    QString name;
};

QList<Curve> curves()
{
    return {{&FlowInterval::p50, Tone::Good, Qt::SolidLine, u"p50"_s},
            {&FlowInterval::p95, Tone::Accent, Qt::DashLine, u"p95"_s},
            {&FlowInterval::p99, Tone::Warning, Qt::DotLine, u"p99"_s}};
}

/// 1, 2 or 5 times a power of ten, at least the value.
double roundedUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(value, 1e-3))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

double inMs(microseconds time)
{
    return double(time.count()) / 1000.0;
}

} // namespace

LatencyChart::LatencyChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Times in the course of the run"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize LatencyChart::sizeHint() const
{
    return {320, 130};
}

QSize LatencyChart::minimumSizeHint() const
{
    return {180, 80};
}

void LatencyChart::show(const QList<FlowInterval> &intervals)
{
    m_intervals = intervals;
    update();
}

void LatencyChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colours = palette();
    const QFontMetrics metrics = fontMetrics();
    double highest = 0;
    milliseconds end{0};
    for (const FlowInterval &interval : std::as_const(m_intervals)) {
        highest = std::max(highest, inMs(interval.p99));
        end = interval.begin;
    }
    const double top = roundedUp(highest);
    const QString topText = tr("%1 ms").arg(QLocale().toString(top));
    const int left = metrics.horizontalAdvance(topText) + Space::S;
    const QRectF plot = QRectF(rect()).adjusted(left, metrics.height() + Space::XS, -Space::XS, -Space::XS);

    painter.setPen(toneColor(Tone::Line, colours));
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = plot.bottom() - share * plot.height();
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.setPen(toneColor(Tone::Muted, colours));
    if (m_intervals.isEmpty()) {
        painter.drawText(plot, Qt::AlignCenter, tr("The times of the flows appear here."));
        return;
    }
    painter.drawText(QRectF(0, plot.top() - metrics.height() / 2.0, left - Space::XS, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, topText);
    painter.drawText(QRectF(0, plot.bottom() - metrics.height(), left - Space::XS, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, u"0"_s);

    const double span = std::max(1.0, double(end.count()));
    const auto x = [&](milliseconds at) { return plot.left() + plot.width() * double(at.count()) / span; };
    const auto y = [&](microseconds time) { return plot.bottom() - plot.height() * inMs(time) / top; };

    int failures = 0;
    painter.setPen(QPen(toneColor(Tone::Bad, colours), 3));
    for (const FlowInterval &interval : std::as_const(m_intervals)) {
        if (interval.failed == 0)
            continue;
        failures += interval.failed;
        painter.drawLine(QPointF(x(interval.begin), plot.bottom()), QPointF(x(interval.begin), plot.bottom() - 5));
    }

    double legend = plot.left();
    for (const Curve &curve : curves()) {
        const QColor colour = toneColor(curve.tone, colours);
        QPainterPath path;
        for (const FlowInterval &interval : std::as_const(m_intervals)) {
            if (interval.flows == interval.failed)
                continue; // nobody passed: there is no time
            const QPointF point(x(interval.begin), y(interval.*curve.time));
            if (path.elementCount() == 0)
                path.moveTo(point);
            else
                path.lineTo(point);
        }
        painter.setPen(QPen(colour, 2, curve.style));
        painter.setBrush(Qt::NoBrush);
        if (path.elementCount() > 1) {
            painter.drawPath(path);
        } else if (path.elementCount() == 1) {
            const QPointF only = path.elementAt(0);
            painter.drawEllipse(only, 2, 2);
        }
        painter.drawLine(QPointF(legend, metrics.height() / 2.0), QPointF(legend + 18, metrics.height() / 2.0));
        painter.setPen(toneColor(Tone::Muted, colours));
        painter.drawText(QPointF(legend + 22, metrics.ascent()), curve.name);
        legend += 22 + metrics.horizontalAdvance(curve.name) + Space::L;
    }
    if (failures > 0) {
        painter.setPen(toneColor(Tone::Bad, colours));
        painter.drawText(QPointF(legend, metrics.ascent()), tr("%Ln failed", nullptr, failures));
    }
}

} // namespace smsauth
