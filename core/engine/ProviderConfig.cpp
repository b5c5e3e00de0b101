// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ProviderConfig.h"

#include "core/base/Json.h"
#include "core/settings/PrivateFile.h"

#include <QJsonDocument>

namespace smsauth {

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

} // namespace

Result<void> ProviderConfig::load()
{
    m_values.clear();
    const Result<QByteArray> text = PrivateFile::readAndClose(m_file, LargestFile);
    if (!text)
        return text.error().code == ErrorCode::NotFound ? Result<void>() : text.error();
    const Result<JsonValue> root = readJson(*text, {.depth = 4, .size = LargestFile});
    const auto wrong = [this](const QString &what) {
        return Error{ErrorCode::Settings, QStringLiteral("%1: %2").arg(m_file, what), {}};
    };
    if (!root)
        return wrong(root.error().detail);
    if (!root->isObject())
        return wrong(QStringLiteral("must hold one JSON object"));
    const QJsonObject providers = root->toQt().toObject();
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        const QJsonObject fields = provider->toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (!field->isString())
                return wrong(
                    QStringLiteral("%1.%2 must be a text").arg(provider.key().left(40), field.key().left(40)));
            m_values[provider.key()].insert(field.key(), field->toString());
        }
    }
    return {};
}

Result<void> ProviderConfig::save(const QString &provider, const QMap<QString, QString> &values)
{
    auto changed = m_values;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value->isEmpty())
            changed[provider].remove(value.key());
        else
            changed[provider].insert(value.key(), *value);
    }
    QJsonObject root;
    for (auto entry = changed.begin(); entry != changed.end(); ++entry) {
        QJsonObject fields;
        for (auto field = entry->begin(); field != entry->end(); ++field)
            fields.insert(field.key(), *field);
        root.insert(entry.key(), fields);
    }
    if (const Result<void> written = PrivateFile::replace(m_file, QJsonDocument(root).toJson()); !written)
        return written;
    m_values = std::move(changed);
    return {};
}

QMap<QString, QString> ProviderConfig::plain(const SmsProvider &provider, const Settings &settings) const
{
    QMap<QString, QString> values;
    for (const ProviderField &field : provider.fields()) {
        if (!field.secret && !field.defaultValue.isEmpty())
            values.insert(field.name, field.defaultValue);
    }
    values.insert(m_values.value(provider.id()));
    if (provider.id() != settings.provider)
        return values;

    const auto override = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            values.insert(name, value);
    };
    override(QStringLiteral("login"), settings.accountSid);
    override(QStringLiteral("login"), settings.providerLogin);
    override(QStringLiteral("from"), settings.providerFrom);
    // Without a path the address replaces the description's base, with one the whole address of the send request.
    const QString path = QUrl(settings.providerUrl).path();
    const bool whole = !path.isEmpty() && path != QLatin1StringView("/");
    override(whole ? QStringLiteral("url") : QStringLiteral("base"), settings.providerUrl);
    return values;
}

Result<ProviderValues> ProviderConfig::values(const SmsProvider &provider, const QMap<QString, QString> &plain,
                                              const QMap<QString, Secret> &drafted, SecretVault &vault)
{
    ProviderValues values;
    for (auto value = plain.begin(); value != plain.end(); ++value)
        values.plain.insert(value.key(), *value);
    for (const ProviderField &field : provider.fields()) {
        if (!field.secret)
            continue;
        if (const auto draft = drafted.find(field.name); draft != drafted.end()) {
            values.secrets.insert(field.name, *draft);
            continue;
        }
        const Result<Secret> stored = vault.read(provider.id() + u'.' + field.name);
        if (stored)
            values.secrets.insert(field.name, *stored);
        else if (stored.error().code != ErrorCode::NotFound)
            return stored.error();
    }
    return values;
}

} // namespace smsauth
