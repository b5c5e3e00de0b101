// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SignInEvents.h"

#include "ui/Format.h"
#include "ui/widgets/StateTones.h"

#include <QCoreApplication>

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SignInEvents)
};

} // namespace

QList<Details::Event> signInEvents(const QList<MessageRecord> &messages, Timestamp now)
{
    QList<Details::Event> events;
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        const QString asked = timeText(message->createdAt, now);
        if (message->verifiedAt) {
            events.append({timeText(*message->verifiedAt, now), Text::tr("Signed in"),
                           Text::tr("Code asked for at %1").arg(asked), Tone::Good});
            continue;
        }
        QString what = Text::tr("Message: %1").arg(stateText(message->state));
        if (!message->reason.isEmpty())
            what += u'\n' + message->reason;
        events.append({asked, Text::tr("Code asked for"), what, toneOf(message->state)});
    }
    return events;
}

} // namespace smsauth
