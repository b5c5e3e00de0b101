// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CoreText.h"

#include "ui/CoreSentences.h"
#include "ui/SettingTexts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::CoreText)
};

/// One sentence, ready to be looked for.
struct Form
{
    QRegularExpression pattern;
    const char *shown;
    QList<bool> isSpeech; ///< of each place: {*}
    qsizetype words = 0;  ///< characters of its own; without a place more than any other has
};

Form formOf(const CoreSentence &sentence)
{
    static const QRegularExpression place(u"\\{\\*?\\}"_s);
    const QString core = QString::fromUtf8(sentence.core);
    Form form{{}, sentence.shown, {}, core.size()};
    QString pattern;
    qsizetype from = 0;
    auto places = place.globalMatch(core);
    while (places.hasNext()) {
        const QRegularExpressionMatch found = places.next();
        pattern += QRegularExpression::escape(core.mid(from, found.capturedStart() - from)) + u"(.+?)"_s;
        form.isSpeech.append(found.capturedLength() == 3);
        form.words -= found.capturedLength();
        from = found.capturedEnd();
    }
    pattern += QRegularExpression::escape(core.mid(from));
    if (form.isSpeech.isEmpty())
        form.words = std::numeric_limits<qsizetype>::max();
    form.pattern.setPattern(QRegularExpression::anchoredPattern(pattern));
    form.pattern.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return form;
}

const std::vector<Form> &forms()
{
    static const std::vector<Form> all = [] {
        std::vector<Form> made;
        for (const CoreSentence &sentence : coreSentences())
            made.push_back(formOf(sentence));
        // "it is not a file" is a sentence of its own, not one about a file whose name is "it".
        std::stable_sort(made.begin(), made.end(),
                         [](const Form &one, const Form &other) { return one.words > other.words; });
        return made;
    }();
    return all;
}

std::optional<QString> sentenceFor(const QString &english)
{
    for (const Form &form : forms()) {
        const QRegularExpressionMatch match = form.pattern.match(english);
        if (!match.hasMatch())
            continue;
        QString text;
        const QString shown = QCoreApplication::translate("smsauth::CoreText", form.shown);
        for (qsizetype i = 0; i < shown.size(); ++i) {
            const int place = shown.at(i) == u'%' && i + 1 < shown.size() ? shown.at(i + 1).digitValue() : 0;
            if (place < 1 || place > form.isSpeech.size()) {
                text += shown.at(i);
                continue;
            }
            text += form.isSpeech.at(place - 1) ? coreText(match.captured(place)) : match.captured(place);
            ++i;
        }
        return text;
    }
    return std::nullopt;
}

/// "KEY = value: rule"
std::optional<QString> ruleOfSetting(const QString &english)
{
    static const QRegularExpression form(u"\\A([A-Z_]+) = (.*?): (.+)\\z"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(english);
    const SettingInfo *info = match.hasMatch() ? findSetting(match.captured(1)) : nullptr;
    if (!info)
        return std::nullopt;
    const QString rule = match.captured(3);
    return Text::tr("%1 = %2: %3")
        .arg(match.captured(1), match.captured(2), sentenceFor(rule).value_or(settingRuleText(*info, rule)));
}

} // namespace

std::optional<QString> knownCoreText(const QString &english)
{
    if (const auto sentence = sentenceFor(english))
        return sentence;
    if (const auto rule = ruleOfSetting(english))
        return rule;
    // "/path/settings.json: …", "status: …": what it is about stands in front.
    for (qsizetype colon = english.indexOf(u": "_s); colon > 0; colon = english.indexOf(u": "_s, colon + 2)) {
        if (const auto rest = sentenceFor(english.sliced(colon + 2)))
            return english.first(colon + 2) + *rest;
    }
    return std::nullopt;
}

QString coreText(const QString &english)
{
    if (english.isEmpty())
        return {};
    if (const auto known = knownCoreText(english))
        return *known;
    return Text::tr("“%1”", "somebody else's words").arg(english);
}

QString reasonText(const QString &english)
{
    return knownCoreText(english).value_or(english);
}

} // namespace smsauth
