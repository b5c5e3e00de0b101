// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/gateway/GatewayFormCard.h"

#include <QCoreApplication>

namespace smsauth {

class RequestForm;

/// The request that sends a message.
class GatewayMessageCard final : public GatewayFormCard
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)

public:
    explicit GatewayMessageCard(QWidget *parent = nullptr);

    void show(const GatewayForm &form) override;
    void writeTo(GatewayForm &form) const override;

private:
    RequestForm *m_send;
};

} // namespace smsauth
