// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/LimitScopes.h"
#include "core/settings/SettingChecks.h"
#include "core/settings/SettingKinds.h"
#include "core/settings/SettingsList.h"

#include <QHostAddress>
#include <QUrl>

// Rules over several values: validate() of SettingsList.h.
namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using kinds::refuse;

Result<void> checkCodes(const Settings &settings)
{
    if (settings.debugCode.size() > settings.codeLength)
        return refuse("SMS_DEBUG_CODE"_L1, {}, u"must not be longer than SMS_AUTH_CODE_LEN"_s, true);
    if (!settings.message.contains("{code}"_L1))
        return refuse("SMS_AUTH_MESSAGE"_L1, settings.message, u"must contain {code}"_s);
    if (!settings.region.isEmpty() && !PhoneNumber::isCountry(settings.region))
        return refuse("SMS_AUTH_REGION"_L1, settings.region, u"must be an ISO 3166 country code such as US"_s);
    for (const QString &country : settings.countries) {
        if (!PhoneNumber::isCountry(country))
            return refuse("SMS_AUTH_COUNTRIES"_L1, country, u"must be ISO 3166 country codes"_s);
    }
    return {};
}

Result<void> checkLimits(const Settings &settings)
{
    for (const LimitScopeInfo &info : limitScopes()) {
        const QList<Limit> &limits = settings.*info.limits;
        if (const std::optional<seconds> window = doubledWindow(limits))
            return refuse(info.key, kinds::limitsToText(limits),
                          u"must not have two limits for the same time (%1)"_s.arg(kinds::windowToText(*window)));
    }
    return {};
}

Result<void> checkUserFields(const Settings &settings)
{
    // Fields that the server fills in by itself have no room for a phone number.
    static const QStringList own{u"pk"_s, u"id"_s, u"jwt_token"_s, u"is_active"_s};
    if (own.contains(settings.userField))
        return refuse("SMS_USER_FIELD"_L1, settings.userField, u"must not be one of "_s + own.join(u", "_s));
    QStringList known{u"jwt_token"_s,  u"pk"_s,        u"id"_s,    u"username"_s,
                      u"first_name"_s, u"last_name"_s, u"email"_s, u"is_active"_s};
    if (!known.contains(settings.userField))
        known.append(settings.userField);
    if (!known.contains(settings.successKey))
        return refuse("SMS_AUTH_SUCCESS_KEY"_L1, settings.successKey, u"must be one of "_s + known.join(u", "_s));
    return {};
}

Result<void> checkGateway(const Settings &settings)
{
    const QUrl url(settings.providerUrl);
    if (settings.mode() == Mode::Simulated || url.scheme() != "http"_L1)
        return {};
    // A name may turn out to be a private address; whoever sends looks again once it is resolved.
    const QString host = url.host();
    const bool isPublic = !QHostAddress(host).isNull() && !checks::isPrivate(host) && !checks::isLoopback(host);
    if (!settings.gatewayPrivate || isPublic)
        // The path and the query of an address may hold a key.
        return refuse("SMS_AUTH_PROVIDER_URL"_L1, url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString(),
                      u"must be https; plain http needs a private address and SMS_AUTH_GATEWAY_PRIVATE = true"_s);
    return {};
}

Result<void> checkPath(const Settings &settings)
{
    static const QStringList taken{u"healthz"_s, u"sandbox"_s, u".well-known"_s};
    if (taken.contains(settings.path.section(u'/', 0, 0), Qt::CaseInsensitive))
        return refuse("SMS_AUTH_PATH"_L1, settings.path, u"must not begin with "_s + taken.join(u", "_s));
    return {};
}

// Only this machine may reach a server that has no protection.
Result<void> checkSurface(const Settings &settings)
{
    if (settings.tlsCert.isEmpty() != settings.tlsKey.isEmpty()) {
        const bool noKey = settings.tlsKey.isEmpty();
        return refuse(noKey ? "SMS_AUTH_TLS_KEY"_L1 : "SMS_AUTH_TLS_CERT"_L1, QString(),
                      noKey ? u"must be set with SMS_AUTH_TLS_CERT"_s : u"must be set with SMS_AUTH_TLS_KEY"_s);
    }
    const bool local = checks::isLoopback(settings.host);
    // Through a proxy on this machine everybody comes from a loopback address.
    if (!local || !settings.trustedProxies.isEmpty()) {
        const QString why =
            local ? u"while SMS_AUTH_TRUSTED_PROXIES is set"_s : u"while SMS_AUTH_HOST is not a loopback address"_s;
        if (settings.debug)
            return refuse("SMS_DEBUG"_L1, true, u"must be false "_s + why);
        if (!settings.debugPhone.isNull())
            return refuse("SMS_AUTH_DEBUG_PHONE_NUMBER"_L1, {}, u"must be unset "_s + why, true);
    }
    if (local)
        return {};
    if (!settings.tlsCert.isEmpty() || !settings.trustedProxies.isEmpty())
        return {};
    if (!settings.networkPlain)
        return refuse("SMS_AUTH_HOST"_L1, settings.host,
                      u"must be a loopback address without SMS_AUTH_TLS_CERT and SMS_AUTH_TLS_KEY, or "
                      u"SMS_AUTH_TRUSTED_PROXIES"_s);
    if (settings.mode() != Mode::Simulated)
        return refuse("SMS_AUTH_NETWORK_PLAIN"_L1, true, u"must not replace TLS while SMS_AUTH_PROVIDER is live"_s);
    if (!checks::isPrivate(settings.host))
        return refuse("SMS_AUTH_HOST"_L1, settings.host,
                      u"must be one private address (such as 192.168.1.10) with SMS_AUTH_NETWORK_PLAIN"_s);
    return {};
}

} // namespace

Result<void> validate(const Settings &settings)
{
    for (const auto check : {checkCodes, checkLimits, checkUserFields, checkGateway, checkPath, checkSurface}) {
        if (const Result<void> good = check(settings); !good)
            return good;
    }
    return {};
}

} // namespace smsauth
