// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

namespace smsauth {

// Records as the command line prints them; the keys and their order of documentation: interfaces of the manual
// page.

QJsonObject toJson(const CodeRecord &code);       ///< code: null unless it is known and readable
QJsonObject toJson(const MessageRecord &message); ///< a row of the send log, with every attempt
QJsonObject toJson(const UserRecord &user);
QJsonObject toJson(const AuditRecord &row);
QJsonObject toJson(const AuditVerdict &verdict);
QJsonObject toJson(const FaultRule &rule); ///< as in faults.json and over HTTP
QJsonObject toJson(const CleanupReport &report);
QJsonObject toJson(const BackupReport &report);
QJsonObject toJson(const RestoreReport &report);
QJsonObject toJson(const CompactReport &report);
QJsonObject toJson(const TestSend &sent);
QJsonObject toJson(const SettingsView &view);
QJsonObject toJson(const ImportReport &report);
QJsonObject toJson(const SecretEntry &entry);
QJsonObject toJson(const ServerStatus &status);
/// As GET /sandbox/messages/wait answers: with text and code.
QJsonObject toSandboxJson(const MessageRecord &message);

} // namespace smsauth
