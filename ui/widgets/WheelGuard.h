// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace smsauth {

/// Leaves the wheel to the page that scrolls: it must not change a field that it happens to pass. One for any
/// number of fields; a child of their page.
class WheelGuard : public QObject
{
public:
    using QObject::QObject;

    /// The spin boxes and choices in this widget, and itself.
    void watch(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace smsauth
