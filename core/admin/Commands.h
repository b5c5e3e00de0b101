// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

namespace smsauth {

/// The commands of the command line in their JSON form, the same whether they run in the owner of the profile
/// (through its local socket) or in the command's own process. Names: "clear-expired", "codes.list", "codes.wait",
/// "log", "send-test", "users.list", "settings.show", "settings.check", "settings.import", "secret.set",
/// "secret.list", "secret.delete". Arguments and answers: the tables of the manual page. Lives on Admin's thread.
class Commands
{
public:
    explicit Commands(Admin &admin);

    static QStringList names();
    /// Errors: InvalidInput (unknown command, missing or malformed argument), and those of the action.
    QFuture<Result<QJsonObject>> run(const QString &name, const QJsonObject &arguments);

private:
    Admin &m_admin;
};

} // namespace smsauth
