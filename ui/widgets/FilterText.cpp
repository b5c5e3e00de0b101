// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FilterText.h"

namespace smsauth {
namespace {

/// Splits at white space outside quotation marks.
QStringList pieces(const QString &text)
{
    QStringList found;
    QString piece;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted) {
            if (!piece.isEmpty())
                found.append(std::exchange(piece, {}));
            continue;
        }
        piece += c;
    }
    if (!piece.isEmpty())
        found.append(piece);
    return found;
}

QString unquoted(QString text)
{
    return text.remove(u'"');
}

bool isField(const QString &piece, qsizetype colon)
{
    if (colon <= 0)
        return false;
    for (const QChar c : QStringView(piece).first(colon)) {
        if (!c.isLetter())
            return false;
    }
    return true;
}

} // namespace

FilterText FilterText::parse(const QString &text)
{
    FilterText filter;
    for (const QString &piece : pieces(text)) {
        const qsizetype colon = piece.indexOf(u':');
        if (!isField(piece, colon)) {
            if (const QString word = unquoted(piece); !word.isEmpty())
                filter.words.append(word);
            continue;
        }
        // "status:" is the beginning of a term: it restricts nothing yet.
        if (const QString value = unquoted(piece.sliced(colon + 1)); !value.isEmpty())
            filter.terms.append({piece.first(colon).toLower(), value});
    }
    return filter;
}

QStringList FilterText::valuesOf(QStringView field) const
{
    QStringList values;
    for (const Term &term : terms) {
        if (term.field == field)
            values.append(term.value.split(u',', Qt::SkipEmptyParts));
    }
    return values;
}

QString FilterText::replaced(const QString &text, const QString &field, const QString &value)
{
    QStringList kept = pieces(text);
    kept.removeIf([&](const QString &piece) { return piece.startsWith(field + u':', Qt::CaseInsensitive); });
    if (!value.isEmpty())
        kept.prepend(field + u':' + (value.contains(u' ') ? u'"' + value + u'"' : value));
    return kept.join(u' ');
}

} // namespace smsauth
