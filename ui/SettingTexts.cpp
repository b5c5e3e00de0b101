// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SettingTexts.h"

#include "ui/CoreText.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct SettingSentences
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SettingTexts)

public:
    struct Entry
    {
        QString label;
        QString help;
    };
    static QHash<QString, Entry> entries();
    static QHash<QString, QString> ranges();
    static QHash<QString, QString> rules();
    static QString sentence(const SettingInfo &info, const QString &rule);
    static QString warning(const QString &words);
};

// clang-format off
QHash<QString, SettingSentences::Entry> SettingSentences::entries()
{
    return {
        {u"SMS_AUTH_CODE_LEN"_s,
         {tr("Code length"), tr("Digits of a code; a live server should use at least 6.")}},
        {u"SMS_TIMELIFE"_s,
         {tr("Code life"), tr("Seconds for which a code is accepted.")}},
        {u"SMS_DEBUG"_s,
         {tr("Same code for everybody"), tr("Every code is the debug code; only while the server listens on loopback.")}},
        {u"SMS_DEBUG_CODE"_s,
         {tr("Debug code"), tr("The code for debugging, filled up with zeros to the code length.")}},
        {u"SMS_AUTH_DEBUG_PHONE_NUMBER"_s,
         {tr("Debug number"), tr("This number always gets the debug code; only while the server listens on loopback.")}},
        {u"SMS_AUTH_MAX_TRIES"_s,
         {tr("Tries"), tr("Wrong guesses after which a code is no longer accepted.")}},
        {u"SMS_AUTH_RESEND_WAIT"_s,
         {tr("Wait before the next code"), tr("Seconds before a number can ask again; unset, the life of a code.")}},
        {u"SMS_AUTH_MESSAGE"_s,
         {tr("Message"), tr("The text that is sent; {code} stands for the code.")}},
        {u"SMS_AUTH_REGION"_s,
         {tr("Country of national numbers"), tr("Country whose numbers may be written without +; unset, none.")}},
        {u"SMS_CODE_NOT_FOUND"_s,
         {tr("Answer: wrong code"), tr("Answer when a code is wrong, expired, used or unknown.")}},
        {u"SMS_WAIT_TIME"_s,
         {tr("Answer: too early"), tr("Answer when a number asks again before the wait is over.")}},
        {u"SMS_REQUEST_SUCCESS"_s,
         {tr("Answer: accepted"), tr("Answer when a code is on its way.")}},
        {u"SMS_USER_ALREADY_EXIST"_s,
         {tr("Answer: number taken"), tr("Answer when the new number belongs to another user.")}},
        {u"SMS_USER_FIELD"_s,
         {tr("Field of the number"), tr("Name of the user's field that holds the phone number.")}},
        {u"SMS_AUTH_SUCCESS_KEY"_s,
         {tr("Answer of a sign-in"), tr("The user's property that a successful sign-in answers with.")}},
        {u"SMS_AUTH_RESPONSE"_s,
         {tr("Shape of the answer"), tr("An object with the property, the bare value, or the user's record.")}},
        {u"SMS_AUTH_PROVIDER"_s,
         {tr("Gateway"), tr("Gateway that sends the messages; sandbox simulates and sends nothing.")}},
        {u"SMS_AUTH_PROVIDER_LOGIN"_s,
         {tr("Login"), tr("Login at the gateway.")}},
        {u"SMS_AUTH_PROVIDER_FROM"_s,
         {tr("Sender"), tr("Sender of the messages: a number or a name that the gateway knows.")}},
        {u"SMS_AUTH_PROVIDER_URL"_s,
         {tr("Address of the gateway"), tr("Without a path it replaces the server, with a path the whole send address.")}},
        {u"SMS_AUTH_ACCOUNT_SID"_s,
         {tr("Account SID"), tr("Twilio's login.")}},
        {u"SMS_AUTH_GATEWAY_PRIVATE"_s,
         {tr("Gateway in the own network"), tr("Allows gateways at loopback and private addresses, and plain http there.")}},
        {u"SMS_AUTH_GATEWAY_CA"_s,
         {tr("Extra certificate authority"), tr("PEM file with certificates that gateways are trusted by, besides the system's.")}},
        {u"SMS_AUTH_HOST"_s,
         {tr("Address"), tr("Address on which the server listens; beyond loopback it needs TLS or a proxy.")}},
        {u"SMS_AUTH_PORT"_s,
         {tr("Port"), tr("TCP port on which the server listens; 0 takes any free one.")}},
        {u"SMS_AUTH_PATH"_s,
         {tr("Path"), tr("Path under which sign-in/, auth/ and change-phonenumber/ answer.")}},
        {u"SMS_AUTH_DATABASE"_s,
         {tr("Database"), tr("SQLite file; unset, smsauth.db in the profile.")}},
        {u"SMS_AUTH_TLS_CERT"_s,
         {tr("TLS certificate"), tr("PEM file with the server's certificate chain.")}},
        {u"SMS_AUTH_TLS_KEY"_s,
         {tr("TLS key"), tr("PEM file with the key of the certificate.")}},
        {u"SMS_AUTH_ALLOWED_HOSTS"_s,
         {tr("Host names"), tr("Names under which clients may call the server, besides addresses and localhost.")}},
        {u"SMS_AUTH_TRUSTED_PROXIES"_s,
         {tr("Trusted proxies"), tr("Addresses of proxies whose word on the client's address is taken.")}},
        {u"SMS_AUTH_CORS_ORIGINS"_s,
         {tr("Web origins"), tr("Pages that may call the server from a browser; unset, those on localhost while simulated, none when live.")}},
        {u"SMS_AUTH_NETWORK_PLAIN"_s,
         {tr("Plain http in the own network"), tr("Simulated mode may listen without TLS on a private address.")}},
        {u"SMS_AUTH_LIMITS"_s,
         {tr("Limits"), tr("seed: only the wait and the tries; protect: all limits; auto: seed while simulated, else protect.")}},
        {u"SMS_AUTH_LIMIT_PHONE"_s,
         {tr("Per number"), tr("Accepted sign-ins of one number within a time.")}},
        {u"SMS_AUTH_LIMIT_ADDRESS"_s,
         {tr("Per client address"), tr("Accepted sign-ins from one address (IPv4 /32, IPv6 /64) within a time.")}},
        {u"SMS_AUTH_LIMIT_PREFIX"_s,
         {tr("Per number range"), tr("Accepted sign-ins of numbers that differ only in their last four digits.")}},
        {u"SMS_AUTH_LIMIT_COUNTRY"_s,
         {tr("Per country"), tr("Accepted sign-ins of the numbers of one country.")}},
        {u"SMS_AUTH_LIMIT_GLOBAL"_s,
         {tr("Altogether"), tr("Accepted sign-ins altogether.")}},
        {u"SMS_AUTH_COUNTRIES"_s,
         {tr("Allowed countries"), tr("Countries whose numbers may sign in; empty, all.")}},
        {u"SMS_AUTH_TOKEN_ALGORITHM"_s,
         {tr("Signature"), tr("ES256 can be checked with a public key, HS256 with the secret token_key.")}},
        {u"SMS_AUTH_TOKEN_LIFE"_s,
         {tr("Token life"), tr("Seconds for which a token is valid.")}},
        {u"SMS_AUTH_TOKEN_ISSUER"_s,
         {tr("Issuer"), tr("The issuer (iss) that tokens name.")}},
        {u"SMS_AUTH_SECRETS"_s,
         {tr("Where secrets are kept"), tr("The system's keyring, a sealed file, or memory until the program ends; auto decides at the first start.")}},
        {u"SMS_AUTH_PASSPHRASE_FILE"_s,
         {tr("File with the passphrase"), tr("File whose first line opens the sealed file of secrets.")}},
        {u"SMS_AUTH_CLEANUP_INTERVAL"_s,
         {tr("Cleanup every"), tr("Seconds between two cleanups; 0 cleans up only on demand.")}},
        {u"SMS_AUTH_CLEANUP_AT"_s,
         {tr("Cleanup daily at"),
          tr("Time of day, on this computer's clock, of one cleanup a day instead of the interval; unset, the "
             "interval.")}},
        {u"SMS_AUTH_LOG_DAYS"_s,
         {tr("Keep the send log for"), tr("Days after which a row of the send log is removed.")}},
        {u"SMS_AUTH_LOG_ROWS"_s,
         {tr("Rows of the send log"), tr("Rows of the send log that are kept at most.")}},
    };
}

