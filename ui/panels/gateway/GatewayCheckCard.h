// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/gateway/GatewayFormCard.h"

#include <QCoreApplication>

class QCheckBox;
class QLineEdit;

namespace smsauth {

class RequestForm;
class RowList;

/// The request that tests the credentials, if there is one.
class GatewayCheckCard final : public GatewayFormCard
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayFormView)

public:
    explicit GatewayCheckCard(QWidget *parent = nullptr);

    void show(const GatewayForm &form) override;
    void writeTo(GatewayForm &form) const override;

private:
    QCheckBox *m_hasCheck;
    QWidget *m_parts;
    RequestForm *m_check;
    QLineEdit *m_status = nullptr;
    RowList *m_fields = nullptr;
    QString m_body; ///< a pattern, which only the JSON shows
};

} // namespace smsauth
