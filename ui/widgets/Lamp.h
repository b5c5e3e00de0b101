// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

namespace smsauth {

/// A small round light. It never stands alone: words beside it say the same.
class Lamp : public QWidget
{
public:
    explicit Lamp(QWidget *parent = nullptr);
    void setTone(Tone tone);
    QSize sizeHint() const override { return {12, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Muted;
};

} // namespace smsauth
