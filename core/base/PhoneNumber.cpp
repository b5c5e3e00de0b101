// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PhoneNumber.h"

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>
#include <set>
#include <string>

namespace smsauth {

namespace {

using i18n::phonenumbers::PhoneNumberUtil;
using LibNumber = i18n::phonenumbers::PhoneNumber;

// The only mention of the library's singleton: it is immutable after construction and documented as thread-safe.
const PhoneNumberUtil &library()
{
    static const PhoneNumberUtil &instance = *PhoneNumberUtil::GetInstance();
    return instance;
}

/// Digits of the longest number with its country (ITU-T E.164 §6).
constexpr size_t MostDigits = 15;

LibNumber parseStored(const QString &e164)
{
    LibNumber number;
    library().Parse(e164.toStdString(), "ZZ", &number);
    return number;
}

} // namespace

Result<PhoneNumber> PhoneNumber::parse(const QString &text, const QString &region)
{
    const auto invalid = [] {
        return Error{ErrorCode::InvalidPhone, QStringLiteral("Enter a valid phone number.")};
    };
    if (text.isEmpty() || text.size() > MaxTextLength || text.contains(QChar::Null))
        return invalid();

    LibNumber number;
    const std::string country = region.isEmpty() ? "ZZ" : region.toStdString();
    if (library().Parse(text.toStdString(), country, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return invalid();
    // What IsValidNumber() does, but the country that it finds on the way is of use later.
    std::string found;
    library().GetRegionCodeForNumber(number, &found);
    if (!library().IsValidNumberForRegion(number, found))
        return invalid();

    std::string e164;
    library().Format(number, PhoneNumberUtil::E164, &e164);
    if (e164.size() > 1 + MostDigits) // the library knows longer ones, which no network could carry
        return invalid();
    return PhoneNumber(QString::fromStdString(e164), QString::fromStdString(found));
}

bool PhoneNumber::isCountry(const QString &code)
{
    const QList<Country> &all = countries();
    return std::binary_search(all.begin(), all.end(), Country{code, {}},
                              [](const Country &a, const Country &b) { return a.code < b.code; });
}

const QList<PhoneNumber::Country> &PhoneNumber::countries()
{
    static const QList<Country> all = [] {
        std::set<std::string> regions;
        library().GetSupportedRegions(&regions);
        QList<Country> countries;
        for (const std::string &region : regions)
            countries.append(
                {QString::fromStdString(region), QString::number(library().GetCountryCodeForRegion(region))});
        return countries;
    }();
    return all;
}

PhoneNumber PhoneNumber::fromStored(const QString &e164, const QString &country)
{
    return PhoneNumber(e164, country);
}

QString PhoneNumber::country() const
{
    if (!m_country.isNull())
        return m_country;
    std::string region;
    library().GetRegionCodeForNumber(parseStored(m_e164), &region);
    return region == "ZZ" ? QString() : QString::fromStdString(region);
}

QString PhoneNumber::masked() const
{
    if (m_e164.size() < 9)
        return QStringLiteral("•••");
    return m_e164.first(m_e164.size() - 7) + QStringLiteral("•••") + m_e164.last(4);
}

QString PhoneNumber::international() const
{
    std::string text;
    library().Format(parseStored(m_e164), PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

} // namespace smsauth
