// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QtGlobal>

namespace smsauth {

/// Exclusive ownership of a profile: a lock that the kernel keeps for as long as this process lives, so that a
/// killed owner leaves nothing behind that would have to be judged. The file "owner.lock" also says who the owner
/// is.
class ProfileLock
{
public:
    /// What an owner wrote about itself.
    struct Owner
    {
        qint64 pid = 0; ///< 0: not known
        QString socket; ///< empty: answers no commands (yet)
    };

    ProfileLock() = default;
    ~ProfileLock();
    Q_DISABLE_COPY_MOVE(ProfileLock)

    /// Blocks up to `patience` while the owner answers no commands: then it is starting, or a command that is done
    /// in a moment. Errors: InUse (detail names the pid), Storage.
    Result<void> acquire(const QString &folder, milliseconds patience);
    /// Precondition: acquired. Tells others where the owner's socket is.
    Result<void> publish(const QString &socket);
    void release();
    bool isHeld() const { return m_file >= 0; }

    /// What the file says, true or not: an owner that was killed stands there still.
    static Owner lastOwner(const QString &folder);

private:
    Result<void> write(const QString &socket);

    int m_file = -1;
};

} // namespace smsauth
