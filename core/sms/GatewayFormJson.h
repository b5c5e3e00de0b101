// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayForm.h"
#include "core/sms/HttpProviderFile.h"

namespace smsauth {

// The parts of a description as fields of a form; what does not belong there is left out.

GatewayForm readFormOf(const OrderedJson &root);
GatewayForm::Request readRequestForm(const OrderedJson &json);
GatewayForm::Condition readConditionForm(const OrderedJson &json);
GatewayForm::Rule readRuleForm(const OrderedJson &json);
QList<GatewayForm::Variable> readVariablesForm(const OrderedJson &json);

} // namespace smsauth
