// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "core/engine/Profile.h"

#include <QDir>
#include <QStringDecoder>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// "--name=value" or a word, as written.
struct Token
{
    QString option;               ///< without dashes; empty: a word
    std::optional<QString> value; ///< behind "="
    QString word;
};

Token tokenOf(const QString &text)
{
    if (text == u"-h")
        return {u"help"_s, {}, {}};
    if (!text.startsWith(u"--"))
        return {{}, {}, text};
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return {text.mid(2), {}, {}};
    return {text.mid(2, equals - 2), text.mid(equals + 1), {}};
}

const OptionInfo globals[] = {
    {QLatin1StringView("profile"), OptionInfo::Kind::Text, {}, {}, {}},
    {QLatin1StringView("set"), OptionInfo::Kind::Text, {}, {}, {}},
    {QLatin1StringView("json"), OptionInfo::Kind::Flag, {}, {}, {}},
    {QLatin1StringView("help"), OptionInfo::Kind::Flag, {}, {}, {}},
    {QLatin1StringView("version"), OptionInfo::Kind::Flag, {}, {}, {}},
};

const OptionInfo *findOption(std::span<const OptionInfo> options, const QString &name)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const OptionInfo &each) { return each.name == name; });
    return found == options.end() ? nullptr : &*found;
}

/// Every option that any command knows: where a value belongs to its option is clear before the command is.
const OptionInfo *findAnywhere(const QString &name)
{
    if (const OptionInfo *option = findOption(globals, name))
        return option;
    for (const CommandInfo &info : commandTable()) {
        if (const OptionInfo *option = findOption(info.options, name))
            return option;
    }
    return nullptr;
}

struct Split
{
    QStringList words;
    QList<QPair<QString, QString>> options;
    bool has(const QString &name) const
    {
        return std::any_of(options.begin(), options.end(), [&](const auto &each) { return each.first == name; });
    }
};

Result<Split> split(const QStringList &arguments)
{
    Split found;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        if (arguments.at(at) == u"--") {
            found.words += arguments.mid(at + 1);
            break;
        }
        const Token token = tokenOf(arguments.at(at));
        if (token.option.isEmpty()) {
            found.words.append(token.word);
            continue;
        }
        const QString spelled = u"--"_s + token.option.left(40);
        const OptionInfo *option = findAnywhere(token.option);
        if (!option)
            return {ErrorCode::InvalidInput, u"unknown option "_s + spelled};
        const bool isFlag = option->kind == OptionInfo::Kind::Flag;
        if (isFlag && token.value)
            return {ErrorCode::InvalidInput, spelled + u" takes no value"_s};
        // What looks like an option is one: "--state --json" has forgotten the state. "--state=--json" means it.
        const bool alone = at + 1 == arguments.size() || arguments.at(at + 1).startsWith("--"_L1);
        if (!isFlag && !token.value && alone)
            return {ErrorCode::InvalidInput, spelled + u" needs a value"_s};
        found.options.append({token.option, isFlag ? QString() : token.value ? *token.value : arguments.at(++at)});
    }
    return found;
}

Result<void> takeGlobal(Invocation &call, const QString &name, const QString &value)
{
    if (name == u"json") {
        call.json = true;
    } else if (name == u"profile") {
        if (value.isEmpty())
            return {ErrorCode::InvalidInput, u"--profile needs a folder"_s};
        call.profile = value;
    } else if (name == u"set") {
        const qsizetype equals = value.indexOf(u'=');
        if (equals < 1) // the value is not repeated: it may be a secret
            return {ErrorCode::InvalidInput, u"--set needs KEY=VALUE"_s};
        call.overrides.append({value.left(equals), value.mid(equals + 1)});
    }
    return {};
}

