// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Commands.h"

#include <functional>
#include <memory>
#include <optional>

namespace smsauth {

/// One owner a profile: a lock, and a user-only local socket through which other processes run commands in the
/// owner. One JSON object a line each way: {"command":"codes.list","arguments":{…}} → {"result":{…}} or
/// {"error":{"code":"…","detail":"…"}}. A connection may ask again when it has its answer; a line that is longer
/// than MaxLine is answered with an error and the connection closed.
class OwnerSocket : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MaxLine = 1024 * 1024;
    static constexpr int MaxClients = 64;
    /// How long a client may stay that asks nothing.
    static constexpr seconds IdleTime{60};

    explicit OwnerSocket(QObject *parent = nullptr);
    ~OwnerSocket() override;

    /// Makes the profile's folders and takes it. Blocks up to `patience` for an owner that is starting or leaving.
    /// Errors: InUse (detail names the owner's pid), Storage, those of Profile::prepare().
    Result<void> acquire(const QString &folder, milliseconds patience = milliseconds(2000));
    /// Answers commands from now on. `commands` must live until release() or the end of this object.
    /// Errors: Storage (the socket cannot be made).
    Result<void> serve(Commands &commands);
    /// What a second start of the console asks for: the first window. Without it the owner has no window, and says
    /// so.
    void setRaiseHandler(std::function<void()> raise);
    /// Gives the profile up; clients that wait are told "cancelled".
    void release();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The client's side; blocking, for the command line. Nothing when no owner answers on this profile. The command
/// "raise" brings the owner's window to the front (NotAllowed: it has none). Errors: Cancelled (the owner left
/// without an answer), TimedOut, and those of the command.
std::optional<Result<QJsonObject>> runInOwner(const QString &folder, const QString &command,
                                              const QJsonObject &arguments, milliseconds timeout);

} // namespace smsauth
