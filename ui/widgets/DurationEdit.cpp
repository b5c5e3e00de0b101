// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DurationEdit.h"

#include "ui/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

using std::chrono::seconds;

namespace smsauth {

DurationEdit::DurationEdit(const QString &name, seconds most, QWidget *parent)
    : QWidget(parent)
    , m_most(most)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this))
{
    setName(name);
    m_number->setMinimum(1);
    m_unit->addItem(tr("seconds"), 1);
    m_unit->addItem(tr("minutes"), 60);
    m_unit->addItem(tr("hours"), 3600);
    if (most > std::chrono::days(1))
        m_unit->addItem(tr("days"), 86400);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_number);
    layout->addWidget(m_unit);
    setFocusProxy(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, &DurationEdit::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        m_number->setMaximum(int(m_most.count()) / unit());
        Q_EMIT changed();
    });
    m_number->setMaximum(int(most.count()));
}

void DurationEdit::setName(const QString &name)
{
    m_number->setAccessibleName(name);
    m_unit->setAccessibleName(tr("Unit of %1").arg(name));
}

int DurationEdit::unit() const
{
    return m_unit->currentData().toInt();
}

seconds DurationEdit::value() const
{
    return seconds(qint64(m_number->value()) * unit());
}

void DurationEdit::setValue(seconds value)
{
    if (value == this->value())
        return;
    // The largest unit that says it without a fraction.
    int index = 0;
    for (int i = 1; i < m_unit->count(); ++i) {
        if (value.count() >= m_unit->itemData(i).toInt() && value.count() % m_unit->itemData(i).toInt() == 0)
            index = i;
    }
    m_unit->setCurrentIndex(index);
    m_number->setValue(int(value.count() / unit()));
}

} // namespace smsauth
