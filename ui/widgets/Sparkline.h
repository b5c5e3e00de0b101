// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace smsauth {

/// A few numbers as bars beside one another, without axes: the shape of a day at a glance. Mirrored in
/// right-to-left languages.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    /// values: oldest first, none negative. words: what they say, for assistive technology and the tool tip.
    void setValues(const QList<qint64> &values, const QString &words);
    const QList<qint64> &values() const { return m_values; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<qint64> m_values;
};

} // namespace smsauth
