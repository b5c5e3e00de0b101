// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/LikePatterns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

namespace {

bool isAscii(QChar character)
{
    return character.unicode() < 128;
}

QString anywhere(QString text)
{
    // '!' and not the backslash, which not every database takes for itself within a text.
    for (const QChar special : {u'!', u'%', u'_'})
        text.replace(special, QString(u'!') + special);
    return u'%' + text + u'%';
}

QString withLowerAscii(QString text)
{
    for (QChar &character : text)
        character = isAscii(character) ? character.toLower() : character;
    return text;
}

/// Every word with a capital.
QString titled(const QString &lower)
{
    QStringList words = lower.split(u' ');
    for (QString &word : words)
        word = word.left(1).toUpper() + word.mid(1);
    return words.join(u' ');
}

} // namespace

QString likeCondition(const QString &sql)
{
    return u"lower(%1) LIKE ? ESCAPE '!'"_s.arg(sql);
}

QStringList likePatterns(const QString &text)
{
    const QString lower = text.toLower();
    QStringList spellings{lower};
    if (!std::all_of(lower.begin(), lower.end(), isAscii)) {
        for (const QString &spelling :
             {text, text.toUpper(), lower.left(1).toUpper() + lower.mid(1), titled(lower)})
            spellings << withLowerAscii(spelling);
    }
    spellings.removeDuplicates();
    for (QString &spelling : spellings)
        spelling = anywhere(spelling);
    return spellings;
}

} // namespace smsauth
