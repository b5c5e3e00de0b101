// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/gateway/GatewayFormCard.h"

#include <QCoreApplication>

class QLabel;
class QLineEdit;

namespace smsauth {

class RowList;

/// What the gateway is called, and the fields that its page asks for.
class GatewayNameCard final : public GatewayFormCard
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)

public:
    explicit GatewayNameCard(QWidget *parent = nullptr);

    void show(const GatewayForm &form) override;
    void writeTo(GatewayForm &form) const override;

private:
    void judgeTitle();

    QLineEdit *m_title = nullptr;
    QLabel *m_titleProblem = nullptr;
    RowList *m_variables = nullptr;
};

} // namespace smsauth
