// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SecretChoice.h"

#include "core/base/Json.h"
#include "core/settings/PrivateFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestRecord = 16 * 1024;

QString recordOf(const QString &profile)
{
    return QDir(profile).filePath(u"secrets.json"_s);
}

QString spaceOf(const QString &profile)
{
    const QString canonical = QDir(profile).canonicalPath();
    const QByteArray path = QFile::encodeName(canonical.isEmpty() ? QDir(profile).absolutePath() : canonical);
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(16));
}

QString textOf(const JsonValue &object, QStringView name)
{
    const JsonValue *member = object.member(name);
    const QString *text = member ? member->asText() : nullptr;
    return text ? *text : QString();
}

std::optional<SecretsMode> storeNamed(const QString &name)
{
    for (const SecretsMode mode : {SecretsMode::Keyring, SecretsMode::File, SecretsMode::Memory}) {
        if (toText(mode) == name)
            return mode;
    }
    return std::nullopt;
}

} // namespace

QString toText(SecretsMode mode)
{
    switch (mode) {
    case SecretsMode::Auto:
        return u"auto"_s;
    case SecretsMode::Keyring:
        return u"keyring"_s;
    case SecretsMode::File:
        return u"file"_s;
    case SecretsMode::Memory:
        return u"memory"_s;
    }
    Q_UNREACHABLE();
}

Result<std::optional<SecretChoice>> SecretChoice::read(const QString &profile)
{
    const QString path = recordOf(profile);
    const Result<QByteArray> content = PrivateFile::read(path, LargestRecord);
    if (!content && content.error().code == ErrorCode::NotFound)
        return std::optional<SecretChoice>();
    if (!content)
        return {ErrorCode::Settings, content.error().detail};
    const Result<JsonValue> json = readJson(*content);
    if (!json)
        return {ErrorCode::Settings, path + u": "_s + json.error().detail};

    const std::optional<SecretsMode> store = storeNamed(textOf(*json, u"store"));
    const QString space = textOf(*json, u"space");
    if (!store || space.isEmpty())
        return {ErrorCode::Settings, path + u": it does not name a secret store and its space"_s};
    return std::optional(
        SecretChoice{*store, textOf(*json, u"reason"), textOf(*json, u"decided_by") == "auto"_L1, space});
}

Result<void> SecretChoice::record(const QString &profile) const
{
    const QJsonObject json{{u"store"_s, toText(store)},
                           {u"reason"_s, reason},
                           {u"decided_by"_s, automatic ? u"auto"_s : u"setting"_s},
                           {u"space"_s, space}};
    const Result<void> written = PrivateFile::replace(recordOf(profile), QJsonDocument(json).toJson());
    if (!written)
        return {ErrorCode::SecretsUnavailable,
                u"the choice of the secret store cannot be recorded: "_s + written.error().detail};
    return {};
}

Result<SecretChoice> SecretChoice::decide(const Settings &settings, const std::optional<SecretChoice> &recorded,
                                          const QString &profile, const KeyringReady &keyringReady)
{
    const QString space = recorded ? recorded->space : spaceOf(profile);
    if (settings.secrets != SecretsMode::Auto)
        return SecretChoice{settings.secrets, u"SMS_AUTH_SECRETS is %1."_s.arg(toText(settings.secrets)), false,
                            space};

    const bool live = settings.mode() == Mode::Live;
    const bool stopgap = recorded && recorded->automatic && recorded->store == SecretsMode::Memory;
    if (recorded && !(stopgap && live))
        return *recorded;

    const Result<void> ready = keyringReady();
    if (ready)
        return SecretChoice{SecretsMode::Keyring, u"A keyring was ready when the store was chosen."_s, true, space};
    if (!live)
        return SecretChoice{SecretsMode::Memory,
                            u"The mode is simulated and no keyring was ready: %1."_s.arg(ready.error().detail),
                            true, space};
    return {
        ErrorCode::SecretsUnavailable,
        u"SMS_AUTH_SECRETS = auto: live mode needs a keyring that is ready, but %1; unlock or start one, or set "
        u"SMS_AUTH_SECRETS to file (a sealed file with a passphrase), keyring, or memory (lost at every "
        u"restart)"_s.arg(ready.error().detail)};
}

} // namespace smsauth
