// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/gateway/GatewayFormCard.h"
#include "ui/widgets/RowList.h"

#include <QCoreApplication>

namespace smsauth {

/// What replies mean that are not good ones.
class GatewayRulesCard final : public GatewayFormCard
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)

public:
    explicit GatewayRulesCard(QWidget *parent = nullptr);

    void show(const GatewayForm &form) override;
    void writeTo(GatewayForm &form) const override;

private:
    static QList<RowList::Column> columns();

    RowList *m_rules;
};

} // namespace smsauth
