// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Profile.h"
#include "core/engine/ProfileSecrets.h"
#include "core/storage/AuditStore.h"

namespace smsauth {

/// With what the audit trail of a profile's database is sealed. Lives on the server thread.
class ProfileAudit
{
public:
    ProfileAudit(const Profile &profile, const ProfileSecrets &secrets);

    /// For this database, as in the settings, before it is opened. Precondition: the secrets are open. Errors: of
    /// the secret store.
    Result<void> prepare(const QString &database);
    /// Lets the secret store say that the chain of the database has begun, once it is open.
    void noteBegun();
    /// A back-up whose trail ends so is about to take the place of the database: the anchor allows for both from
    /// now on, until the database is opened. Errors: Storage.
    Result<void> anchorRestored(const AuditLink &newest) const;

    /// The newest row that the anchor names; none: it names no sound one.
    AuditLink anchored() const;

    /// Without a chain before the first prepare().
    const AuditSealing &sealing() const { return m_sealing; }

private:
    const Profile &m_profile;
    const ProfileSecrets &m_secrets;
    QString m_database;
    AuditSealing m_sealing;
};

} // namespace smsauth
