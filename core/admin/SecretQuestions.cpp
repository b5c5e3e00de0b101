// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/SecretQuestions.h"

namespace smsauth {

namespace {

template<class T>
void askVault(ServerSide &server, std::function<Result<T>(SecretVault &)> question, Done<T> done)
{
    SecretVault *vault = server.engine().vault();
    if (!vault)
        return done(server.engine().failure());
    server.inBackground<T>([vault, question = std::move(question)] { return question(*vault); },
                           [&server, done = std::move(done)](Result<T> result) {
                               server.tell(Admin::Topic::Secrets);
                               server.tell(Admin::Topic::Status);
                               done(std::move(result));
                           });
}

Done<void> audited(ServerSide &server, const QString &action, const QString &name, Done<void> done)
{
    return [&server, action, name, done = std::move(done)](const Result<void> &result) {
        if (result && server.engine().isOpen())
            server.writeAudit(action, name);
        done(result);
    };
}

} // namespace

void listSecrets(ServerSide &server, Done<QList<SecretEntry>> done)
{
    const auto list = [](SecretVault &vault) -> Result<QList<SecretEntry>> {
        const Result<QList<SecretVault::Entry>> entries = vault.entries();
        if (!entries)
            return entries.error();
        QList<SecretEntry> found;
        for (const SecretVault::Entry &entry : *entries)
            found.append({entry.name, entry.place, entry.readOnly});
        return found;
    };
    SecretVault *vault = server.engine().vault();
    if (!vault)
        return done(server.engine().failure());
    // Nothing has changed: to tell so would make whoever asks then ask again.
    server.inBackground<QList<SecretEntry>>([vault, list] { return list(*vault); }, std::move(done));
}

void writeSecret(ServerSide &server, const QString &name, const Secret &value, Done<void> done)
{
    const auto write = [name, value, brief = server.engine().options().brief](SecretVault &vault) -> Result<void> {
        if (brief && !vault.survivesRestart())
            return {ErrorCode::SecretsUnavailable,
                    QStringLiteral("this profile keeps its secrets in the memory of its server, and none runs: "
                                   "start one first, or set SMS_AUTH_SECRETS to file or keyring")};
        return vault.write(name, value);
    };
    askVault<void>(server, write, audited(server, QStringLiteral("secret.stored"), name, std::move(done)));
}

void removeSecret(ServerSide &server, const QString &name, Done<void> done)
{
    askVault<void>(
        server, [name](SecretVault &vault) { return vault.remove(name); },
        audited(server, QStringLiteral("secret.removed"), name, std::move(done)));
}

void unlockSecrets(ServerSide &server, const Secret &passphrase, Done<void> done)
{
    Engine &engine = server.engine();
    SecretVault *vault = engine.vault();
    if (!vault)
        return done(engine.open(passphrase));
    server.inBackground<void>([vault] { return vault->unlock(); },
                              [&server, &engine, done](const Result<void> &unlocked) {
                                  server.tell(Admin::Topic::Secrets);
                                  done(unlocked && !engine.isOpen() ? engine.open() : unlocked);
                              });
}

void takeOtherSecretStore(ServerSide &server, OtherSecretStore store, const Secret &passphrase, Done<void> done)
{
    Engine &engine = server.engine();
    const auto told = [&server, done](const Result<void> &taken) {
        if (taken)
            server.writeAudit(QStringLiteral("secrets.store.changed"), server.engine().vault()->kind());
        server.tell(Admin::Topic::Secrets);
        server.tell(Admin::Topic::Status);
        server.tell(Admin::Topic::Providers);
        done(taken);
    };
    if (store == OtherSecretStore::SealedFile)
        return told(engine.takeSealedFileForSecrets(passphrase));
    if (!engine.isOpen())
        return told(engine.takeMemoryForSecrets());
    server.inBackground<void>(
        [vault = engine.vault()]() -> Result<void> {
            vault->keepInMemory();
            return {};
        },
        told);
}

} // namespace smsauth
