// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace smsauth {

/// A message as it looks on a phone, with what one does with a code: copy it, use it.
class MessageBubble : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBubble(const MessageRecord &message, QWidget *parent = nullptr);

    const MessageRecord &message() const { return m_message; }
    /// isReplaced: a newer code has made this one worthless.
    void update(const MessageRecord &message, bool isReplaced = false);
    /// Writes the time that is left anew.
    void showAge(Timestamp now);

Q_SIGNALS:
    void copyRequested(const QString &code);
    void useRequested(const QString &code);

private:
    MessageRecord m_message;
    bool m_isReplaced = false;
    QLabel *m_text;
    QLabel *m_footer;
    QPushButton *m_copy;
    QPushButton *m_use;
};

} // namespace smsauth
