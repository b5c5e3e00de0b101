// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <chrono>

class QComboBox;
class QSpinBox;

namespace smsauth {

/// A length of time as a person says it: a number and a unit.
class DurationEdit : public QWidget
{
    Q_OBJECT

public:
    /// name: translated. From 1 second to `most`.
    DurationEdit(const QString &name, std::chrono::seconds most, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setValue(std::chrono::seconds value);
    std::chrono::seconds value() const;
    QSpinBox *number() const { return m_number; }

Q_SIGNALS:
    void changed();

private:
    int unit() const;

    const std::chrono::seconds m_most;
    QSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace smsauth
