// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Format.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLocale>

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::Format)
};

} // namespace

QString phoneText(const PhoneNumber &phone, Mode mode)
{
    const QString text = mode == Mode::Simulated ? phone.international() : phone.masked();
    // Among right-to-left text the plus sign would end up behind the number.
    constexpr QChar leftToRight(0x200E);
    return QGuiApplication::isRightToLeft() ? leftToRight + text : text;
}

QString timeText(Timestamp time, Timestamp now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(time));
    const QString clock = local.toString(QStringLiteral("HH:mm:ss"));
    if (local.date() == QDateTime::fromMSecsSinceEpoch(toMs(now)).date())
        return clock;
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString durationText(milliseconds duration)
{
    const qint64 total = std::max<qint64>(0, duration.count()) / 1000;
    const qint64 hours = total / 3600;
    const qint64 minutes = total / 60 % 60;
    const qint64 secondsLeft = total % 60;
    if (hours >= 48)
        return Text::tr("%Ln day(s)", nullptr, int(hours / 24));
    if (hours > 0)
        return minutes > 0 ? Text::tr("%1 h %2 min").arg(hours).arg(minutes) : Text::tr("%1 h").arg(hours);
    if (minutes > 0)
        return secondsLeft > 0 ? Text::tr("%1 min %2 s").arg(minutes).arg(secondsLeft)
                               : Text::tr("%1 min").arg(minutes);
    return Text::tr("%1 s").arg(secondsLeft);
}

QString elapsedText(milliseconds duration)
{
    constexpr milliseconds exact(10'000);
    if (duration >= exact || duration < milliseconds(0))
        return durationText(duration);
    // Never nothing at all.
    const double took = std::max(0.1, double(duration.count()) / 1000);
    return Text::tr("%1 s").arg(QLocale().toString(took, 'f', 1));
}

QString agoText(Timestamp time, Timestamp now)
{
    const milliseconds age = now - time;
    if (age < seconds(2))
        return Text::tr("just now");
    // Above a minute the seconds are noise.
    const qint64 rounding = age >= seconds(60) ? 60000 : 1000;
    return Text::tr("%1 ago").arg(durationText(milliseconds(age.count() / rounding * rounding)));
}

QString stateText(MessageState state)
{
    switch (state) {
    case MessageState::Queued:
        return Text::tr("Queued");
    case MessageState::Sending:
        return Text::tr("Sending");
    case MessageState::Sent:
        return Text::tr("Sent");
    case MessageState::Delivered:
        return Text::tr("Delivered");
    case MessageState::Undelivered:
        return Text::tr("Not delivered");
    case MessageState::Failed:
        return Text::tr("Failed");
    case MessageState::Expired:
        return Text::tr("Expired");
    case MessageState::Cancelled:
        return Text::tr("Cancelled");
    case MessageState::Blocked:
        return Text::tr("Blocked");
    case MessageState::KeyLost:
        return Text::tr("Key lost");
    }
    Q_UNREACHABLE();
}

QString stateText(CodeState state)
{
    switch (state) {
    case CodeState::Live:
        return Text::tr("Live");
    case CodeState::Used:
        return Text::tr("Used");
    case CodeState::Expired:
        return Text::tr("Expired");
    case CodeState::Superseded:
        return Text::tr("Replaced");
    case CodeState::Exhausted:
        return Text::tr("Too many tries");
    }
    Q_UNREACHABLE();
}

QString stateText(ServerState state)
{
    switch (state) {
    case ServerState::Stopped:
        return Text::tr("Stopped");
    case ServerState::Starting:
        return Text::tr("Starting…");
    case ServerState::Running:
        return Text::tr("Running");
    case ServerState::Stopping:
        return Text::tr("Stopping…");
    case ServerState::Failed:
        return Text::tr("Failed");
    }
    Q_UNREACHABLE();
}

QString modeText(Mode mode)
{
    switch (mode) {
    case Mode::Simulated:
        return Text::tr("Simulated", "mode");
    case Mode::Live:
        return Text::tr("Live", "mode");
    }
    Q_UNREACHABLE();
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

QString prettyJson(const QByteArray &text)
{
    if (QJsonDocument::fromJson(text).isNull())
        return QString::fromUtf8(text);
    // Only white space is changed: the order of keys and the form of numbers and texts stay as the server wrote
    // them.
    QByteArray out;
    int depth = 0;
    bool inText = false;
    const auto newLine = [&] { out += '\n' + QByteArray(2 * depth, ' '); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (inText) {
            out += c;
            if (c == '\\' && i + 1 < text.size())
                out += text.at(++i);
            else if (c == '"')
                inText = false;
            continue;
        }
        switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        case '{':
        case '[':
            out += c;
            ++depth;
            newLine();
            break;
        case '}':
        case ']':
            --depth;
            if (out.trimmed().endsWith(c == '}' ? '{' : '['))
                out = out.trimmed();
            else
                newLine();
            out += c;
            break;
        case ',':
            out += c;
            newLine();
            break;
        case ':':
            out += ": ";
            break;
        default:
            inText = c == '"';
            out += c;
        }
    }
    return QString::fromUtf8(out);
}

} // namespace smsauth
