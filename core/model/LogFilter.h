// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

namespace smsauth {

/// One condition on a row of the send log. Several values are alternatives.
struct LogTerm
{
    enum class Field { State, Provider, Phone, Reason, Verified, Word };

    Field field = Field::Word;
    bool isNegated = false;
    QList<MessageState> states; ///< of State
    /// Of Provider: ids. Of Phone: a whole number "+12025550101", or a part of one with * where more may follow or
    /// go before. Of Reason and Word: what must occur, whatever the case of its letters.
    QStringList values;
    bool isVerified = true; ///< of Verified

    friend bool operator==(const LogTerm &, const LogTerm &) = default;
};

/// What makes a part of a filter unusable, and where it stands in the text.
struct LogFilterProblem
{
    enum class Kind {
        NoValue, ///< "status:" is only begun: it restricts nothing yet
        UnknownKey,
        UnknownState,
        BadPhone,
        BadDuration, ///< last: wants 30m, 24h, 7d, 2w
        BadTime,     ///< since: and until: want 2026-01-31 or 2026-01-31T12:30
        BadAnswer,   ///< verified: wants yes or no
        CannotNegate,
        OpenQuote,
        TooMuch, ///< longer than LogFilter::LongestText, or more than LogFilter::MostTerms
    };

    Kind kind = Kind::NoValue;
    qsizetype start = 0; ///< in UTF-16 units
    qsizetype length = 0;
    QString text; ///< the part in question, e.g. the key or the state

    friend bool operator==(const LogFilterProblem &, const LogFilterProblem &) = default;
};

/// English, one line, for the command line.
QString describe(const LogFilterProblem &problem);

/// What a line such as `status:failed,blocked provider:twilio to:*4567 -reason:"not valid" last:24h` asks of the
/// send log; all of it must hold, but of one key's values, also when the key comes twice, any one. Keys: status
/// (state), provider (gateway), to (phone), reason (error), verified, last, since, until; a word without a key may
/// occur in number, gateway, reason or what the gateway said; - in front negates. A pure value.
struct LogFilter
{
    static constexpr int LongestText = 1000;
    static constexpr int MostTerms = 32;
    static constexpr std::chrono::hours LongestLast{24 * 3660};

    QList<LogTerm> terms;
    std::optional<milliseconds> last; ///< up to now
    std::optional<Timestamp> since;
    std::optional<Timestamp> until; ///< exclusive

    bool isEmpty() const { return terms.isEmpty() && !last && !since && !until; }
    friend bool operator==(const LogFilter &, const LogFilter &) = default;
};

struct ParsedLogFilter
{
    LogFilter filter; ///< all that was understood
    QList<LogFilterProblem> problems;

    /// True when nothing is wrong; what is only begun does no harm.
    bool isUsable() const;
};

/// Dates and times without a zone are local ones. Takes any text. Thread-safe.
ParsedLogFilter parseLogFilter(const QString &text);

/// One word of a filter's text: what lies between spaces outside quotation marks.
struct LogFilterPiece
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString key;             ///< lower case; empty: a plain word
    qsizetype valueFrom = 0; ///< the first character after the colon, or of the word
    bool isNegated = false;
    bool isOpen = false; ///< a quotation mark has no end
};
QList<LogFilterPiece> piecesOfLogFilter(const QString &text);

} // namespace smsauth
