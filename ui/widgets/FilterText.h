// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace smsauth {

/// What somebody typed into a filter: words, and terms of the form field:value or field:"two words".
struct FilterText
{
    struct Term
    {
        QString field; ///< lower case
        QString value;
    };

    QList<Term> terms;
    QStringList words;

    static FilterText parse(const QString &text);

    QStringList valuesOf(QStringView field) const;
    /// The text with this field set to the value, or without the field when the value is empty.
    static QString replaced(const QString &text, const QString &field, const QString &value);
};

} // namespace smsauth
