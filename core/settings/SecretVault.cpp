// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SecretVault.h"

#include "core/base/Log.h"
#include "core/settings/KeyringSession.h"
#include "core/settings/KeyringStore.h"
#include "core/settings/MemoryStore.h"
#include "core/settings/PrivateFile.h"
#include "core/settings/SealedFile.h"
#include "core/settings/SecretChoice.h"
#include "core/settings/SecretLayers.h"
#include "core/settings/SecretVaultOpening.h"

#include <QDir>

namespace smsauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 LongestPassphrase = 4096;

/// The one that was handed in (typed by a person), the credential, or the content of the file in the settings.
Result<Secret> findPassphrase(const Settings &settings, const SecretSources &sources, const Secret &given)
{
    if (!given.isEmpty())
        return given;
    Result<Secret> credential = sources.passphrase();
    if (credential || credential.error().code != ErrorCode::NotFound)
        return credential;
    if (settings.passphraseFile.isEmpty())
        return Secret();
    const auto wrong = [&settings](const QString &what) {
        return Error{ErrorCode::Settings, u"SMS_AUTH_PASSPHRASE_FILE = %1: %2"_s.arg(settings.passphraseFile, what),
                     seconds(0)};
    };
    if (PrivateFile::isOpenToOthers(settings.passphraseFile))
        return wrong(u"must not be readable by others; close it with chmod 600"_s);
    Result<QByteArray> content = PrivateFile::read(settings.passphraseFile, LongestPassphrase);
    if (!content)
        return wrong(content.error().detail);
    return Secret(withoutLineEnd(std::move(content).value()));
}

Result<std::unique_ptr<SecretStore>> openFile(const QString &profile, const Settings &settings,
                                              const SecretSources &sources, const Secret &given,
                                              SealedFile::IfMissing ifMissing, Random &random)
{
    const Result<Secret> passphrase = findPassphrase(settings, sources, given);
    if (!passphrase)
        return passphrase.error();
    auto file = SealedFile::open(QDir(profile).filePath(u"secrets.sealed"_s), *passphrase, random, ifMissing);
    if (!file)
        return file.error();
    return std::unique_ptr<SecretStore>(std::move(file).value());
}

} // namespace

Result<std::unique_ptr<SecretVault>> openSecretVault(const QString &profile, const Settings &settings,
                                                     const QProcessEnvironment &environment, Random &random,
                                                     const Secret &passphrase, const MakeKeyring &makeKeyring)
{
    const auto recorded = SecretChoice::read(profile);
    if (!recorded)
        return recorded.error();
    std::shared_ptr<Keyring> keyring;
    const auto choice = SecretChoice::decide(settings, *recorded, profile, [&] {
        keyring = makeKeyring();
        return Keyring::usable(keyring->probe(QDeadlineTimer(3s)));
    });
    if (!choice)
        return choice.error();

    SecretSources sources(environment);
    Result<std::unique_ptr<SecretStore>> store = [&]() -> Result<std::unique_ptr<SecretStore>> {
        switch (choice->store) {
        case SecretsMode::Keyring:
            return std::unique_ptr<SecretStore>(
                std::make_unique<KeyringStore>(keyring ? keyring : makeKeyring(), choice->space));
        case SecretsMode::File:
            // A file that was chosen before and is gone now holds keys that nothing can replace.
            return openFile(profile, settings, sources, passphrase,
                            *recorded && (*recorded)->store == SecretsMode::File ? SealedFile::IfMissing::Fail
                                                                                 : SealedFile::IfMissing::Create,
                            random);
        case SecretsMode::Memory:
            return std::unique_ptr<SecretStore>(std::make_unique<MemoryStore>());
        case SecretsMode::Auto:
            break;
        }
        Q_UNREACHABLE();
    }();
    if (!store)
        return store.error();

    // Only a choice that could be opened is worth keeping to.
    if (*recorded != *choice) {
        if (const Result<void> kept = choice->record(profile); !kept)
            return kept.error();
        qCInfo(lcSecrets).noquote() << "Secrets are kept in" << toText(choice->store) + u':' << choice->reason;
    }
    return std::unique_ptr<SecretVault>(std::make_unique<SecretLayers>(std::move(store).value(), std::move(sources),
                                                                       settings.provider, choice->reason, random));
}

Result<std::unique_ptr<SecretVault>>
SecretVault::openInMemory(const Settings &settings, const QProcessEnvironment &environment, Random &random)
{
    return std::unique_ptr<SecretVault>(std::make_unique<SecretLayers>(
        std::make_unique<MemoryStore>(), SecretSources(environment), settings.provider,
        u"The store that was chosen could not be used, and memory was taken for this run."_s, random));
}

Result<std::unique_ptr<SecretVault>> SecretVault::open(const QString &profile, const Settings &settings,
                                                       const QProcessEnvironment &environment, Random &random,
                                                       const Secret &passphrase)
{
    return openSecretVault(profile, settings, environment, random, passphrase,
                           [] { return std::make_shared<KeyringSession>(); });
}

} // namespace smsauth
