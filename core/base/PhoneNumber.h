// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace smsauth {

/// A valid phone number in E.164 form, the one key for a phone everywhere. Where a function takes a PhoneNumber,
/// no further validation is needed. The default-constructed one is null and only a placeholder.
class PhoneNumber
{
public:
    /// The longest text that is looked at; longer input is invalid (libphonenumber's own limit).
    static constexpr int MaxTextLength = 250;

    PhoneNumber() = default;

    /// Parses what a person or program wrote ("+1 (202) 555-0101", full-width digits, …) and validates it.
    /// region: ISO 3166 country for national numbers; empty: only international numbers are accepted.
    /// Thread-safe. Errors: InvalidPhone.
    static Result<PhoneNumber> parse(const QString &text, const QString &region = {});

    /// A two-letter ISO 3166 country, in upper case, whose numbers are known. Thread-safe.
    static bool isCountry(const QString &code);

    /// All of them with the digits that a number begins with: "US", "1". Sorted by code. Thread-safe.
    struct Country
    {
        QString code;
        QString callingCode;
    };
    static const QList<Country> &countries();

    /// Trusts a value that this class wrote earlier (a stored E.164 number). No validation. country: its country
    /// where that is known (to find it takes some 20 µs); null: not known.
    static PhoneNumber fromStored(const QString &e164, const QString &country = {});

    bool isNull() const { return m_e164.isEmpty(); }
    const QString &e164() const { return m_e164; }
    /// ISO 3166 country, "001" for non-geographic numbers, empty when unknown.
    QString country() const;
    /// The number less its last four digits: the unit in which number ranges are bought and abused.
    QString prefix() const { return m_e164.chopped(4); }
    /// "+1202•••0101": for logs, exports and lists in live mode.
    QString masked() const;
    /// "+1 202-555-0101"
    QString international() const;

    friend bool operator==(const PhoneNumber &a, const PhoneNumber &b) { return a.m_e164 == b.m_e164; }
    friend size_t qHash(const PhoneNumber &phone, size_t seed = 0) { return qHash(phone.m_e164, seed); }

private:
    explicit PhoneNumber(QString e164, QString country = {})
        : m_e164(std::move(e164))
        , m_country(std::move(country))
    {
    }
    QString m_e164;
    QString m_country; ///< kept from parsing; null: not known yet
};

} // namespace smsauth
