// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace smsauth {

/// A country as a person looks for it.
struct CountryEntry
{
    QString code;        ///< "DE"
    QString callingCode; ///< "49"
    QString name;        ///< "Germany"
    QString ownName;     ///< "Deutschland"; empty when it is the same

    /// "Germany – Deutschland  DE  +49"
    QString text() const;
    /// words: what was typed. A name or a part of one, the code, "+49" or "49".
    bool matches(const QString &words) const;
};

/// Every country that has phone numbers, by name.
const QList<CountryEntry> &countryList();

} // namespace smsauth
