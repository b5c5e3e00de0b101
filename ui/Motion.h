// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

class QObject;
class QWidget;

namespace smsauth {

// All of this is for the GUI thread.

/// Asks the desktop, without waiting for it, whether its user wants things to move.
void followSystemMotion(QObject *context);
/// What a person says to this program.
void setReducedMotion(bool reduced);
bool isMotionReduced();
/// 0 when motion is reduced.
std::chrono::milliseconds motionTime(std::chrono::milliseconds wanted);

/// Lets a widget fade in, unless movements are not wanted.
void fadeIn(QWidget &widget);

} // namespace smsauth
