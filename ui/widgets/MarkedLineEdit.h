// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QLineEdit>

namespace smsauth {

/// A line of text in which parts can be underlined with a wave, as an editor marks what it does not understand.
class MarkedLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    struct Mark
    {
        qsizetype start = 0; ///< in UTF-16 units
        qsizetype length = 0;
        Tone tone = Tone::Warning;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    using QLineEdit::QLineEdit;

    void setMarks(const QList<Mark> &marks);
    const QList<Mark> &marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int xOf(qsizetype position) const;

    QList<Mark> m_marks;
};

} // namespace smsauth
