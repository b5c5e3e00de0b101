// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMessageBox;
class QWidget;

namespace smsauth {

struct GoLive
{
    QString gateway;          ///< its title
    int waiting = 0;          ///< messages that wait for the simulator
    bool lacksSecret = false; ///< a credential is not set
    bool hasChanges = false;  ///< that are saved first
};

/// The question before real SMS are sent. Accepted: a person wants it. Belongs to the parent and deletes itself.
QMessageBox *goLiveQuestion(const GoLive &what, QWidget *parent);

} // namespace smsauth
