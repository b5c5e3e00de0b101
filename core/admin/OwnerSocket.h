// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Commands.h"

#include <QLocalServer>
#include <QLockFile>

namespace smsauth {

/// One owner a profile: a lock file, and a user-only local socket through which other processes run commands in the
/// owner. One JSON object a line each way: {"command":"codes.list","arguments":{…}} →
/// {"result":{…}} or {"error":{"code":"…","detail":"…"}}.
class OwnerSocket : public QObject
{
public:
    explicit OwnerSocket(QObject *parent = nullptr);
    ~OwnerSocket() override;

    /// Takes the profile. Errors: InUse (detail names the owner's pid).
    Result<void> acquire(const QString &folder);
    /// Answers commands from now on.
    Result<void> serve(Commands &commands);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The client's side; blocking, for the command line. Errors: NotFound (no owner), TimedOut, and those of the
/// command.
Result<QJsonObject> runInOwner(const QString &folder, const QString &command, const QJsonObject &arguments,
                               milliseconds timeout);

} // namespace smsauth
