// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsList.h"

#include "core/settings/SettingChecks.h"
#include "core/settings/SettingKinds.h"

#include <algorithm>
#include <vector>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using kinds::Words;
using enum SettingGroup;

constexpr qint64 Day = 86400;

void addCodes(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::number(Words{"SMS_AUTH_CODE_LEN"_L1, Codes, "Code length"_L1,
                                       "Digits of a code; a live server should use at least 6."_L1, "4 to 10"_L1},
                                 &Settings::codeLength, 4, 10));
    list.push_back(kinds::number(Words{"SMS_TIMELIFE"_L1, Codes, "Code life"_L1,
                                       "Seconds for which a code is accepted."_L1, "1 to 600 seconds"_L1},
                                 &Settings::codeLife, 1, 600));
    list.push_back(kinds::toggle(
        Words{"SMS_DEBUG"_L1, Codes, "Same code for everybody"_L1,
              "Every code is the debug code; only while the server listens on loopback."_L1, "true | false"_L1},
        &Settings::debug));
    list.push_back(kinds::digits(Words{"SMS_DEBUG_CODE"_L1, Codes, "Debug code"_L1,
                                       "The code for debugging, filled up with zeros to the code length."_L1,
                                       "1 to 10 digits, not longer than a code"_L1, true},
                                 &Settings::debugCode));
    list.push_back(kinds::phone(Words{"SMS_AUTH_DEBUG_PHONE_NUMBER"_L1, Codes, "Debug number"_L1,
                                      "This number always gets the debug code; only while the server listens on "
                                      "loopback."_L1,
                                      "an international phone number"_L1, true},
                                &Settings::debugPhone));
    list.push_back(kinds::number(Words{"SMS_AUTH_MAX_TRIES"_L1, Codes, "Tries"_L1,
                                       "Wrong guesses after which a code is no longer accepted."_L1, "1 to 100"_L1},
                                 &Settings::maxTries, 1, 100));
    list.push_back(kinds::number(Words{"SMS_AUTH_RESEND_WAIT"_L1, Codes, "Wait before the next code"_L1,
                                       "Seconds before a number can ask again; unset, the life of a code."_L1,
                                       "0 to 86400 seconds"_L1},
                                 &Settings::resendWait, 0, Day));
}

void addMessages(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::text(Words{"SMS_AUTH_MESSAGE"_L1, Messages, "Message"_L1,
                                     "The text that is sent; {code} stands for the code."_L1,
                                     "1 to 1000 characters with {code} in them"_L1},
                               &Settings::message, checks::messageText));
    list.push_back(kinds::text(Words{"SMS_AUTH_REGION"_L1, Messages, "Country of national numbers"_L1,
                                     "Country whose numbers may be written without +; unset, none."_L1,
                                     "an ISO 3166 country code such as US"_L1},
                               &Settings::region, checks::optionalCountry));
    const auto answer = [&](QLatin1StringView key, QLatin1StringView label, QLatin1StringView help,
                            QString Settings::*member) {
        list.push_back(kinds::text(Words{key, Messages, label, help, "one line, 1 to 250 characters"_L1}, member,
                                   checks::answerText));
    };
    answer("SMS_CODE_NOT_FOUND"_L1, "Answer: wrong code"_L1,
           "Answer when a code is wrong, expired, used or unknown."_L1, &Settings::textCodeNotFound);
    answer("SMS_WAIT_TIME"_L1, "Answer: too early"_L1,
           "Answer when a number asks again before the wait is over."_L1, &Settings::textWait);
    answer("SMS_REQUEST_SUCCESS"_L1, "Answer: accepted"_L1, "Answer when a code is on its way."_L1,
           &Settings::textSuccess);
    answer("SMS_USER_ALREADY_EXIST"_L1, "Answer: number taken"_L1,
           "Answer when the new number belongs to another user."_L1, &Settings::textUserExists);
}

