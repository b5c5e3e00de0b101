// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingKinds.h"
#include "core/settings/SettingsImportReader.h"
#include "core/settings/SettingsList.h"
#include "core/settings/SettingsSources.h"

#include <QUrl>
#include <algorithm>

// importSettings() of SettingsSources.h.
namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using Entry = LibrarySettings::Entry;

constexpr QStringView ProviderKey = u"SMS_AUTH_PROVIDER";
constexpr QStringView UrlKey = u"SMS_AUTH_PROVIDER_URL";
constexpr QStringView MessageKey = u"SMS_AUTH_MESSAGE";
constexpr QStringView DebugPhoneKey = u"SMS_AUTH_DEBUG_PHONE_NUMBER";
constexpr QStringView ResponseKey = u"SMS_AUTH_RESPONSE";
constexpr QStringView RegionKey = u"SMS_AUTH_REGION";

/// Keys that mean something in the library and nothing here.
QString reasonWithoutEffect(const QString &key)
{
    static const QMap<QString, QString> reasons{
        {u"SMS_CELERY_FILE_NAME"_s, u"messages are sent without Celery"_s},
        {u"USER_MODEL"_s, u"users are kept by this server"_s},
        {u"SMS_USER_SERIALIZER"_s, u"SMS_AUTH_RESPONSE decides what an answer looks like"_s},
    };
    return reasons.value(key);
}

QString at(const Entry &entry)
{
    return entry.line > 0 ? u" (line %1)"_s.arg(entry.line) : QString();
}

/// The gateway that a class path such as "sms_auth.providers.twilio.Twilio" names; empty when none is known.
QString gatewayIn(const QString &path)
{
    for (const QString &id : {u"twilio"_s, u"megafon"_s, u"smsaero"_s}) {
        if (path.contains(id, Qt::CaseInsensitive))
            return id;
    }
    return {};
}

class Importer
{
public:
    explicit Importer(const LibrarySettings &library)
        : m_library(library)
    {
    }

    Result<ImportedSettings> run()
    {
        // Apps that were written for the library expect the bare value as the answer of auth/.
        m_imported.settings.insert(ResponseKey, u"value"_s);
        takeProviderFromApps();
        if (m_library.region)
            takeRegion(*m_library.region);
        for (const Entry &entry : m_library.entries)
            take(entry);
        settleSecrets();
        settleUrl();
        if (!m_error.detail.isEmpty())
            return m_error;
        return std::move(m_imported);
    }

private:
    void ignore(const QString &key, const QString &reason) { m_imported.ignored.append(key + u": "_s + reason); }

    void take(const Entry &entry)
    {
        const QString key = entry.key.isEmpty() ? u"SMS_AUTH_SETTINGS"_s : entry.key.left(80).simplified();
        const auto secret = std::find_if(secretKeys().begin(), secretKeys().end(),
                                         [&](const SecretKey &known) { return entry.key == known.key; });
        if (!entry.value)
            return ignore(key, u"only Python can work out this value"_s + at(entry));
        if (const QString reason = reasonWithoutEffect(key); !reason.isEmpty())
            return ignore(key, reason);
        if (entry.value->isNull())
            return;
        if (secret != secretKeys().end())
            return takeSecret(entry);
        if (key == ProviderKey || key == "SMS_PROVIDER"_L1)
            return takeProvider(entry);
        if (key == "PHONENUMBER_DEFAULT_REGION"_L1)
            return takeRegion(entry);
        const SettingInfo *info = findSetting(entry.key);
        if (!info)
            return ignore(key, u"there is no such setting here"_s + at(entry));
        store(*info, entry, adapted(*info, *entry.value));
    }

    /// The value in the form that this program wants where the library is more lenient.
    QJsonValue adapted(const SettingInfo &info, const JsonValue &value) const
    {
        QString text;
        if (const QString *written = value.asText())
            text = *written;
        else if (const qint64 *number = value.asInteger(); number && info.kind == SettingInfo::Kind::Text)
            text = QString::number(*number);
        else
            return value.toQt();

        // Without a place for the code it is what comes before the code.
        if (info.key == MessageKey && !text.trimmed().isEmpty() && !text.contains("{code}"_L1))
            return QString(text.trimmed() + u" {code}"_s);
        if (info.key == DebugPhoneKey) {
            if (const Result<PhoneNumber> phone = PhoneNumber::parse(text, region()))
                return phone->e164();
        }
        return text;
    }

