// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QWidget;

namespace smsauth {

/// Secondary text of as many lines as it needs.
QLabel *mutedLabel(QWidget *parent);

} // namespace smsauth
