// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CodeTexts.h"

#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/StatusWatch.h"
#include "ui/widgets/CodeDelegate.h"
#include "ui/widgets/MessageStory.h"
#include "ui/widgets/StateTones.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TimeLeftDelegate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::CodeTexts)
};

} // namespace

CodeState codeStateAt(const CodeRecord &record, Timestamp now)
{
    return record.state == CodeState::Live && record.expiresAt <= now ? CodeState::Expired : record.state;
}

QString codeDigits(const CodeRecord &record, Timestamp now, const QString &revealed)
{
    if (codeStateAt(record, now) != CodeState::Live)
        return u"–"_s;
    if (!record.code.isEmpty())
        return record.code;
    return revealed.isEmpty() ? u"••••"_s : revealed;
}

QList<TableModel<CodeRecord>::Column> codeColumns(const Clock &clock, const StatusWatch &status)
{
    const auto stateNow = [&clock](const CodeRecord &record) { return codeStateAt(record, clock.now()); };
    return {
        {Text::tr("Phone"),
         [=, &status](const CodeRecord &record, int role) -> QVariant {
             if (role == ToneRole && stateNow(record) != CodeState::Live)
                 return int(Tone::Muted);
             return role == Qt::DisplayRole ? phoneText(record.phone, status.current().mode) : QVariant();
         }},
        {Text::tr("Code"),
         [=, &clock, &status](const CodeRecord &record, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return codeDigits(record, clock.now());
             if (role == CopyRole)
                 return stateNow(record) == CodeState::Live ? record.code : QString();
             if (role == Qt::ToolTipRole && record.code.isEmpty() && stateNow(record) == CodeState::Live)
                 return status.isSimulated() ? Text::tr("The key of this code is gone.")
                                             : Text::tr("Codes are hidden in live mode.");
             return {};
         }},
        {Text::tr("Time left"),
         [=, &clock](const CodeRecord &record, int role) -> QVariant {
             if (stateNow(record) != CodeState::Live)
                 return {};
             if (role == BeginRole)
                 return toMs(record.createdAt);
             if (role == EndRole)
                 return toMs(record.expiresAt);
             if (role == Qt::AccessibleTextRole)
                 return durationText(record.expiresAt - clock.now());
             return {};
         }},
        {Text::tr("Tries"),
         [](const CodeRecord &record, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return Text::tr("%1/%2", "wrong tries / tries allowed").arg(record.tries).arg(record.maxTries);
             if (role == ToneRole && record.maxTries > 0 && record.tries >= record.maxTries)
                 return int(Tone::Warning);
             return {};
         }},
        {Text::tr("Delivery"),
         [](const CodeRecord &record, int role) -> QVariant {
             if (!record.messageState)
                 return {};
             if (role == ToneRole)
                 return int(toneOf(*record.messageState));
             return role == Qt::DisplayRole ? stateText(*record.messageState) : QVariant();
         }},
        {Text::tr("State"),
         [=](const CodeRecord &record, int role) -> QVariant {
             if (role == ToneRole)
                 return int(toneOf(stateNow(record)));
             return role == Qt::DisplayRole ? stateText(stateNow(record)) : QVariant();
         }},
    };
}

Details codeDetails(const CodeRecord &record, const MessageRecord &message, Mode mode, Timestamp now,
                    const QString &revealed)
{
    const CodeState state = codeStateAt(record, now);
    Details details;
    details.title = phoneText(record.phone, mode);
    details.state = stateText(state);
    details.tone = toneOf(state);
    details.facts = {
        {Text::tr("Code"), codeDigits(record, now, revealed)},
        {Text::tr("Asked for"), timeText(record.createdAt, now)},
        {state == CodeState::Live ? Text::tr("Valid until") : Text::tr("Was valid until"),
         timeText(record.expiresAt, now)},
        {Text::tr("Tries"), Text::tr("%1 of %2").arg(record.tries).arg(record.maxTries)},
        {Text::tr("Purpose"), record.changeForUser ? Text::tr("Change of number") : Text::tr("Sign-in")},
    };
    details.events.append({timeText(record.createdAt, now), Text::tr("Asked for"), {}, Tone::Muted});
    if (message.id != 0) {
        details.facts.append({Text::tr("Gateway"), message.provider});
        details.events.append(attemptEvents(message, now));
        details.reason = reasonText(message.reason);
    }
    if (record.messageState && isFinal(*record.messageState))
        details.events.append({{}, stateText(*record.messageState), {}, toneOf(*record.messageState)});
    const int wrong = record.tries - (record.state == CodeState::Used ? 1 : 0);
    if (wrong > 0)
        details.events.append({{}, Text::tr("%Ln wrong try(s)", nullptr, wrong), {}, Tone::Warning});
    if (state == CodeState::Expired)
        details.events.append({timeText(record.expiresAt, now), stateText(state), {}, toneOf(state)});
    else if (state != CodeState::Live)
        details.events.append(
            {state == CodeState::Used && message.verifiedAt ? timeText(*message.verifiedAt, now) : QString(),
             stateText(state),
             {},
             toneOf(state)});
    return details;
}

} // namespace smsauth
