// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ProfileAudit.h"

#include "core/base/Log.h"

#include <QFile>

namespace smsauth {
namespace {

/// A secret with a line for each database whose audit trail is sealed.
const QString AuditChains = QStringLiteral("audit_chain");

QByteArray nameInChains(const QString &database)
{
    return database.isEmpty() ? QByteArray("default") : "file:" + database.toUtf8().toPercentEncoding("/");
}

} // namespace

ProfileAudit::ProfileAudit(const Profile &profile, const ProfileSecrets &secrets)
    : m_profile(profile)
    , m_secrets(secrets)
{
}

// Which databases have a chain, the secret store says: whoever can write only files cannot make one look as if it
// had not begun yet. A key that lies in memory ends with the process, and so does its chain.
Result<void> ProfileAudit::prepare(const QString &database)
{
    SecretVault &vault = *m_secrets.vault();
    const Result<Secret> begun = vault.read(AuditChains);
    if (!begun && begun.error().code != ErrorCode::NotFound)
        return begun.error();
    m_database = database;
    m_sealing.chain = std::make_shared<AuditChain>(Secret(m_secrets.sealer()->digest("smsauth audit chain key 1")));
    // The anchor of the keys that are not to be had just now stays as it is.
    m_sealing.anchor = {m_secrets.isMemoryForThisRun() ? QString() : m_profile.auditAnchorFile(database), database,
                        m_sealing.chain};
    m_sealing.atOnce = vault.survivesRestart();
    m_sealing.hasBegun = begun && begun->reveal().split('\n').contains(nameInChains(database));
    return {};
}

void ProfileAudit::noteBegun()
{
    if (m_sealing.hasBegun || !m_sealing.atOnce || !QFile::exists(m_profile.auditAnchorFile(m_database)))
        return;
    SecretVault &vault = *m_secrets.vault();
    const Result<Secret> before = vault.read(AuditChains);
    if (!before && before.error().code != ErrorCode::NotFound)
        return; // a list with this one alone would forget the others; the next start tries again
    QByteArray databases = before ? before->reveal() : QByteArray("chains");
    databases += '\n' + nameInChains(m_database);
    const Result<void> noted = vault.write(AuditChains, Secret(databases));
    m_sealing.hasBegun = noted.ok();
    if (!noted)
        qCWarning(lcServer) << "the secret store does not say that the audit trail is sealed:"
                            << noted.error().detail;
}

AuditLink ProfileAudit::anchored() const
{
    if (!m_sealing.chain)
        return {};
    const AuditAnchor::Found found = m_sealing.anchor.read();
    return found.state == AuditAnchor::State::Sound ? found.newest : AuditLink();
}

Result<void> ProfileAudit::anchorRestored(const AuditLink &newest) const
{
    const AuditAnchor::Found found = m_sealing.anchor.read();
    return found.state == AuditAnchor::State::Sound ? m_sealing.anchor.write(found.newest, newest)
                                                    : m_sealing.anchor.write(newest);
}

} // namespace smsauth
