// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingsImportTokens.h"

#include <QHash>
#include <QStringList>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

using Kind = PythonToken::Kind;

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text)
        : m_text(text)
    {
    }

    Result<std::vector<PythonToken>> run()
    {
        while (m_problem.isEmpty() && m_at < m_text.size())
            step();
        if (m_problem.isEmpty() && !m_open.empty())
            fail(m_open.back().line, u"this %1 is never closed"_s.arg(m_open.back().bracket));
        if (!m_problem.isEmpty())
            return {ErrorCode::Settings, m_problem};
        add(Kind::NewLine, {}, m_line);
        add(Kind::End, {}, m_line);
        return std::move(m_tokens);
    }

private:
    struct Bracket
    {
        QChar bracket;
        int line;
    };

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    void fail(int line, const QString &reason) { m_problem = u"line %1: %2"_s.arg(line).arg(reason); }

    void add(Kind kind, QString text, int line)
    {
        m_tokens.push_back({kind, std::move(text), line, m_lineIsFresh && m_lineIsIndented});
        m_lineIsFresh = kind == Kind::NewLine;
        if (m_lineIsFresh)
            m_lineIsIndented = false;
    }

    void step()
    {
        const QChar c = peek();
        if (c == u'\n')
            return newLine();
        if (c == u' ' || c == u'\t' || c == u'\f') {
            m_lineIsIndented = m_lineIsIndented || m_lineIsFresh;
            ++m_at;
        } else if (c == u'\\' && peek(1) == u'\n') {
            ++m_line;
            m_at += 2;
        } else if (c == u'#') {
            while (m_at < m_text.size() && peek() != u'\n')
                ++m_at;
        } else if (c == u'"' || c == u'\'') {
            string({});
        } else if (c.isDigit() || (c == u'.' && peek(1).isDigit())) {
            number();
        } else if (c.isLetter() || c == u'_') {
            name();
        } else {
            punctuation();
        }
    }

    void newLine()
    {
        if (m_open.empty() && !m_lineIsFresh)
            add(Kind::NewLine, {}, m_line);
        if (m_open.empty())
            m_lineIsIndented = false;
        ++m_line;
        ++m_at;
    }

    void name()
    {
        const qsizetype start = m_at;
        while (peek().isLetterOrNumber() || peek() == u'_')
            ++m_at;
        const QString word = m_text.sliced(start, m_at - start).toString();
        static const QStringList prefixes{u"r"_s,  u"u"_s,  u"b"_s, u"f"_s,  u"br"_s, u"rb"_s,
                                          u"fr"_s, u"rf"_s, u"t"_s, u"tr"_s, u"rt"_s};
        if ((peek() == u'"' || peek() == u'\'') && prefixes.contains(word, Qt::CaseInsensitive))
            return string(word.toLower());
        add(Kind::Name, word, m_line);
    }

    void number()
    {
        const qsizetype start = m_at;
        while (peek().isLetterOrNumber() || peek() == u'_' || peek() == u'.' || signOfExponent(start))
            ++m_at;
        add(Kind::Number, m_text.sliced(start, m_at - start).toString(), m_line);
    }

    bool signOfExponent(qsizetype start) const
    {
        const bool isSign = peek() == u'+' || peek() == u'-';
        return isSign && m_at > start && m_text.at(m_at - 1).toLower() == u'e' &&
               !m_text.sliced(start).startsWith("0x"_L1, Qt::CaseInsensitive);
    }

    void punctuation()
    {
        const QChar c = peek();
        if (c == u'(' || c == u'[' || c == u'{') {
            m_open.push_back({c, m_line});
        } else if (c == u')' || c == u']' || c == u'}') {
            const QChar partner = c == u')' ? u'(' : c == u']' ? u'[' : u'{';
            if (m_open.empty() || m_open.back().bracket != partner)
                return fail(m_line, u"unexpected %1"_s.arg(c));
            m_open.pop_back();
        }
        const bool two = (peek(1) == u'=' && u"=!<>+-*/%&|^@:"_s.contains(c)) || (c == u'*' && peek(1) == u'*');
        add(Kind::Operator, m_text.sliced(m_at, two ? 2 : 1).toString(), m_line);
        m_at += two ? 2 : 1;
        if (c == u';' && m_open.empty())
            m_tokens.back().kind = Kind::NewLine;
    }

    void string(const QString &prefix)
    {
        const int start = m_line;
        const QChar quote = peek();
        const bool triple = peek(1) == quote && peek(2) == quote;
        const bool raw = prefix.contains(u'r');
        m_at += triple ? 3 : 1;
        QString value;
        m_computed = prefix.contains(u'b') || prefix.contains(u'f') || prefix.contains(u't');
        for (;;) {
            if (m_at >= m_text.size() || (peek() == u'\n' && !triple))
                return fail(start, u"this string is never closed"_s);
            if (peek() == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
                m_at += triple ? 3 : 1;
                break;
            }
            if (peek() == u'\n')
                ++m_line;
            if (peek() == u'\\' && m_at + 1 < m_text.size())
                escape(raw, value);
            else
                value.append(m_text.at(m_at++));
        }
        add(m_computed ? Kind::Computed : Kind::Text, m_computed ? QString() : value, start);
    }

    void escape(bool raw, QString &value)
    {
        const QChar c = peek(1);
        if (c == u'\n')
            ++m_line;
        if (raw) { // the backslash stays, and still keeps a quote from ending the string
            value.append(m_text.sliced(m_at, 2));
            m_at += 2;
            return;
        }
        m_at += 2;
        static const QHash<QChar, QChar> simple{
            {u'\\', u'\\'}, {u'\'', u'\''},      {u'"', u'"'},        {u'n', u'\n'},       {u'r', u'\r'},
            {u't', u'\t'},  {u'a', QChar(0x07)}, {u'b', QChar(0x08)}, {u'f', QChar(0x0c)}, {u'v', QChar(0x0b)}};
        if (const auto found = simple.find(c); found != simple.end()) {
            value.append(*found);
        } else if (c == u'x' || c == u'u' || c == u'U') {
            character(c == u'x' ? 2 : c == u'u' ? 4 : 8, 16, true, value);
        } else if (c >= u'0' && c <= u'7') {
            --m_at;
            character(3, 8, false, value);
        } else if (c == u'N') {
            m_computed = true;
        } else if (c != u'\n') { // Python keeps a backslash that means nothing
            value.append(u'\\');
            value.append(c);
        }
    }

    void character(int digits, int base, bool all, QString &value)
    {
        char32_t code = 0;
        int read = 0;
        for (; read < digits; ++read, ++m_at) {
            bool isDigit = false;
            const uint digit = QString(peek()).toUInt(&isDigit, base);
            if (!isDigit)
                break;
            code = code * char32_t(base) + digit;
        }
        if ((all && read < digits) || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
            return fail(m_line, u"this escape in a string is not valid"_s);
        value.append(QChar::fromUcs4(code));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_lineIsFresh = true; ///< no token of this statement yet
    bool m_lineIsIndented = false;
    bool m_computed = false;
    std::vector<Bracket> m_open;
    std::vector<PythonToken> m_tokens;
    QString m_problem;
};

} // namespace

Result<std::vector<PythonToken>> pythonTokens(QStringView text)
{
    return Tokenizer(text).run();
}

} // namespace smsauth
