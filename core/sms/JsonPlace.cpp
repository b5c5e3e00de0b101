// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/JsonPlace.h"

#include <QJsonDocument>
#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// Walks over a JSON text without building anything of it.
class JsonWalker
{
public:
    JsonWalker(const QByteArray &text, QStringList tokens)
        : m_text(text)
        , m_tokens(std::move(tokens))
    {
    }

    /// The offset of the deepest place that the tokens lead to.
    qsizetype find()
    {
        skipSpace();
        m_found = m_at;
        value(0);
        return m_found;
    }

private:
    char now() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(now()))
            ++m_at;
    }
    void skip(char c)
    {
        skipSpace();
        if (now() == c)
            ++m_at;
        skipSpace();
    }

    QString string()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && now() != '"')
            m_at += now() == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_text.size());
        // Escapes are the JSON reader's business.
        return QJsonDocument::fromJson('[' + m_text.mid(begin, m_at - begin) + ']')[0].toString();
    }

    /// depth: how many tokens led here; more than there are: only to be skipped.
    void value(qsizetype depth)
    {
        const bool wanted = depth < m_tokens.size();
        if (now() == '{' || now() == '[') {
            const bool object = now() == '{';
            skip(object ? '{' : '[');
            for (qsizetype index = 0; m_at < m_text.size() && now() != '}' && now() != ']'; ++index) {
                const qsizetype begin = m_at;
                QString key = QString::number(index);
                if (object) {
                    key = string();
                    skip(':');
                }
                const bool here = wanted && key == m_tokens.at(depth);
                if (here)
                    m_found = begin;
                value(here ? depth + 1 : m_tokens.size());
                if (here)
                    return; // nothing behind it is of interest
                skip(',');
                if (m_at == begin)
                    return; // not JSON at all
            }
            skip(object ? '}' : ']');
        } else if (now() == '"') {
            (void)string();
        } else {
            while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(now()))
                ++m_at;
        }
    }

    const QByteArray &m_text;
    const QStringList m_tokens;
    qsizetype m_at = 0;
    qsizetype m_found = 0;
};

} // namespace

TextPlace textPlaceOf(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.mid(lineStart)).size()) + 1};
}

TextPlace findJsonPlace(const QByteArray &json, const QString &pointer)
{
    QStringList tokens = pointer.split(u'/').mid(1);
    for (QString &token : tokens)
        token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    tokens.removeAll(QString());
    return textPlaceOf(json, JsonWalker(json, tokens).find());
}

} // namespace smsauth
