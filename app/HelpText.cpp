// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/HelpText.h"

#include "core/settings/SettingsList.h"

#include <QJsonArray>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Width = 96;

/// Words of the text in lines of at most Width characters, the first behind `head`, the others below it.
QString paragraph(const QString &head, qsizetype indent, const QString &text)
{
    QString result;
    QString line = head.leftJustified(indent);
    if (head.size() >= indent) {
        result = head + u'\n';
        line = QString(indent, u' ');
    }
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (line.size() > indent && line.size() + 1 + word.size() > Width) {
            result += line + u'\n';
            line = QString(indent, u' ');
        }
        if (line.size() > indent)
            line += u' ';
        line += word;
    }
    return result + line + u'\n';
}

QString defaultText(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"-"_s;
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(part.toString());
        return parts.isEmpty() ? u"-"_s : parts.join(u',');
    }
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? u"-"_s : text;
}

QString settingsText()
{
    QString text =
        u"Settings (default; --set KEY=VALUE, the environment or settings.json; the first of these wins):\n"_s;
    const Settings defaults;
    for (const SettingInfo &info : settingsList()) {
        QString help = info.help;
        if (!info.range.isEmpty())
            help += u" ["_s + info.range + u"]"_s;
        help += u" ("_s + defaultText(info.write(defaults)) + u")"_s;
        text += paragraph(u"  "_s + info.key, 34, help);
    }
    text += u"\nSecrets (secret set, the environment or $CREDENTIALS_DIRECTORY; never --set or settings.json):\n"_s;
    for (const SecretKey &secret : secretKeys())
        text += paragraph(u"  "_s + secret.key, 34, u"the gateway's field "_s + secret.variable);
    return text;
}

QString usage(const CommandInfo &info)
{
    QString line = u"smsauth "_s + info.words;
    if (!info.operand.isEmpty())
        line += u' ' + info.operand;
    for (const OptionInfo &option : info.options) {
        QString part = u"--"_s + option.name;
        if (!option.value.isEmpty())
            part += u' ' + option.value;
        line += option.required ? u' ' + part : u" ["_s + part + u']';
    }
    return line;
}

QString optionsText(const CommandInfo &info)
{
    QString text;
    for (const OptionInfo &option : info.options)
        text += paragraph(u"  --"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value), 22,
                          option.help);
    return text;
}

const QString commonOptions =
    u"Options of every command:\n"
    "  --profile DIR       where settings, store and secrets lie ($XDG_DATA_HOME/smsauth)\n"
    "  --set KEY=VALUE     a setting for this run; may be repeated\n"
    "  --json              machine-readable output; with serve: log lines as JSON\n"
    "  --help, -h          help, also `smsauth help COMMAND`\n"
    "  --version\n"_s;

const QString exitCodes =
    u"Exit codes:\n"
    "  0 done   1 failed   2 bad input or settings   3 in use   4 time-out   5 secret store\n"_s;

} // namespace

QString helpText()
{
    QString text = u"Usage: smsauth COMMAND [--profile DIR] [--set KEY=VALUE]... [--json]\n\nCommands:\n"_s;
    for (const CommandInfo &info : commandTable()) {
        QString words = u"  "_s + info.words;
        if (!info.operand.isEmpty())
            words += u' ' + info.operand;
        text += paragraph(words, 22, info.summary);
    }
    return text + u'\n' + commonOptions + u'\n' + exitCodes + u'\n' + settingsText();
}

QString groupHelpText(const QString &group)
{
    QString text = u"Usage: smsauth "_s + group + u" COMMAND [--profile DIR] [--set KEY=VALUE]... [--json]\n"_s;
    for (const CommandInfo &info : commandTable()) {
        if (!info.words.startsWith(group + u' '))
            continue;
        text += u'\n' + usage(info) + u'\n' + paragraph(u" "_s, 2, info.summary) + optionsText(info);
    }
    return text + u'\n' + commonOptions + u'\n' + exitCodes;
}

QString helpText(const CommandInfo &info)
{
    QString text = u"Usage: "_s + usage(info) + u" [--profile DIR] [--set KEY=VALUE]... [--json]\n\n"_s;
    QString summary = info.summary;
    summary.front() = summary.front().toUpper();
    text += summary + u".\n"_s;
    if (!info.alias.isEmpty())
        text += u"Also spelled "_s + info.alias + u".\n"_s;
    if (!info.options.isEmpty())
        text += u"\nOptions:\n"_s;
    text += optionsText(info);
    text += u"\nJSON:\n  "_s + info.json + u'\n';
    text += u'\n' + commonOptions + u'\n' + exitCodes;
    if (info.words == QLatin1StringView("serve") || info.words.startsWith(QLatin1StringView("settings")))
        text += u'\n' + settingsText();
    return text;
}

} // namespace smsauth