    QString region() const
    {
        const QString *text =
            m_library.region && m_library.region->value ? m_library.region->value->asText() : nullptr;
        return text ? text->toUpper() : QString();
    }

    void store(const SettingInfo &info, const Entry &entry, const QJsonValue &value)
    {
        Settings scratch;
        if (const Result<void> read = info.read(scratch, value); !read) {
            if (m_error.detail.isEmpty())
                m_error = {ErrorCode::Settings, read.error().detail + at(entry)};
            return;
        }
        const QJsonValue written = info.write(scratch);
        if (!written.isNull())
            m_imported.settings.insert(info.key, written);
    }

    void takeRegion(const Entry &entry)
    {
        if (!entry.value)
            return ignore(entry.key, u"only Python can work out this value"_s + at(entry));
        if (!entry.value->isNull())
            store(*findSetting(RegionKey), entry, entry.value->toQt());
    }

    // The library takes the first of its gateways among the apps, unless the settings name one.
    void takeProviderFromApps()
    {
        for (const QString &app : m_library.apps) {
            const QString id = app.contains("provider"_L1) ? gatewayIn(app) : QString();
            if (!id.isEmpty()) {
                m_imported.settings.insert(ProviderKey, id);
                return;
            }
        }
    }

    void takeProvider(const Entry &entry)
    {
        const QString *path = entry.value->asText();
        if (path && path->isEmpty())
            return;
        const QString id = path ? gatewayIn(*path) : QString();
        if (!id.isEmpty())
            m_imported.settings.insert(ProviderKey, id);
        else if (path && path->contains(u'.'))
            ignore(entry.key,
                   u"no gateway here replaces this class; choose one in SMS_AUTH_PROVIDER"_s + at(entry));
        else
            store(*findSetting(ProviderKey), entry, entry.value->toQt());
    }

    void takeSecret(const Entry &entry)
    {
        const QString *text = entry.value->asText();
        const qint64 *number = entry.value->asInteger();
        if (!text && !number)
            ignore(entry.key, u"is not a text"_s + at(entry));
        else if (!text || !text->isEmpty())
            m_secrets.insert(entry.key, text ? *text : QString::number(*number));
    }

    /// Both keys mean the one password of a gateway: Twilio's, or that of any other.
    void settleSecrets()
    {
        m_imported.gateway = m_imported.settings.value(ProviderKey).toString();
        const bool twilio = m_imported.gateway == u"twilio"_s;
        for (const SecretKey &secret : secretKeys()) {
            const auto value = m_secrets.constFind(secret.key);
            if (value == m_secrets.constEnd())
                continue;
            const bool isTwilios = secret.key == "SMS_AUTH_AUTH_TOKEN"_L1;
            if (m_secrets.size() > 1 && isTwilios != twilio) {
                ignore(secret.key, u"another secret is the password of the gateway"_s);
                continue;
            }
            m_imported.secrets.insert(secret.variable, *value);
            if (isTwilios && m_imported.gateway.isEmpty())
                m_imported.gateway = u"twilio"_s;
        }
    }

    // The library appends its own paths to this address; the description of the gateway knows the current ones.
    void settleUrl()
    {
        const QString host = QUrl(m_imported.settings.value(UrlKey).toString()).host();
        if (host != u"gate.smsaero.ru"_s)
            return;
        m_imported.settings.remove(UrlKey);
        ignore(UrlKey.toString(), u"the address of SMS Aero is known"_s);
    }

    const LibrarySettings &m_library;
    ImportedSettings m_imported;
    QMap<QString, QString> m_secrets; ///< setting → value
    Error m_error;
};

} // namespace

Result<ImportedSettings> importSettings(const QByteArray &text)
{
    const Result<LibrarySettings> library = readLibrarySettings(text);
    if (!library)
        return library.error();
    return Importer(*library).run();
}

} // namespace smsauth
