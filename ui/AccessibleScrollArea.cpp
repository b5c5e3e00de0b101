// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AccessibleScrollArea.h"

#include <QAccessible>
#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// The plain widget's interface answers a question for a child that is not there with nothing.
class AccessibleScrollArea final : public QAccessibleWidget
{
public:
    explicit AccessibleScrollArea(QWidget *area)
        : QAccessibleWidget(area, QAccessible::Client)
    {
    }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != "QScrollArea"_L1 && className != "QAbstractScrollArea"_L1)
        return nullptr;
    auto *area = qobject_cast<QWidget *>(object);
    return area ? new AccessibleScrollArea(area) : nullptr;
}

} // namespace

void installAccessibleScrollAreas()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace smsauth
