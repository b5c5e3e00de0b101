// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/CountryList.h"

#include "core/base/PhoneNumber.h"

#include <QCollator>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

CountryEntry entryOf(const PhoneNumber::Country &country)
{
    CountryEntry entry{country.code, country.callingCode, country.code, {}};
    const QLocale::Territory territory = QLocale::codeToTerritory(country.code);
    if (territory == QLocale::AnyTerritory)
        return entry;
    entry.name = QLocale::territoryToString(territory);
    const QLocale own(QLocale::AnyLanguage, territory);
    if (own.territory() != territory || own.nativeTerritoryName().isEmpty())
        return entry;
    if (own.language() == QLocale::English)
        entry.name = own.nativeTerritoryName();
    else if (own.nativeTerritoryName() != entry.name)
        entry.ownName = own.nativeTerritoryName();
    return entry;
}

} // namespace

QString CountryEntry::text() const
{
    const QString names = ownName.isEmpty() ? name : name + u" – "_s + ownName;
    // Among right-to-left text the plus sign would end up behind the number.
    return u"%1  (%2, \u200E+%3)"_s.arg(names, code, callingCode);
}

bool CountryEntry::matches(const QString &words) const
{
    const QString wanted = words.trimmed();
    if (wanted.isEmpty())
        return true;
    if (wanted.startsWith(u'+') || wanted.front().isDigit())
        return callingCode.startsWith(wanted.startsWith(u'+') ? wanted.sliced(1) : wanted);
    return code.compare(wanted, Qt::CaseInsensitive) == 0 || name.contains(wanted, Qt::CaseInsensitive) ||
           ownName.contains(wanted, Qt::CaseInsensitive);
}

const QList<CountryEntry> &countryList()
{
    static const QList<CountryEntry> all = [] {
        QList<CountryEntry> entries;
        for (const PhoneNumber::Country &country : PhoneNumber::countries())
            entries.append(entryOf(country));
        const QCollator order;
        std::sort(entries.begin(), entries.end(),
                  [&](const CountryEntry &a, const CountryEntry &b) { return order.compare(a.name, b.name) < 0; });
        return entries;
    }();
    return all;
}

} // namespace smsauth
