// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/StorageRecords.h"

class QMessageBox;
class QWidget;

namespace smsauth {

/// The question before a back-up takes the place of the database, with what is in either of them. Accepted: a
/// person wants it. Belongs to the parent and deletes itself. presentIsKnown: false when the database that is there
/// cannot be opened.
QMessageBox *restoreQuestion(const BackupCheck &check, bool presentIsKnown, Timestamp now, QWidget *parent);

} // namespace smsauth
