// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/LogFilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

namespace {

using Kind = LogFilterProblem::Kind;
using Field = LogTerm::Field;

/// One of the alternatives after a colon, without its quotation marks.
struct Value
{
    QString text;
    qsizetype start = 0;
    qsizetype length = 0;
};

QList<Value> valuesOf(const QString &text, const LogFilterPiece &piece)
{
    QList<Value> values;
    bool quoted = false;
    Value value{{}, piece.valueFrom, 0};
    const qsizetype end = piece.start + piece.length;
    for (qsizetype at = piece.valueFrom; at <= end; ++at) {
        const QChar c = at < end ? text.at(at) : QChar(u',');
        if (at == end || (c == u',' && !quoted && !piece.key.isEmpty())) {
            value.length = at - value.start;
            if (!value.text.isEmpty())
                values.append(value);
            value = {{}, at + 1, 0};
        } else if (c == u'"') {
            quoted = !quoted;
        } else {
            value.text += c;
        }
    }
    return values;
}

bool isSeparator(QChar c)
{
    return c.isSpace() || u"-().\u2011"_s.contains(c);
}

/// "+12025550101", "+1202*", "*0101", "*0101*"; empty: it is none.
QString phonePattern(const QString &text)
{
    QString digits;
    const bool openFront = text.startsWith(u'*');
    const bool openBack = text.size() > 1 && text.endsWith(u'*');
    bool plus = false;
    for (const QChar c : QStringView(text).mid(openFront, text.size() - openFront - openBack)) {
        if (const int digit = c.digitValue(); digit >= 0)
            digits += QChar(u'0' + digit);
        else if (c == u'+' && digits.isEmpty() && !plus && !openFront)
            plus = true;
        else if (!isSeparator(c))
            return {};
    }
    if (digits.isEmpty() || digits.size() > 20)
        return {};
    if (plus && !openBack) {
        const Result<PhoneNumber> whole = PhoneNumber::parse(u'+' + digits);
        return whole ? whole->e164() : u'+' + digits + u'*'; // not yet a whole one
    }
    if (plus)
        return u'+' + digits + u'*';
    return openFront && !openBack ? u'*' + digits : u'*' + digits + u'*';
}

std::optional<milliseconds> durationOf(const QString &text)
{
    if (text.size() < 2 || text.size() > 9)
        return std::nullopt;
    bool isNumber = false;
    const qint64 count = text.chopped(1).toLongLong(&isNumber);
    const QHash<QChar, seconds> units{{u's', seconds(1)},
                                      {u'm', seconds(60)},
                                      {u'h', seconds(3600)},
                                      {u'd', seconds(86'400)},
                                      {u'w', seconds(604'800)}};
    const seconds unit = units.value(text.back().toLower(), seconds(0));
    if (!isNumber || count < 1 || unit == seconds(0) || count > LogFilter::LongestLast / unit)
        return std::nullopt;
    return unit * count;
}

/// A date stands for its beginning, or with `dayEnd` for its end.
std::optional<Timestamp> timeOf(const QString &text, bool dayEnd)
{
    if (text.size() < 10 || text.size() > 30)
        return std::nullopt;
    QDateTime time;
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (date.isValid())
            time = date.addDays(dayEnd ? 1 : 0).startOfDay();
    } else if (u"T t"_s.contains(text.at(10))) {
        time = QDateTime::fromString(QString(text).replace(10, 1, u'T'), Qt::ISODateWithMs);
    }
    if (!time.isValid() || time.date().year() < 1970 || time.date().year() > 9999)
        return std::nullopt;
    return fromMs(time.toMSecsSinceEpoch());
}

/// Reads the pieces one after the other.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    ParsedLogFilter read()
    {
        if (m_text.size() > LogFilter::LongestText) {
            complain(Kind::TooMuch, LogFilter::LongestText, m_text.size() - LogFilter::LongestText);
            return m_parsed;
        }
        QList<LogFilterPiece> pieces = piecesOfLogFilter(m_text);
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const LogFilterPiece &piece = pieces.at(i);
            if (piece.isOpen)
                complain(Kind::OpenQuote, piece.start, piece.length);
            else if (i >= LogFilter::MostTerms)
                complain(Kind::TooMuch, piece.start, piece.length);
            else if (const qsizetype used = readPhone(pieces, i); used > 0)
                i += used - 1;
            else
                readPiece(piece);
        }
        return m_parsed;
    }

private:
    void complain(Kind kind, qsizetype start, qsizetype length)
    {
        m_parsed.problems.append({kind, start, length, m_text.mid(start, std::min<qsizetype>(length, 60))});
    }
    void complain(Kind kind, const Value &value)
    {
        m_parsed.problems.append({kind, value.start, value.length, value.text.left(60)});
    }

    /// "+1 202 555 0101" is one phone, not four words. How many pieces it took; 0: it is none.
    qsizetype readPhone(const QList<LogFilterPiece> &pieces, qsizetype first)
    {
        const LogFilterPiece &front = pieces.at(first);
        if (!front.key.isEmpty() || m_text.mid(front.valueFrom, 1) != u"+")
            return 0;
        QString joined;
        QString whole;
        qsizetype used = 0;
        for (qsizetype i = first; i < pieces.size() && i < first + 8; ++i) {
            const LogFilterPiece &piece = pieces.at(i);
            if (!piece.key.isEmpty() || (i > first && piece.isNegated))
                break;
            joined += m_text.mid(piece.valueFrom, piece.start + piece.length - piece.valueFrom);
            const QString pattern = phonePattern(joined);
            if (pattern.isEmpty())
                break;
            if (!pattern.endsWith(u'*')) {
                whole = pattern;
                used = i - first + 1;
            }
        }
        if (used > 0)
            add({.field = Field::Phone, .isNegated = front.isNegated, .values = {whole}});
        return used;
    }

    void readPiece(const LogFilterPiece &piece)
    {
        static const QHash<QString, Field> fields{
            {u"status"_s, Field::State},     {u"state"_s, Field::State},  {u"provider"_s, Field::Provider},
            {u"gateway"_s, Field::Provider}, {u"to"_s, Field::Phone},     {u"phone"_s, Field::Phone},
            {u"reason"_s, Field::Reason},    {u"error"_s, Field::Reason}, {u"verified"_s, Field::Verified}};
        const bool isTime = piece.key == u"last" || piece.key == u"since" || piece.key == u"until";
        if (!piece.key.isEmpty() && !isTime && !fields.contains(piece.key)) {
            m_parsed.problems.append({Kind::UnknownKey, piece.start, piece.length, piece.key.left(60)});
            return;
        }
        const QList<Value> values = valuesOf(m_text, piece);
        if (values.isEmpty())
            return complain(Kind::NoValue, piece.start, piece.length);
        if (isTime && piece.isNegated)
            return complain(Kind::CannotNegate, piece.start, piece.length);
        if (isTime)
            return readTime(piece.key, values.first());
        LogTerm term{.field = fields.value(piece.key, Field::Word), .isNegated = piece.isNegated};
        for (const Value &value : values)
            readValue(term, value);
        if (term.field == Field::Verified || !term.states.isEmpty() || !term.values.isEmpty())
            add(term);
    }

    /// Two terms of one key are alternatives, as with a comma: no row has two states. Negated ones rule both out,
    /// which is the same list. Words are not: each must occur.
    void add(const LogTerm &term)
    {
        QList<LogTerm> &terms = m_parsed.filter.terms;
        const auto same = std::find_if(terms.begin(), terms.end(), [&term](const LogTerm &other) {
            return other.field == term.field && other.isNegated == term.isNegated;
        });
        if (same == terms.end() || term.field == Field::Word || term.field == Field::Verified) {
            terms.append(term);
            return;
        }
        same->states.append(term.states);
        same->values.append(term.values);
    }

    void readValue(LogTerm &term, const Value &value)
    {
        switch (term.field) {
        case Field::State:
            if (const auto state = messageStateFromName(value.text.toLower()))
                term.states.append(*state);
            else
                complain(Kind::UnknownState, value);
            return;
        case Field::Phone:
            if (const QString pattern = phonePattern(value.text); !pattern.isEmpty())
                term.values.append(pattern);
            else
                complain(Kind::BadPhone, value);
            return;
        case Field::Verified: {
            const QString answer = value.text.toLower();
            if (answer != u"yes" && answer != u"no")
                return complain(Kind::BadAnswer, value);
            term.isVerified = answer == u"yes";
            return;
        }
        case Field::Provider:
        case Field::Reason:
        case Field::Word:
            term.values.append(value.text);
            return;
        }
        Q_UNREACHABLE();
    }

    void readTime(const QString &key, const Value &value)
    {
        LogFilter &filter = m_parsed.filter;
        if (key == u"last") {
            const std::optional<milliseconds> last = durationOf(value.text);
            if (!last)
                return complain(Kind::BadDuration, value);
            filter.last = filter.last ? std::min(*filter.last, *last) : *last;
            return;
        }
        const std::optional<Timestamp> time = timeOf(value.text, key == u"until");
        if (!time)
            return complain(Kind::BadTime, value);
        if (key == u"since")
            filter.since = filter.since ? std::max(*filter.since, *time) : *time;
        else
            filter.until = filter.until ? std::min(*filter.until, *time) : *time;
    }

    const QString &m_text;
    ParsedLogFilter m_parsed;
};

} // namespace

QList<LogFilterPiece> piecesOfLogFilter(const QString &text)
{
    QList<LogFilterPiece> pieces;
    const qsizetype end = std::min<qsizetype>(text.size(), LogFilter::LongestText);
    for (qsizetype at = 0; at < end;) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        LogFilterPiece piece;
        piece.start = at;
        piece.isNegated = text.at(at) == u'-';
        at += piece.isNegated ? 1 : 0;
        piece.valueFrom = at;
        bool quoted = false;
        bool onlyLetters = true;
        for (; at < end && (quoted || !text.at(at).isSpace()); ++at) {
            const QChar c = text.at(at);
            if (c == u'"')
                quoted = !quoted;
            if (c == u':' && onlyLetters && piece.key.isEmpty() && at > piece.valueFrom) {
                piece.key = text.mid(piece.valueFrom, at - piece.valueFrom).toLower();
                piece.valueFrom = at + 1;
            }
            onlyLetters = onlyLetters && c.isLetter();
        }
        piece.length = at - piece.start;
        piece.isOpen = quoted;
        pieces.append(piece);
    }
    return pieces;
}

bool ParsedLogFilter::isUsable() const
{
    return std::all_of(problems.begin(), problems.end(),
                       [](const LogFilterProblem &problem) { return problem.kind == Kind::NoValue; });
}

ParsedLogFilter parseLogFilter(const QString &text)
{
    return Reader(text).read();
}

QString describe(const LogFilterProblem &problem)
{
    switch (problem.kind) {
    case Kind::NoValue:
        return u"%1 has no value"_s.arg(problem.text);
    case Kind::UnknownKey:
        return u"%1: is not known; use status:, provider:, to:, reason:, verified:, last:, since: or until:"_s.arg(
            problem.text);
    case Kind::UnknownState:
        return u"there is no state %1"_s.arg(problem.text);
    case Kind::BadPhone:
        return u"%1 is no part of a phone number; use +12025550101, +1202* or *0101"_s.arg(problem.text);
    case Kind::BadDuration:
        return u"%1 is no span of time; use 30m, 24h, 7d or 2w"_s.arg(problem.text);
    case Kind::BadTime:
        return u"%1 is no date; use 2026-01-31 or 2026-01-31T12:30"_s.arg(problem.text);
    case Kind::BadAnswer:
        return u"verified: is yes or no"_s;
    case Kind::CannotNegate:
        return u"%1 cannot be negated"_s.arg(problem.text);
    case Kind::OpenQuote:
        return u"a quotation mark is not closed"_s;
    case Kind::TooMuch:
        return u"the filter is too long"_s;
    }
    Q_UNREACHABLE();
}

} // namespace smsauth
