// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>
#include <functional>

namespace smsauth {

/// Calls then() at once for settings that touch nobody else. Before those that send real messages or let other
/// computers in it asks, one question after the other, with Cancel as the default; then() runs only when a person
/// has agreed to all. simulated: the mode before the change.
void askConsent(QWidget *page, const QJsonObject &changes, bool simulated, const std::function<void()> &then);

} // namespace smsauth
