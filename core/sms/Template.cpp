// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/Template.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9'; // not QChar::isDigit(): that is every script's digits
}

/// At most 15 digits, which every reader of JSON keeps exactly; nothing for anything but digits.
std::optional<qint64> wholeNumber(const QString &text)
{
    if (text.isEmpty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text.toLongLong();
}

QString shortened(const QString &value, int length)
{
    if (value.size() <= length)
        return value;
    const bool tornPair = value[length - 1].isHighSurrogate() && value[length].isLowSurrogate();
    return value.left(tornPair ? length - 1 : length);
}

} // namespace

bool isVariableName(QStringView name)
{
    const auto lower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !name.isEmpty() && name.size() <= 32 && lower(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](QChar c) { return lower(c) || isDigit(c) || c == u'_'; });
}

Result<Template> Template::parse(const QString &text)
{
    Template result;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype literalEnd = open < 0 ? text.size() : open;
        const QString literal = text.mid(at, literalEnd - at);
        if (literal.contains(u'}'))
            return {ErrorCode::InvalidInput, u"a \"}\" without its \"{\""_s};
        if (!literal.isEmpty())
            result.m_parts.append({literal, {}, {}});
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            return {ErrorCode::InvalidInput, u"a \"{\" without its \"}\""_s};
        const Result<Part> part = parsePlaceholder(QStringView(text).mid(open + 1, close - open - 1));
        if (!part)
            return part.error();
        result.m_parts.append(*part);
        at = close + 1;
    }
    for (const Part &part : result.m_parts) {
        const auto isInt = [](const Filter &filter) { return filter.kind == Filter::Kind::Int; };
        const auto found = std::find_if(part.filters.begin(), part.filters.end(), isInt);
        if (found != part.filters.end() && (found + 1 != part.filters.end() || !result.isLonePlaceholder()))
            return {ErrorCode::InvalidInput,
                    u"the filter int makes a number of a whole field: nothing may follow it "
                    "or stand beside its placeholder"_s};
    }
    return result;
}

Result<Template::Part> Template::parsePlaceholder(QStringView inside)
{
    const QList<QStringView> words = inside.split(u'|');
    Part part;
    part.name = words.first().toString();
    if (!isVariableName(part.name))
        return {ErrorCode::InvalidInput, u"\"{%1}\" is not a placeholder"_s.arg(inside)};
    for (QStringView word : words.mid(1)) {
        const std::optional<Filter> filter = parseFilter(word);
        if (!filter)
            return {ErrorCode::InvalidInput, u"unknown filter \"%1\""_s.arg(word)};
        part.filters.append(*filter);
    }
    return part;
}

std::optional<Template::Filter> Template::parseFilter(QStringView word)
{
    using Kind = Filter::Kind;
    static const QHash<QString, Kind> plain{{u"digits"_s, Kind::Digits},
                                            {u"int"_s, Kind::Int},
                                            {u"ms"_s, Kind::Milliseconds},
                                            {u"min"_s, Kind::Minutes},
                                            {u"iso"_s, Kind::Iso}};
    const auto found = plain.constFind(word.toString());
    if (found != plain.constEnd())
        return Filter{*found, 0};
    const std::optional<qint64> length =
        word.startsWith(u"max") ? wholeNumber(word.mid(3).toString()) : std::nullopt;
    if (!length || *length < 1 || *length > 9999)
        return std::nullopt;
    return Filter{Kind::Max, int(*length)};
}

QStringList Template::names() const
{
    QStringList result;
    for (const Part &part : m_parts) {
        if (!part.name.isEmpty() && !result.contains(part.name))
            result.append(part.name);
    }
    return result;
}

bool Template::isNumber() const
{
    return isLonePlaceholder() && !m_parts.first().filters.isEmpty() &&
           m_parts.first().filters.last().kind == Filter::Kind::Int;
}

Result<QString> Template::apply(const Filter &filter, const QString &name, const QString &value)
{
    switch (filter.kind) {
    case Filter::Kind::Digits: {
        QString digits;
        std::copy_if(value.begin(), value.end(), std::back_inserter(digits), isDigit);
        return digits;
    }
    case Filter::Kind::Max:
        return shortened(value, filter.length);
    case Filter::Kind::Int:
    case Filter::Kind::Milliseconds:
    case Filter::Kind::Minutes:
    case Filter::Kind::Iso:
        break;
    }

    const std::optional<qint64> number = wholeNumber(value);
    if (!number)
        return {ErrorCode::InvalidInput, u"%1 must be a whole number"_s.arg(name)};
    switch (filter.kind) {
    case Filter::Kind::Milliseconds:
        return QString::number(*number * 1000);
    case Filter::Kind::Minutes:
        return QString::number(std::max<qint64>(1, *number / 60));
    case Filter::Kind::Iso:
        return u"PT%1S"_s.arg(*number);
    case Filter::Kind::Digits:
    case Filter::Kind::Max:
    case Filter::Kind::Int:
        break;
    }
    return QString::number(*number);
}

Result<QList<Template::Piece>> Template::pieces(const TemplateValues &values) const
{
    QList<Piece> result;
    for (const Part &part : m_parts) {
        if (part.name.isEmpty()) {
            result.append({part.literal, false});
            continue;
        }
        QString value = values.value(part.name);
        for (const Filter &filter : part.filters) {
            if (value.isEmpty())
                break;
            const Result<QString> filtered = apply(filter, part.name, value);
            if (!filtered)
                return filtered.error();
            value = *filtered;
        }
        result.append({value, true});
    }
    return result;
}

Result<QString> Template::expand(const TemplateValues &values) const
{
    const Result<QList<Piece>> found = pieces(values);
    if (!found)
        return found.error();
    QString result;
    for (const Piece &piece : *found)
        result += piece.text;
    return result;
}

} // namespace smsauth
