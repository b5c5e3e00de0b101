// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LogFilterTexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::LogFilterTexts)
};

using Kind = LogFilterProblem::Kind;

const QStringList &keys()
{
    static const QStringList all{u"status:"_s,   u"provider:"_s, u"to:"_s,    u"reason:"_s,
                                 u"verified:"_s, u"last:"_s,     u"since:"_s, u"until:"_s};
    return all;
}

QStringList valuesFor(const QString &key, const QStringList &providers)
{
    if (key == u"status" || key == u"state") {
        using enum MessageState;
        QStringList names;
        for (const MessageState state :
             {Failed, Undelivered, Expired, Blocked, Cancelled, KeyLost, Sent, Delivered, Queued, Sending})
            names.append(wireName(state));
        return names;
    }
    if (key == u"provider" || key == u"gateway")
        return providers;
    if (key == u"verified")
        return {u"yes"_s, u"no"_s};
    if (key == u"last")
        return {u"30m"_s, u"24h"_s, u"7d"_s, u"2w"_s};
    return {};
}

} // namespace

QString problemText(const LogFilterProblem &problem)
{
    switch (problem.kind) {
    case Kind::NoValue:
        return Text::tr("What comes after “%1”?").arg(problem.text);
    case Kind::UnknownKey:
        return Text::tr("“%1:” is not known here. Use %2, or put the words in quotation marks.")
            .arg(problem.text, keys().join(u' '));
    case Kind::UnknownState:
        return Text::tr("There is no state “%1”.").arg(problem.text);
    case Kind::BadPhone:
        return Text::tr("“%1” is no part of a phone number. Write +12025550101, +1202* or *0101.")
            .arg(problem.text);
    case Kind::BadDuration:
        return Text::tr("“%1” is no span of time. Write 30m, 24h, 7d or 2w.").arg(problem.text);
    case Kind::BadTime:
        return Text::tr("“%1” is no date. Write 2026-01-31 or 2026-01-31T12:30.").arg(problem.text);
    case Kind::BadAnswer:
        return Text::tr("After “verified:” comes yes or no.");
    case Kind::CannotNegate:
        return Text::tr("“%1” cannot be turned round with a minus sign.").arg(problem.text);
    case Kind::OpenQuote:
        return Text::tr("A quotation mark is not closed.");
    case Kind::TooMuch:
        return Text::tr("The filter is too long.");
    }
    Q_UNREACHABLE();
}

Suggested suggestLogFilter(const QString &text, qsizetype cursor, const QStringList &providers)
{
    for (const LogFilterPiece &piece : piecesOfLogFilter(text)) {
        if (cursor <= piece.start || cursor > piece.start + piece.length)
            continue;
        Suggested suggested;
        QStringList all = keys();
        suggested.start = piece.start + (piece.isNegated ? 1 : 0);
        if (!piece.key.isEmpty() && cursor >= piece.valueFrom) {
            all = valuesFor(piece.key, providers);
            suggested.start = std::max(piece.valueFrom, text.lastIndexOf(u',', cursor - 1) + 1);
        }
        suggested.length = cursor - suggested.start;
        const QString typed = text.mid(suggested.start, suggested.length);
        for (const QString &candidate : all) {
            if (candidate.startsWith(typed, Qt::CaseInsensitive) && candidate != typed)
                suggested.texts.append(candidate);
        }
        return suggested;
    }
    return {};
}

bool isBegun(const LogFilterProblem &problem, const QString &text, qsizetype cursor, const QStringList &providers)
{
    if (problem.kind == Kind::NoValue)
        return true;
    if (cursor != problem.start + problem.length)
        return false;
    if (problem.kind == Kind::OpenQuote || problem.kind == Kind::BadDuration || problem.kind == Kind::BadTime)
        return true;
    return !suggestLogFilter(text, cursor, providers).texts.isEmpty();
}

} // namespace smsauth