Result<void> takeOption(Invocation &call, const OptionInfo &option, const QString &value)
{
    const QString key = option.argument;
    if (call.arguments.contains(key))
        return {ErrorCode::InvalidInput, u"--"_s + option.name + u" is given twice"_s};
    switch (option.kind) {
    case OptionInfo::Kind::Flag:
        call.arguments.insert(key, true);
        break;
    case OptionInfo::Kind::Text:
        call.arguments.insert(key, value);
        break;
    case OptionInfo::Kind::Number: {
        bool whole = false;
        const qint64 number = value.toLongLong(&whole);
        if (!whole || value.trimmed() != value)
            return {ErrorCode::InvalidInput, u"--"_s + option.name + u" needs a whole number"_s};
        call.arguments.insert(key, number);
        break;
    }
    }
    return {};
}

Result<void> takeOperand(Invocation &call, const QStringList &rest)
{
    const QLatin1StringView wanted = call.info->operand;
    if (rest.size() > (wanted.isEmpty() ? 0 : 1))
        return {ErrorCode::InvalidInput,
                u"%1: one word too many: %2"_s.arg(call.info->words, rest.last().left(40))};
    if (!wanted.isEmpty() && (rest.isEmpty() || rest.first().isEmpty()))
        return {ErrorCode::InvalidInput, u"%1 needs a %2"_s.arg(call.info->words, wanted)};
    call.operand = rest.value(0);
    return {};
}

} // namespace

Result<QStringList> readWords(std::span<const char *const> arguments)
{
    QStringList words;
    for (const char *argument : arguments) {
        QStringDecoder decode(QStringDecoder::Utf8,
                              QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        words.append(decode(QByteArrayView(argument)));
        if (decode.hasError())
            return {ErrorCode::InvalidInput, u"word %1 of the command line is not UTF-8 text"_s.arg(words.size())};
    }
    return words;
}

Result<Invocation> parseCommandLine(const QStringList &arguments)
{
    Result<Split> found = split(arguments);
    if (!found)
        return found.error();
    QStringList words = found->words;
    Invocation call;
    call.profile = Profile::defaultFolder();

    bool help = found->has(u"help"_s);
    while (!words.isEmpty() && words.first() == u"help") {
        help = true;
        words.removeFirst();
    }
    if (found->has(u"version"_s) || words == QStringList{u"version"_s}) {
        call.kind = Invocation::Kind::Version;
        return call;
    }
    const std::optional<FoundCommand> command = findCommand(words);
    if (command)
        call.info = command->info;
    const Error unknown{ErrorCode::InvalidInput, u"unknown command "_s + words.mid(0, 2).join(u' ').left(40), {}};
    if (help) {
        if (!command && words.size() == 1 && isCommandGroup(words.first()))
            call.group = words.first();
        else if (!command && !words.isEmpty())
            return unknown;
        call.kind = Invocation::Kind::Help;
        return call;
    }
    if (words.isEmpty())
        return {ErrorCode::InvalidInput, u"a command is needed"_s};
    if (!command && words.size() == 1 && isCommandGroup(words.first()))
        return {ErrorCode::InvalidInput,
                u"%1: one of its commands is needed; smsauth %1 --help names them"_s.arg(words.first())};
    if (!command)
        return unknown;

    for (const auto &[name, value] : found->options) {
        const OptionInfo *own = findOption(call.info->options, name);
        if (!own && !findOption(globals, name))
            return {ErrorCode::InvalidInput, u"%1 has no option --%2"_s.arg(call.info->words, name)};
        if (const Result<void> taken = own ? takeOption(call, *own, value) : takeGlobal(call, name, value); !taken)
            return taken.error();
    }
    for (const OptionInfo &option : call.info->options) {
        if (option.required && !call.arguments.contains(option.argument))
            return {ErrorCode::InvalidInput,
                    u"%1 needs --%2 %3"_s.arg(call.info->words, option.name, option.value)};
    }
    if (const Result<void> taken = takeOperand(call, words.mid(command->words)); !taken)
        return taken.error();
    call.profile = QDir::cleanPath(QDir::current().absoluteFilePath(call.profile));
    return call;
}

} // namespace smsauth
