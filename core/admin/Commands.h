// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

namespace smsauth {

/// The commands of the command line in their JSON form, the same whether they run in the owner of the profile
/// (through its local socket) or in the command's own process. Lives on Admin's thread. Answers: the tables of the
/// manual page.
///
/// | name | arguments (? optional) |
/// |---|---|
/// | status | |
/// | clear-expired | dry_run? |
/// | codes.list | phone?, live?, limit? 1–1000, before? |
/// | codes.wait | phone, since?, timeout? 0–120 s |
/// | log | phone?, state?, limit? 1–1000, before? |
/// | send-test | to, provider? |
/// | users.list | find?, limit? 1–1000, before? |
/// | faults.list | |
/// | faults.set | phone? or probability?, outcome?, status?, delay? s, code?, until? ISO 8601, no_limits? |
/// | faults.clear | phone? |
/// | backup | file: an absolute path, overwrite? |
/// | restore | file: an absolute path |
/// | compact | rebuild? |
/// | settings.show, settings.check | |
/// | settings.import | text: the file's content, live? (a simulated profile may become a live one) |
/// | secret.set | name, value |
/// | secret.list | |
/// | secret.delete | name |
class Commands
{
public:
    using Answer = QFuture<Result<QJsonObject>>;

    explicit Commands(Admin &admin);

    static constexpr seconds LongestWait{120}; ///< of codes.wait, as of GET /sandbox/messages/wait

    static QStringList names();
    /// Whether a person may set a secret of this name: "<gateway>.<variable>", or the token key. Errors:
    /// InvalidInput.
    static Result<void> checkSecretName(const QString &name);
    /// Errors: InvalidInput (unknown command, missing or malformed argument), Cancelled, and those of the action.
    /// cancellation: ends a search; what is begun and changes something goes on.
    Answer run(const QString &name, const QJsonObject &arguments, const Cancellation &cancellation = {});

private:
    Answer start(const QString &name, const QJsonObject &arguments, const QString &region,
                 const Cancellation &cancellation);

    Admin &m_admin;
};

} // namespace smsauth