/// What a field shows behind its help. The words of a choice are those of the file, in no language.
QHash<QString, QString> SettingSentences::ranges()
{
    return {
        {u"4 to 10"_s, tr("4 to 10")},
        {u"1 to 600 seconds"_s, tr("1 to 600 seconds")},
        {u"1 to 10 digits, not longer than a code"_s, tr("1 to 10 digits, not longer than a code")},
        {u"an international phone number"_s, tr("an international phone number")},
        {u"1 to 100"_s, tr("1 to 100")},
        {u"0 to 86400 seconds"_s, tr("0 to 86400 seconds")},
        {u"1 to 1000 characters with {code} in them"_s, tr("1 to 1000 characters with {code} in them")},
        {u"an ISO 3166 country code such as US"_s, tr("an ISO 3166 country code such as US")},
        {u"one line, 1 to 250 characters"_s, tr("one line, 1 to 250 characters")},
        {u"a name of letters, digits and _"_s, tr("a name of letters, digits and _")},
        {u"jwt_token or a field of the user"_s, tr("jwt_token or a field of the user")},
        {u"sandbox or the id of a gateway"_s, tr("sandbox or the id of a gateway")},
        {u"one line, at most 250 characters"_s, tr("one line, at most 250 characters")},
        {u"an http or https address without user and password"_s, tr("an http or https address without user and password")},
        {u"the path of a file"_s, tr("the path of a file")},
        {u"localhost or an IP address"_s, tr("localhost or an IP address")},
        {u"0 to 65535"_s, tr("0 to 65535")},
        {u"a path such as auth/, at most 100 characters"_s, tr("a path such as auth/, at most 100 characters")},
        {u"host names without port, separated by commas"_s, tr("host names without port, separated by commas")},
        {u"IP addresses or networks such as 10.0.0.0/8, separated by commas"_s, tr("IP addresses or networks such as 10.0.0.0/8, separated by commas")},
        {u"origins such as https://example.com, separated by commas"_s, tr("origins such as https://example.com, separated by commas")},
        {u"1 to 4 limits such as 5/1h,10/1d (s, m, h, d)"_s, tr("1 to 4 limits such as 5/1h,10/1d (s, m, h, d)")},
        {u"ISO 3166 country codes, separated by commas"_s, tr("ISO 3166 country codes, separated by commas")},
        {u"1 to 31536000 seconds"_s, tr("1 to 31536000 seconds")},
        {u"a time such as 03:30"_s, tr("a time such as 03:30")},
        {u"1 to 3650 days"_s, tr("1 to 3650 days")},
        {u"1 to 100000000"_s, tr("1 to 100000000")},
    };
}