void addUsers(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::text(Words{"SMS_USER_FIELD"_L1, Users, "Field of the number"_L1,
                                     "Name of the user's field that holds the phone number."_L1,
                                     "a name of letters, digits and _"_L1},
                               &Settings::userField, checks::identifier));
    list.push_back(kinds::text(Words{"SMS_AUTH_SUCCESS_KEY"_L1, Users, "Answer of a sign-in"_L1,
                                     "The user's property that a successful sign-in answers with."_L1,
                                     "jwt_token or a field of the user"_L1},
                               &Settings::successKey, checks::identifier));
    list.push_back(kinds::choice<ResponseStyle>(
        Words{"SMS_AUTH_RESPONSE"_L1, Users, "Shape of the answer"_L1,
              "An object with the property, the bare value, or the user's record."_L1, "object | value | user"_L1},
        &Settings::response,
        {{u"object"_s, ResponseStyle::Object},
         {u"value"_s, ResponseStyle::Value},
         {u"user"_s, ResponseStyle::User}}));
}

void addGateway(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::text(Words{"SMS_AUTH_PROVIDER"_L1, Gateway, "Gateway"_L1,
                                     "Gateway that sends the messages; sandbox simulates and sends nothing."_L1,
                                     "sandbox or the id of a gateway"_L1},
                               &Settings::provider, checks::providerId));
    list.push_back(kinds::text(Words{"SMS_AUTH_PROVIDER_LOGIN"_L1, Gateway, "Login"_L1, "Login at the gateway."_L1,
                                     "one line, at most 250 characters"_L1},
                               &Settings::providerLogin, checks::anyText));
    list.push_back(kinds::text(Words{"SMS_AUTH_PROVIDER_FROM"_L1, Gateway, "Sender"_L1,
                                     "Sender of the messages: a number or a name that the gateway knows."_L1,
                                     "one line, at most 250 characters"_L1},
                               &Settings::providerFrom, checks::anyText));
    list.push_back(
        kinds::text(Words{"SMS_AUTH_PROVIDER_URL"_L1, Gateway, "Address of the gateway"_L1,
                          "Without a path it replaces the server, with a path the whole send address."_L1,
                          "an http or https address without user and password"_L1, true},
                    &Settings::providerUrl, checks::gatewayUrl));
    list.push_back(kinds::text(Words{"SMS_AUTH_ACCOUNT_SID"_L1, Gateway, "Account SID"_L1, "Twilio's login."_L1,
                                     "one line, at most 250 characters"_L1},
                               &Settings::accountSid, checks::anyText));
    list.push_back(kinds::toggle(
        Words{"SMS_AUTH_GATEWAY_PRIVATE"_L1, Gateway, "Gateway in the own network"_L1,
              "Allows gateways at loopback and private addresses, and plain http there."_L1, "true | false"_L1},
        &Settings::gatewayPrivate));
    list.push_back(
        kinds::path(Words{"SMS_AUTH_GATEWAY_CA"_L1, Gateway, "Extra certificate authority"_L1,
                          "PEM file with certificates that gateways are trusted by, besides the system's."_L1,
                          "the path of a file"_L1},
                    &Settings::gatewayCa, checks::filePath));
}

