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
    askVault<QList<SecretEntry>>(server, list, std::move(done));
}

void writeSecret(ServerSide &server, const QString &name, const Secret &value, Done<void> done)
{
    askVault<void>(
        server, [name, value](SecretVault &vault) { return vault.write(name, value); }, std::move(done));
}

void removeSecret(ServerSide &server, const QString &name, Done<void> done)
{
    askVault<void>(
        server, [name](SecretVault &vault) { return vault.remove(name); }, std::move(done));
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

} // namespace smsauth
