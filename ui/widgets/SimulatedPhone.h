// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

#include <QMap>
#include <QTimer>

class QComboBox;
class QToolButton;
class QScrollArea;
class QVBoxLayout;

namespace smsauth {

class MessageBubble;

/// The built-in phones, one at a time: messages as bubbles, newest at the bottom. Numbers appear when a message for
/// them arrives, or when a person adds one. Simulated mode only; it asks only while it is visible.
class SimulatedPhone : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MostMessages = 200;

    explicit SimulatedPhone(const PanelContext &context, QWidget *parent = nullptr);

    PhoneNumber phone() const;
    void select(const PhoneNumber &phone);
    void refresh();
    /// What the button in its corner offers: the other one.
    void setDetached(bool detached);

Q_SIGNALS:
    /// Out of the window, or back into it.
    void detachRequested();
    void useRequested(const smsauth::PhoneNumber &phone, const QString &code);
    void sendRequested(const smsauth::PhoneNumber &phone);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void take(const QList<MessageRecord> &newestFirst);
    void findTwins();
    Timestamp sentAt(const MessageRecord &message) const;
    void keepPhone(const PhoneNumber &phone);
    void addPhone(const PhoneNumber &phone);
    void listPhones();
    void addNextTestNumber();
    void showBubbles();
    void showAges();
    void updateUnread();

    const PanelContext m_context;
    QComboBox *m_phones;
    QToolButton *m_detach;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QWidget *m_empty;
    QTimer m_everySecond;
    QList<MessageRecord> m_messages;     ///< newest first
    QHash<QString, Timestamp> m_firstAt; ///< the first attempt, by the gateway's id
    QMap<RowId, MessageBubble *> m_bubbles;
    QSet<PhoneNumber> m_kept;         ///< whom somebody has asked for: they stay without a message
    QHash<PhoneNumber, RowId> m_read; ///< the newest message of each phone that has been shown
    RowId m_newest = 0;
    std::optional<RowId>
        m_fresh;           ///< while new messages are put in: what was the newest before; none: not known yet
    bool m_chosen = false; ///< a person has picked a phone: stay there
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace smsauth
