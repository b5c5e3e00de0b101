// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageStory.h"

#include "ui/CoreText.h"
#include "ui/Format.h"

#include <QCoreApplication>
#include <QLocale>

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::MessageStory)
};

QString answerText(const AttemptRecord &attempt)
{
    QStringList parts;
    if (attempt.status > 0)
        parts.append(Text::tr("HTTP %1").arg(attempt.status));
    else if (!attempt.error.isEmpty())
        parts.append(Text::tr("No answer"));
    if (!attempt.providerCode.isEmpty())
        parts.append(Text::tr("code %1").arg(attempt.providerCode));
    parts.append(Text::tr("%1 ms").arg(QLocale().toString(attempt.durationMs)));
    const QString facts = parts.join(QStringLiteral(" · "));
    return attempt.error.isEmpty() ? facts : coreText(attempt.error) + u'\n' + facts;
}

} // namespace

QList<Details::Event> attemptEvents(const MessageRecord &message, Timestamp now)
{
    QList<Details::Event> events;
    int number = 0;
    for (const AttemptRecord &attempt : message.attempts) {
        ++number;
        const bool failed = !attempt.error.isEmpty();
        const QString title = message.attempts.size() == 1
                                  ? Text::tr("Handed to %1").arg(attempt.provider)
                                  : Text::tr("Attempt %1: handed to %2").arg(number).arg(attempt.provider);
        events.append({timeText(attempt.at, now), title, answerText(attempt), failed ? Tone::Bad : Tone::Good});
    }
    return events;
}

} // namespace smsauth
