// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/panels/LogAdvice.h"
#include "ui/widgets/Latest.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace smsauth {

/// What can be done with the chosen message: first the one thing that helps.
class LogActions : public QWidget
{
    Q_OBJECT

public:
    explicit LogActions(const PanelContext &context, QWidget *parent = nullptr);

    /// Nothing: no message is chosen.
    void show(const std::optional<MessageRecord> &message);

    /// As narrow as one button beside the list.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void onlyPhoneRequested(const smsauth::PhoneNumber &phone);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateActions();
    void follow();
    void sendAgain();

    const PanelContext m_context;
    std::optional<MessageRecord> m_message;
    LogAdvice m_advice;
    QLabel *m_sentence;
    QPushButton *m_next;
    QPushButton *m_again;
    QPushButton *m_onlyPhone;
    QBoxLayout *m_others; ///< what does not help first
    Latest m_sending;
};

} // namespace smsauth
