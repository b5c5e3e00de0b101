// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayForm.h"

#include <QScrollArea>

namespace smsauth {

class GatewayFormCard;

/// A gateway's description in fields that a person can fill in, a card for each part of it.
class GatewayFormView : public QScrollArea
{
    Q_OBJECT

public:
    explicit GatewayFormView(QWidget *parent = nullptr);

    void setForm(const GatewayForm &form);
    GatewayForm form() const;

Q_SIGNALS:
    /// Somebody has typed.
    void changed();

private:
    QList<GatewayFormCard *> m_cards;
    bool m_setting = false; ///< no person types just now
};

} // namespace smsauth
