// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeyringSession.h"

#include "core/settings/KeyringProbe.h"
#include "core/settings/KeyringThread.h"
#include "core/settings/KeyringUnlock.h"

#include <qt6keychain/keychain.h>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"smsauth"_s;

Result<void> verdict(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, u"the keyring has no such entry"_s};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::SecretsLocked, u"the keyring denies access"_s};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorCode::SecretsUnavailable, u"the keyring: "_s + job.errorString().simplified()};
}

/// Starts the job, which deletes itself once it is finished. Before that nobody may: its service still holds it.
template<class Job, class Done>
void run(Job *job, const QString &key, Done &&done)
{
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done] { done(*job); });
    job->start();
}

} // namespace

Keyring::Presence KeyringSession::probe(QDeadlineTimer deadline)
{
    const Result<Presence> presence = KeyringThread::ask<Presence>(
        deadline, [deadline](const auto &answer) { answer(KeyringProbe::local().presence(deadline)); });
    return presence ? *presence : Presence::NoAnswer;
}

Result<Secret> KeyringSession::read(const QString &key, QDeadlineTimer deadline)
{
    return KeyringThread::ask<Secret>(deadline, [key](const auto &answer) {
        run(new QKeychain::ReadPasswordJob(Service), key, [answer](const QKeychain::ReadPasswordJob &job) {
            const Result<void> done = verdict(job);
            answer(done ? Result<Secret>(Secret(job.binaryData())) : Result<Secret>(done.error()));
        });
    });
}

Result<void> KeyringSession::write(const QString &key, const Secret &value, QDeadlineTimer deadline)
{
    return KeyringThread::ask<void>(deadline, [key, value](const auto &answer) {
        auto *job = new QKeychain::WritePasswordJob(Service);
        job->setBinaryData(value.reveal());
        run(job, key, [answer](const QKeychain::WritePasswordJob &finished) { answer(verdict(finished)); });
    });
}

Result<void> KeyringSession::remove(const QString &key, QDeadlineTimer deadline)
{
    return KeyringThread::ask<void>(deadline, [key](const auto &answer) {
        run(new QKeychain::DeletePasswordJob(Service), key,
            [answer](const QKeychain::DeletePasswordJob &job) { answer(verdict(job)); });
    });
}

Result<void> KeyringSession::unlock(QDeadlineTimer deadline)
{
    return KeyringThread::ask<void>(deadline, [deadline](const auto &answer) {
        KeyringUnlock::start(KeyringProbe::local(), deadline, answer);
    });
}

} // namespace smsauth