/// Rules over several settings.
QHash<QString, QString> SettingSentences::rules()
{
    return {
        {u"must not be longer than SMS_AUTH_CODE_LEN"_s,
         tr("Must not be longer than a code (SMS_AUTH_CODE_LEN).")},
        {u"must contain {code}"_s,
         tr("Must have {code} in it.")},
        {u"must be an ISO 3166 country code such as US"_s,
         tr("Must be an ISO 3166 country code such as US.")},
        {u"must be ISO 3166 country codes"_s,
         tr("Must be ISO 3166 country codes.")},
        {u"must be https; plain http needs a private address and SMS_AUTH_GATEWAY_PRIVATE = true"_s,
         tr("Must be https; plain http needs a private address and SMS_AUTH_GATEWAY_PRIVATE.")},
        {u"must be set with SMS_AUTH_TLS_CERT"_s,
         tr("Must be set together with SMS_AUTH_TLS_CERT.")},
        {u"must be set with SMS_AUTH_TLS_KEY"_s,
         tr("Must be set together with SMS_AUTH_TLS_KEY.")},
        {u"must be false while SMS_AUTH_TRUSTED_PROXIES is set"_s,
         tr("Must be off while SMS_AUTH_TRUSTED_PROXIES is set.")},
        {u"must be false while SMS_AUTH_HOST is not a loopback address"_s,
         tr("Must be off while SMS_AUTH_HOST is not a loopback address.")},
        {u"must be unset while SMS_AUTH_TRUSTED_PROXIES is set"_s,
         tr("Must be empty while SMS_AUTH_TRUSTED_PROXIES is set.")},
        {u"must be unset while SMS_AUTH_HOST is not a loopback address"_s,
         tr("Must be empty while SMS_AUTH_HOST is not a loopback address.")},
        {u"must be a loopback address without SMS_AUTH_TLS_CERT and SMS_AUTH_TLS_KEY, or SMS_AUTH_TRUSTED_PROXIES"_s,
         tr("Must be a loopback address such as 127.0.0.1 without a TLS certificate and key, or a trusted proxy.")},
        {u"must not replace TLS while SMS_AUTH_PROVIDER is live"_s,
         tr("Must be off while messages are really sent.")},
        {u"must be one private address (such as 192.168.1.10) with SMS_AUTH_NETWORK_PLAIN"_s,
         tr("Must be one private address, such as 192.168.1.10, with SMS_AUTH_NETWORK_PLAIN.")},
    };
}
// clang-format on

