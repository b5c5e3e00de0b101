// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace smsauth {

// What descriptions of gateways say in English, for a person. Descriptions are data that anybody can write: what is
// not known here stays as it is written.

QString fieldLabelText(const QString &label);
/// What belongs into a field of this name; empty for a name that is not known.
QString fieldHelpText(const QString &name);
/// Why the secret store was chosen; from ServerStatus.
QString storeReasonText(const QString &reason);

} // namespace smsauth
