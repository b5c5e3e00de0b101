// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

namespace smsauth {

/// Of a gateway's title, in characters. Files may have longer ones, which are shown shortened.
inline constexpr int LongestTitle = 60;
QString shortTitle(const QString &title);

/// Some of its fields have values of a person's own.
bool isSetUp(const ProviderInfo &info);

/// In the order of a list: the one in use, the simulator, those that are set up, those of the profile, the rest by
/// title. chosen: ids in the order in which a person has put them; they come first, as they stand there.
QList<ProviderInfo> orderedGateways(QList<ProviderInfo> infos, const QStringList &chosen);

} // namespace smsauth