QString SettingSentences::sentence(const SettingInfo &info, const QString &rule)
{
    static const QString mustBe = u"must be "_s;
    static const QString oneOf = u"must be one of "_s;
    static const QString notOneOf = u"must not be one of "_s;
    static const QString notBegin = u"must not begin with "_s;
    if (const QString known = rules().value(rule); !known.isEmpty())
        return known;
    if (rule == mustBe + info.range)
        return tr("Must be %1.").arg(settingText(info).range);
    if (rule.startsWith(oneOf))
        return tr("Must be one of %1.").arg(rule.sliced(oneOf.size()));
    if (rule.startsWith(notOneOf))
        return tr("Must not be one of %1.").arg(rule.sliced(notOneOf.size()));
    if (rule.startsWith(notBegin))
        return tr("Must not begin with %1.").arg(rule.sliced(notBegin.size()));
    if (const auto known = knownCoreText(rule))
        return *known;
    // Words of the system, about a file for example.
    QString sentence = rule;
    if (!sentence.isEmpty() && !sentence.startsWith(u"SMS_"))
        sentence[0] = sentence.at(0).toUpper();
    return sentence.isEmpty() || sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

QString SettingSentences::warning(const QString &words)
{
    static const QRegularExpression shortCodes(
        u"\\ASMS_AUTH_CODE_LEN is ([0-9]+); a live server should use at least ([0-9]+) digits\\.\\z"_s);
    const QString key = words.section(u' ', 0, 0);
    const QString rest = words.section(u' ', 1);
    if (rest == u"takes effect when the program starts again."_s)
        return tr("%1 takes effect when the program starts again.").arg(key);
    if (rest == u"in the environment is not a setting and has no effect."_s)
        return tr("%1 in the environment is not a setting and has no effect.").arg(key);
    if (const QRegularExpressionMatch match = shortCodes.match(words); match.hasMatch())
        return tr("SMS_AUTH_CODE_LEN is %1; a live server should use at least %2 digits.")
            .arg(match.captured(1), match.captured(2));
    if (words.startsWith(u"SMS_AUTH_LIMITS is seed: "_s))
        return tr(
            "SMS_AUTH_LIMITS is seed: a live server without limits can be made to send any number of messages.");
    return words;
}

} // namespace

SettingText settingText(const SettingInfo &info)
{
    const auto entries = SettingSentences::entries();
    const auto found = entries.constFind(info.key);
    const QString range(info.range);
    SettingText text{info.label, info.help, SettingSentences::ranges().value(range, range)};
    if (found != entries.constEnd()) {
        text.label = found->label;
        text.help = found->help;
    }
    return text;
}

bool hasSettingText(const SettingInfo &info)
{
    const QString range(info.range);
    const bool isChoice = range.contains(u'|');
    return SettingSentences::entries().contains(info.key) &&
           (range.isEmpty() || isChoice || SettingSentences::ranges().contains(range));
}

QString settingWarningText(const QString &warning)
{
    return SettingSentences::warning(warning);
}

QString settingRuleText(const SettingInfo &info, const QString &rule)
{
    return SettingSentences::sentence(info, rule);
}

} // namespace smsauth