void addServer(std::vector<SettingInfo> &list)
{
    list.push_back(
        kinds::text(Words{"SMS_AUTH_HOST"_L1, Server, "Address"_L1,
                          "Address on which the server listens; beyond loopback it needs TLS or a proxy."_L1,
                          "localhost or an IP address"_L1},
                    &Settings::host, checks::host));
    list.push_back(
        kinds::number(Words{"SMS_AUTH_PORT"_L1, Server, "Port"_L1,
                            "TCP port on which the server listens; 0 takes any free one."_L1, "0 to 65535"_L1},
                      &Settings::port, 0, 65535));
    list.push_back(kinds::text(Words{"SMS_AUTH_PATH"_L1, Server, "Path"_L1,
                                     "Path under which sign-in/, auth/ and change-phonenumber/ answer."_L1,
                                     "a path such as auth/, at most 100 characters"_L1},
                               &Settings::path, checks::path));
    list.push_back(
        kinds::path(Words{"SMS_AUTH_DATABASE"_L1, Server, "Database"_L1,
                          "SQLite file; unset, smsauth.db in the profile."_L1, "the path of a file"_L1, true},
                    &Settings::database, checks::database));
    list.push_back(kinds::path(Words{"SMS_AUTH_TLS_CERT"_L1, Server, "TLS certificate"_L1,
                                     "PEM file with the server's certificate chain."_L1, "the path of a file"_L1},
                               &Settings::tlsCert, checks::filePath));
    list.push_back(kinds::path(Words{"SMS_AUTH_TLS_KEY"_L1, Server, "TLS key"_L1,
                                     "PEM file with the key of the certificate."_L1, "the path of a file"_L1},
                               &Settings::tlsKey, checks::filePath));
    list.push_back(kinds::list(Words{"SMS_AUTH_ALLOWED_HOSTS"_L1, Server, "Host names"_L1,
                                     "Names under which clients may call the server, besides addresses and "
                                     "localhost."_L1,
                                     "host names without port, separated by commas"_L1},
                               &Settings::allowedHosts, checks::hostName));
    list.push_back(kinds::list(Words{"SMS_AUTH_TRUSTED_PROXIES"_L1, Server, "Trusted proxies"_L1,
                                     "Addresses of proxies whose word on the client's address is taken."_L1,
                                     "IP addresses or networks such as 10.0.0.0/8, separated by commas"_L1},
                               &Settings::trustedProxies, checks::network));
    list.push_back(
        kinds::optionalList(Words{"SMS_AUTH_CORS_ORIGINS"_L1, Server, "Web origins"_L1,
                                  "Pages that may call the server from a browser; unset, those on localhost "
                                  "while simulated, none when live."_L1,
                                  "origins such as https://example.com, separated by commas"_L1},
                            &Settings::corsOrigins, checks::origin));
    list.push_back(
        kinds::toggle(Words{"SMS_AUTH_NETWORK_PLAIN"_L1, Server, "Plain http in the own network"_L1,
                            "Simulated mode may listen without TLS on a private address."_L1, "true | false"_L1},
                      &Settings::networkPlain));
}

void addLimits(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::choice<LimitsMode>(
        Words{
            "SMS_AUTH_LIMITS"_L1, Limits, "Limits"_L1,
            "seed: only the wait and the tries; protect: all limits; auto: seed while simulated, else protect."_L1,
            "auto | seed | protect"_L1},
        &Settings::limits,
        {{u"auto"_s, LimitsMode::Auto}, {u"seed"_s, LimitsMode::Seed}, {u"protect"_s, LimitsMode::Protect}}));
    const auto limit = [&](QLatin1StringView key, QLatin1StringView label, QLatin1StringView help,
                           QList<Limit> Settings::*member) {
        list.push_back(kinds::limits(
            Words{key, Limits, label, help, "1 to 4 limits such as 5/1h,10/1d (s, m, h, d)"_L1}, member));
    };
    limit("SMS_AUTH_LIMIT_PHONE"_L1, "Per number"_L1, "Accepted sign-ins of one number within a time."_L1,
          &Settings::limitPhone);
    limit("SMS_AUTH_LIMIT_ADDRESS"_L1, "Per client address"_L1,
          "Accepted sign-ins from one address (IPv4 /32, IPv6 /64) within a time."_L1, &Settings::limitAddress);
    limit("SMS_AUTH_LIMIT_PREFIX"_L1, "Per number range"_L1,
          "Accepted sign-ins of numbers that differ only in their last four digits."_L1, &Settings::limitPrefix);
    limit("SMS_AUTH_LIMIT_COUNTRY"_L1, "Per country"_L1, "Accepted sign-ins of the numbers of one country."_L1,
          &Settings::limitCountry);
    limit("SMS_AUTH_LIMIT_GLOBAL"_L1, "Altogether"_L1, "Accepted sign-ins altogether."_L1, &Settings::limitGlobal);
    list.push_back(kinds::list(Words{"SMS_AUTH_COUNTRIES"_L1, Limits, "Allowed countries"_L1,
                                     "Countries whose numbers may sign in; empty, all."_L1,
                                     "ISO 3166 country codes, separated by commas"_L1},
                               &Settings::countries, checks::country));
}

