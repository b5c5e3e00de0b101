// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace smsauth {

/// What a page says when it has nothing to show: one sentence, and one thing to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Translated. An empty action: no button.
    void setContent(const QString &icon, const QString &text, const QString &action = {});
    QString text() const;
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void triggered();

private:
    class Picture;

    Picture *m_picture;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace smsauth
