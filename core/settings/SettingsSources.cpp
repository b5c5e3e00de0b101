// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsSources.h"

#include "core/base/Json.h"
#include "core/settings/PrivateFile.h"
#include "core/settings/SettingChecks.h"
#include "core/settings/SettingKinds.h"
#include "core/settings/SettingsList.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

bool isSecret(QStringView key)
{
    const auto keys = secretKeys();
    return std::any_of(keys.begin(), keys.end(), [&](const SecretKey &secret) { return key == secret.key; });
}

// Values of keys that we do not know are not repeated: a mistyped name of a password is one of them.
Error refuseKey(const QString &key, const QString &rule)
{
    const QString shown = key.size() > 80 ? key.first(77) + u"..."_s : key;
    return {ErrorCode::Settings, shown.simplified() + u" = (not shown): "_s + rule};
}

/// The setting of that name, as a source other than the environment may hold it.
Result<const SettingInfo *> settingFor(const QString &key)
{
    if (isSecret(key))
        return refuseKey(key, u"is a secret; set it with 'secret set' or in the environment"_s);
    if (const SettingInfo *info = findSetting(key))
        return info;
    return refuseKey(key, u"there is no such setting"_s);
}

Error in(const QString &place, const Error &error)
{
    return {error.code, u"%1 (in %2)"_s.arg(error.detail, place)};
}

/// The members of the file; nothing when there is no file.
Result<QJsonObject> readFile(const QString &path)
{
    if (path.isEmpty())
        return QJsonObject();
    if (QFileInfo(path).size() > LargestFile)
        return {ErrorCode::Settings, u"%1: The text is longer than %2 bytes"_s.arg(path).arg(LargestFile)};
    const Result<QByteArray> text = PrivateFile::readAndClose(path, LargestFile);
    if (!text && text.error().code == ErrorCode::NotFound)
        return QJsonObject();
    if (!text)
        return text.error();
    const Result<JsonValue> root = readJson(*text, {.depth = 4, .size = LargestFile});
    if (!root)
        return {ErrorCode::Settings, u"%1: %2"_s.arg(path, root.error().detail)};
    if (!root->isObject())
        return {ErrorCode::Settings, path + u": must hold one JSON object"_s};
    return root->toQt().toObject();
}

Result<void> readMembers(const QJsonObject &members, LoadedSettings &loaded)
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        const Result<const SettingInfo *> info = settingFor(member.key());
        if (!info)
            return info.error();
        if (const Result<void> read = (*info)->read(loaded.settings, member.value()); !read)
            return read;
        if (!member->isNull())
            loaded.origins.insert(member.key(), u"file"_s);
    }
    return {};
}

Result<void> readEnvironment(const QProcessEnvironment &environment, LoadedSettings &loaded)
{
    QStringList keys = environment.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        if (const SettingInfo *info = findSetting(key)) {
            if (const Result<void> read = info->read(loaded.settings, environment.value(key)); !read)
                return read;
            loaded.origins.insert(key, u"environment"_s);
        } else if (key.startsWith("SMS_AUTH_"_L1) && !isSecret(key)) {
            loaded.warnings.append(u"%1 in the environment is not a setting and has no effect."_s.arg(key));
        }
    }
    return {};
}

Result<void> readOverrides(const QList<QPair<QString, QString>> &overrides, LoadedSettings &loaded)
{
    for (const auto &[key, value] : overrides) {
        const Result<const SettingInfo *> info = settingFor(key);
        if (!info)
            return info.error();
        if (const Result<void> read = (*info)->read(loaded.settings, value); !read)
            return read;
        loaded.origins.insert(key, u"option"_s);
    }
    return {};
}

/// What is allowed and still worth a second look.
QStringList advice(const Settings &settings)
{
    constexpr int AdvisedLength = 6; // NIST SP 800-63B-4 §3.1.3.2
    QStringList sentences;
    const bool live = settings.mode() == Mode::Live;
    if (live && settings.codeLength < AdvisedLength)
        sentences.append(
            u"SMS_AUTH_CODE_LEN is %1; a live server should use at least %2 digits."_s.arg(settings.codeLength)
                .arg(AdvisedLength));
    if (live && settings.effectiveLimits() == LimitsMode::Seed)
        sentences.append(u"SMS_AUTH_LIMITS is seed: a live server without limits can be made to send any number of "
                         u"messages."_s);
    return sentences;
}

} // namespace

Result<LoadedSettings> loadSettings(const SettingsSources &sources)
{
    LoadedSettings loaded;
    for (const SettingInfo &info : settingsList())
        loaded.origins.insert(info.key, u"default"_s);

    const Result<QJsonObject> members = readFile(sources.file);
    if (!members)
        return members.error();
    if (const Result<void> read = readMembers(*members, loaded); !read)
        return in(sources.file, read.error());
    if (const Result<void> read = readEnvironment(sources.environment, loaded); !read)
        return in(u"the environment"_s, read.error());
    if (const Result<void> read = readOverrides(sources.overrides, loaded); !read)
        return read.error();
    if (const Result<void> valid = validate(loaded.settings); !valid)
        return valid.error();
    loaded.warnings += advice(loaded.settings);
    return loaded;
}

Result<void> checkOverrides(const QList<QPair<QString, QString>> &overrides)
{
    LoadedSettings unused;
    return readOverrides(overrides, unused);
}

Result<void> saveSettings(const QString &file, const QJsonObject &changes)
{
    Result<QJsonObject> members = readFile(file);
    if (!members)
        return members.error();
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change->isNull())
            members.value().remove(change.key());
        else
            members.value().insert(change.key(), change.value());
    }

    LoadedSettings whole;
    if (const Result<void> read = readMembers(*members, whole); !read)
        return read;
    if (const Result<void> valid = validate(whole.settings); !valid)
        return valid;

    // "8080" typed into a form becomes 8080; an emptied field leaves the file.
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (!members->contains(change.key()))
            continue;
        const QJsonValue written = findSetting(change.key())->write(whole.settings);
        if (written.isNull())
            members.value().remove(change.key());
        else
            members.value().insert(change.key(), written);
    }
    return PrivateFile::replace(file, QJsonDocument(*members).toJson());
}

QJsonObject settingsToJson(const Settings &settings)
{
    QJsonObject members;
    for (const SettingInfo &info : settingsList())
        members.insert(info.key, info.write(settings));
    return members;
}

} // namespace smsauth