void addTokensAndSecrets(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::choice<TokenAlgorithm>(
        Words{"SMS_AUTH_TOKEN_ALGORITHM"_L1, Tokens, "Signature"_L1,
              "ES256 can be checked with a public key, HS256 with the secret token_key."_L1, "ES256 | HS256"_L1},
        &Settings::tokenAlgorithm, {{u"ES256"_s, TokenAlgorithm::ES256}, {u"HS256"_s, TokenAlgorithm::HS256}}));
    list.push_back(kinds::number(Words{"SMS_AUTH_TOKEN_LIFE"_L1, Tokens, "Token life"_L1,
                                       "Seconds for which a token is valid."_L1, "1 to 31536000 seconds"_L1},
                                 &Settings::tokenLife, 1, 365 * Day));
    list.push_back(kinds::text(Words{"SMS_AUTH_TOKEN_ISSUER"_L1, Tokens, "Issuer"_L1,
                                     "The issuer (iss) that tokens name."_L1, "one line, 1 to 250 characters"_L1},
                               &Settings::tokenIssuer, checks::answerText));
    list.push_back(kinds::choice<SecretsMode>(
        Words{"SMS_AUTH_SECRETS"_L1, Secrets, "Where secrets are kept"_L1,
              "The system's keyring, a sealed file, or memory until the program ends; auto decides at the first "
              "start."_L1,
              "auto | keyring | file | memory"_L1},
        &Settings::secrets,
        {{u"auto"_s, SecretsMode::Auto},
         {u"keyring"_s, SecretsMode::Keyring},
         {u"file"_s, SecretsMode::File},
         {u"memory"_s, SecretsMode::Memory}}));
    list.push_back(
        kinds::path(Words{"SMS_AUTH_PASSPHRASE_FILE"_L1, Secrets, "File with the passphrase"_L1,
                          "File whose first line opens the sealed file of secrets."_L1, "the path of a file"_L1},
                    &Settings::passphraseFile, checks::filePath));
}

void addUpkeep(std::vector<SettingInfo> &list)
{
    list.push_back(kinds::number(Words{"SMS_AUTH_CLEANUP_INTERVAL"_L1, Upkeep, "Cleanup every"_L1,
                                       "Seconds between two cleanups; 0 cleans up only on demand."_L1,
                                       "0 to 86400 seconds"_L1},
                                 &Settings::cleanupInterval, 0, Day));
    list.push_back(kinds::text(Words{"SMS_AUTH_CLEANUP_AT"_L1, Upkeep, "Cleanup daily at"_L1,
                                     "Time of day, on this computer's clock, of one cleanup a day instead of the "
                                     "interval; unset, the interval."_L1,
                                     "a time such as 03:30"_L1},
                               &Settings::cleanupAt, checks::timeOfDay));
    list.push_back(
        kinds::number(Words{"SMS_AUTH_LOG_DAYS"_L1, Upkeep, "Keep the send log for"_L1,
                            "Days after which a row of the send log is removed."_L1, "1 to 3650 days"_L1},
                      &Settings::logDays, 1, 3650));
    list.push_back(kinds::number(Words{"SMS_AUTH_LOG_ROWS"_L1, Upkeep, "Rows of the send log"_L1,
                                       "Rows of the send log that are kept at most."_L1, "1 to 100000000"_L1},
                                 &Settings::logRows, 1, 100'000'000));
}

} // namespace

std::span<const SettingInfo> settingsList()
{
    static const std::vector<SettingInfo> all = [] {
        std::vector<SettingInfo> list;
        addCodes(list);
        addMessages(list);
        addUsers(list);
        addGateway(list);
        addServer(list);
        addLimits(list);
        addTokensAndSecrets(list);
        addUpkeep(list);
        return list;
    }();
    return all;
}

const SettingInfo *findSetting(QStringView key)
{
    const std::span<const SettingInfo> list = settingsList();
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const SettingInfo &info) { return key == info.key; });
    return found == list.end() ? nullptr : &*found;
}

std::span<const SecretKey> secretKeys()
{
    static constexpr SecretKey keys[] = {
        {"SMS_AUTH_PROVIDER_PASSWORD"_L1, "password"_L1},
        {"SMS_AUTH_AUTH_TOKEN"_L1, "password"_L1},
    };
    return keys;
}

} // namespace smsauth
