// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LogTexts.h"

#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/StatusWatch.h"
#include "ui/widgets/MessageStory.h"
#include "ui/widgets/StateTones.h"
#include "ui/widgets/StatusDelegate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SendLogPanel)
};

/// The last words that somebody said about this message.
QString lastWords(const MessageRecord &message)
{
    if (!message.reason.isEmpty())
        return reasonText(message.reason);
    return message.attempts.isEmpty() ? QString() : reasonText(message.attempts.last().error);
}

} // namespace

QList<TableModel<MessageRecord>::Column> logColumns(const Clock &clock, const StatusWatch &status)
{
    return {
        {Text::tr("Time"),
         [&clock](const MessageRecord &message, int role) -> QVariant {
             if (role == ToneRole)
                 return int(Tone::Muted);
             return role == Qt::DisplayRole ? timeText(message.createdAt, clock.now()) : QVariant();
         }},
        {Text::tr("Phone"),
         [&status](const MessageRecord &message, int role) -> QVariant {
             return role == Qt::DisplayRole ? phoneText(message.phone, status.current().mode) : QVariant();
         }},
        {Text::tr("State"),
         [](const MessageRecord &message, int role) -> QVariant {
             if (role == ToneRole)
                 return int(toneOf(message.state));
             return role == Qt::DisplayRole ? stateText(message.state) : QVariant();
         }},
        {Text::tr("Gateway"),
         [](const MessageRecord &message, int role) -> QVariant {
             return role == Qt::DisplayRole ? message.provider : QVariant();
         }},
        {Text::tr("What happened"),
         [](const MessageRecord &message, int role) -> QVariant {
             if (role == ToneRole)
                 return int(Tone::Muted);
             if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
                 return {};
             const QString words = lastWords(message);
             if (!words.isEmpty() || role == Qt::ToolTipRole || message.attempts.size() < 2)
                 return words;
             return Text::tr("%Ln attempt(s)", nullptr, int(message.attempts.size()));
         }},
    };
}

Details logDetails(const MessageRecord &message, Mode mode, Timestamp now)
{
    Details details;
    details.title = phoneText(message.phone, mode);
    details.state = stateText(message.state);
    details.tone = toneOf(message.state);
    details.reason = reasonText(message.reason);
    details.facts = {{Text::tr("Accepted"), timeText(message.createdAt, now)}};
    if (!message.provider.isEmpty())
        details.facts.append({Text::tr("Gateway"), message.provider});
    if (!message.providerMessageId.isEmpty())
        details.facts.append({Text::tr("Its number"), message.providerMessageId});
    if (!message.text.isEmpty())
        details.facts.append({Text::tr("Text"), message.text});
    if (message.expiresAt > message.createdAt)
        details.facts.append({Text::tr("Code valid until"), timeText(message.expiresAt, now)});
    details.facts.append({Text::tr("Row"), QString::number(message.id)});

    if (message.state == MessageState::Blocked) {
        details.events = {
            {timeText(message.createdAt, now), Text::tr("Blocked: nothing was sent"), {}, Tone::Warning}};
    } else {
        details.events.append({timeText(message.createdAt, now), Text::tr("Accepted"), {}, Tone::Muted});
        details.events.append(attemptEvents(message, now));
        const bool said = message.attempts.isEmpty() || message.state != MessageState::Sent;
        if (said)
            details.events.append({{}, stateText(message.state), {}, toneOf(message.state)});
        if (message.verifiedAt)
            details.events.append(
                {timeText(*message.verifiedAt, now), Text::tr("Its code was used"), {}, Tone::Good});
    }
    return details;
}

} // namespace smsauth
