// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"
#include "core/model/Records.h"

#include <QStringList>

namespace smsauth {

/// At most `count` accepted sign-ins per `window`.
struct Limit
{
    int count = 0;
    seconds window{0};
    friend bool operator==(const Limit &, const Limit &) = default;
};

enum class LimitsMode { Auto, Seed, Protect };
enum class ResponseStyle { Object, Value, User };
enum class TokenAlgorithm { ES256, HS256 };
enum class SecretsMode { Auto, Keyring, File, Memory };

/// Everything that can be set, with its default. Plain values: a running server's settings are const; applying new
/// ones restarts the parts. Names, ranges and texts of the keys stand once, in SettingsList.h.
struct Settings
{
    // Codes
    int codeLength = 4;
    seconds codeLife{60};
    bool debug = false;                         ///< every code is debugCode
    QString debugCode = QStringLiteral("1111"); ///< digits; use debugCodePadded()
    PhoneNumber debugPhone;                     ///< null: none
    int maxTries = 5;
    std::optional<seconds> resendWait; ///< none: the life of the code
    QString message = QStringLiteral("Your auth code: {code}");
    QString region; ///< ISO country for national numbers; empty: none

    // Users and answers
    QString userField = QStringLiteral("username");
    QString successKey = QStringLiteral("jwt_token");
    ResponseStyle response = ResponseStyle::Object;
    QString textCodeNotFound = QStringLiteral("Code not found");
    QString textWait = QStringLiteral("Code was send early");
    QString textSuccess = QStringLiteral("Your request was successfully processed");
    QString textUserExists = QStringLiteral("User already exist");

    // Gateway
    QString provider = QStringLiteral("sandbox");
    QString providerLogin;
    QString providerFrom;
    QString providerUrl;
    QString accountSid;          ///< Twilio's login
    bool gatewayPrivate = false; ///< gateways at loopback and private addresses, plain http there
    QString gatewayCa;           ///< path of a PEM file

    // Server
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8000;                    ///< 0: any free one
    QString path = QStringLiteral("auth/"); ///< no leading slash, one trailing slash (or empty)
    QString database;                       ///< empty: smsauth.db in the profile
    QString tlsCert;
    QString tlsKey;
    QStringList allowedHosts;
    QStringList trustedProxies;             ///< addresses or networks in CIDR form
    std::optional<QStringList> corsOrigins; ///< none: localhost when simulated, nobody when live
    bool networkPlain = false;

    // Limits
    LimitsMode limits = LimitsMode::Auto;
    QList<Limit> limitPhone{{5, seconds(3600)}, {10, seconds(86400)}};
    QList<Limit> limitAddress{{20, seconds(3600)}};
    QList<Limit> limitPrefix{{50, seconds(3600)}};
    QList<Limit> limitCountry{{1000, seconds(3600)}};
    QList<Limit> limitGlobal{{5000, seconds(3600)}};
    QStringList countries; ///< ISO countries; empty: all

    // Tokens and secrets
    TokenAlgorithm tokenAlgorithm = TokenAlgorithm::ES256;
    seconds tokenLife{3600};
    QString tokenIssuer = QStringLiteral("smsauth");
    SecretsMode secrets = SecretsMode::Auto;
    QString passphraseFile;

    // Upkeep
    seconds cleanupInterval{600}; ///< 0: no schedule
    QString cleanupAt;            ///< "03:30", local time, instead of the interval; empty: none
    int logDays = 30;
    qint64 logRows = 100000;

    Mode mode() const { return provider == QLatin1StringView("sandbox") ? Mode::Simulated : Mode::Live; }
    /// The limits in force: never Auto.
    LimitsMode effectiveLimits() const
    {
        if (limits != LimitsMode::Auto)
            return limits;
        return mode() == Mode::Simulated ? LimitsMode::Seed : LimitsMode::Protect;
    }
    seconds effectiveResendWait() const { return resendWait.value_or(codeLife); }
    QString debugCodePadded() const { return debugCode.rightJustified(codeLength, u'0'); }
    /// The debug code applies to this number.
    bool usesDebugCode(const PhoneNumber &phone) const
    {
        return debug || (!debugPhone.isNull() && debugPhone == phone);
    }
};

} // namespace smsauth
