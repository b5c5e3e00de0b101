// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/Redaction.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int longestWords = 300;
constexpr int longestCode = 64;
constexpr int longestId = 200;

QString oneLine(QString text)
{
    for (QChar &c : text) {
        // Format characters turn the direction of what follows on a terminal.
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
            c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text.simplified();
}

QString shortened(const QString &text, int longest)
{
    return text.size() <= longest ? text : text.left(longest - 1) + u'…';
}

} // namespace

Redaction::Redaction(const ProviderValues &values)
{
    for (const Secret &secret : values.secrets) {
        if (secret.isEmpty())
            continue;
        const QByteArray plain = secret.reveal();
        m_secrets << oneLine(QString::fromUtf8(plain)) << QString::fromLatin1(plain.toPercentEncoding())
                  << QString::fromLatin1(plain.toBase64());
        for (const QString &user : values.plain)
            m_secrets << QString::fromLatin1((user.toUtf8() + ':' + plain).toBase64());
    }
    m_secrets.removeAll(QString());
    m_secrets.removeDuplicates();
    std::sort(m_secrets.begin(), m_secrets.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redaction::withoutSecrets(const QString &text) const
{
    QString result = oneLine(text);
    for (const QString &secret : m_secrets)
        result.replace(secret, u"•••"_s);
    return result;
}

/// An id holds digits by chance, and reports of delivery are found by it: only what stands alone is a code.
QString Redaction::identifier(const QString &id, const OutgoingSms &sms) const
{
    QString result = withoutSecrets(id);
    static const QRegularExpression codes(u"[0-9]{4,}"_s);
    for (const QRegularExpressionMatch &match : codes.globalMatch(sms.text))
        result.replace(QRegularExpression(u"(?<![0-9A-Za-z])%1(?![0-9A-Za-z])"_s.arg(match.captured())), u"•••"_s);
    return result;
}

QString Redaction::words(const QString &text, const OutgoingSms &sms) const
{
    QString result = withoutSecrets(text);
    if (!sms.to.isNull()) {
        result.replace(sms.to.e164(), sms.to.masked());
        result.replace(sms.to.e164().mid(1), sms.to.masked());
    }
    if (!sms.text.isEmpty())
        result.replace(oneLine(sms.text), u"•••"_s);
    static const QRegularExpression codes(u"[0-9]{4,}"_s);
    for (const QRegularExpressionMatch &match : codes.globalMatch(sms.text))
        result.replace(match.captured(), u"•••"_s);
    return shortened(result, longestWords);
}

Verdict Redaction::verdict(Verdict verdict, const OutgoingSms &sms) const
{
    verdict.error = words(verdict.error, sms);
    verdict.code = shortened(words(verdict.code, sms), longestCode);
    verdict.messageId = shortened(identifier(verdict.messageId, sms), longestId);
    return verdict;
}

} // namespace smsauth
