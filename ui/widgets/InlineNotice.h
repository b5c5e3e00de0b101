// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace smsauth {

/// A coloured strip inside a page: what is the matter here, and a button that helps. Hidden until told something.
class InlineNotice : public QFrame
{
    Q_OBJECT

public:
    explicit InlineNotice(QWidget *parent = nullptr);

    /// Translated, plain text. An empty action: no button.
    void tell(const QString &text, Tone tone, const QString &action = {});
    /// As tell(), and scrolls to it: the answer to what a person did just now may stand out of sight.
    void answer(const QString &text, Tone tone, const QString &action = {});
    void clear() { hide(); }
    QString text() const;
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void triggered();

private:
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace smsauth
