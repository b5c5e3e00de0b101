// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SecretSources.h"

#include "core/base/Sealer.h"
#include "core/settings/PrivateFile.h"
#include "core/settings/SecretName.h"

#include <QDir>
#include <QMap>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestSecret = 64 * 1024;
constexpr QLatin1StringView Environment = "environment"_L1;
constexpr QLatin1StringView Credentials = "credentials"_L1;

/// A variable and the gateway whose password it is; the more particular one first.
struct Variable
{
    QLatin1StringView key;
    QLatin1StringView provider; ///< empty: the active one
};
constexpr Variable Variables[] = {
    {"SMS_AUTH_AUTH_TOKEN"_L1, "twilio"_L1},
    {"SMS_AUTH_PROVIDER_PASSWORD"_L1, {}},
};

QString nameOf(const QString &key, const QString &provider)
{
    for (const Variable &variable : Variables) {
        if (variable.key == key)
            return (variable.provider.isEmpty() ? provider : QString(variable.provider)) + u".password"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray withoutLineEnd(QByteArray content)
{
    if (content.endsWith('\n'))
        content.chop(1);
    if (content.endsWith('\r'))
        content.chop(1);
    return content;
}

SecretSources::SecretSources(const QProcessEnvironment &environment)
    : m_folder(environment.value(u"CREDENTIALS_DIRECTORY"_s))
{
    for (const Variable &variable : Variables) {
        const QString value = environment.value(variable.key);
        if (!value.isEmpty())
            m_variables.append({variable.key, Secret(value.toUtf8())});
    }
}

Result<SecretSources::Found> SecretSources::find(const QString &name, const QString &provider) const
{
    for (const auto &[key, value] : m_variables) {
        if (nameOf(key, provider) == name)
            return Found{value, Environment};
    }
    const Result<Secret> value = credential(name);
    if (!value)
        return value.error();
    return Found{*value, Credentials};
}

QList<QPair<QString, QLatin1StringView>> SecretSources::names(const QString &provider) const
{
    QMap<QString, QLatin1StringView> places;
    if (!m_folder.isEmpty()) {
        for (const QString &file : QDir(m_folder).entryList(QDir::Files)) {
            const bool ours = isKeyName(file) || (isSecretName(file) && file.contains(u'.'));
            // One that is there but unreadable is listed too: reading it says why.
            const Result<Secret> value = ours ? credential(file) : Result<Secret>(ErrorCode::NotFound);
            if (value || value.error().code != ErrorCode::NotFound)
                places.insert(file, Credentials);
        }
    }
    for (const auto &[key, value] : m_variables)
        places.insert(nameOf(key, provider), Environment);

    QList<QPair<QString, QLatin1StringView>> list;
    for (auto place = places.begin(); place != places.end(); ++place)
        list.append({place.key(), *place});
    return list;
}

Result<Secret> SecretSources::passphrase() const
{
    return credential(u"smsauth-passphrase"_s);
}

Result<Secret> SecretSources::credential(const QString &name) const
{
    if (m_folder.isEmpty() || !isSecretName(name))
        return {ErrorCode::NotFound, u"no secret is named %1"_s.arg(name)};
    Result<QByteArray> content = PrivateFile::read(QDir(m_folder).filePath(name), LargestSecret);
    if (!content && content.error().code == ErrorCode::NotFound)
        return content.error();
    if (!content)
        return {ErrorCode::SecretsUnavailable, content.error().detail};
    // A key of random bytes may end with what looks like the end of a line.
    const bool bare = isKeyName(name) && content->size() == Sealer::KeySize;
    Secret value(bare ? std::move(content).value() : withoutLineEnd(std::move(content).value()));
    // With a key that was meant and is not there, nothing must be sealed with one of our own instead.
    if (value.isEmpty())
        return {isKeyName(name) ? ErrorCode::SecretsUnavailable : ErrorCode::NotFound,
                u"the credential %1 is empty"_s.arg(name)};
    return value;
}

} // namespace smsauth
