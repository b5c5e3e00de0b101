// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/HttpProviderFile.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int deepestLevel = 64;

/// RFC 6901 §3.
QString pointerToken(QString key)
{
    return key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

} // namespace

void FilePlace::fail(const QString &what) const
{
    if (m_firstError->isEmpty())
        *m_firstError = (m_pointer.isEmpty() ? u"/"_s : m_pointer) + u": "_s + what;
}

FilePlace FilePlace::need(const char *key) const
{
    if (m_value->is_object() && !has(key))
        member(QString::fromLatin1(key)).fail(u"is missing"_s);
    return at(key);
}

FilePlace FilePlace::member(const QString &key) const
{
    static const OrderedJson nothing;
    const QString pointer = m_pointer + u'/' + pointerToken(key);
    if (!m_value->is_object())
        return {nothing, *m_firstError, pointer};
    const auto found = m_value->find(key.toStdString());
    return {found == m_value->end() ? nothing : *found, *m_firstError, pointer};
}

void FilePlace::eachMember(const std::function<void(const QString &, const FilePlace &)> &visit) const
{
    if (!m_value->is_object())
        return fail(u"must be an object"_s);
    for (const auto &entry : m_value->items()) {
        const QString key = QString::fromStdString(entry.key());
        visit(key, member(key));
    }
}

void FilePlace::eachItem(const std::function<void(const FilePlace &)> &visit) const
{
    if (!m_value->is_array())
        return fail(u"must be a list"_s);
    for (size_t i = 0; i < m_value->size(); ++i)
        visit({m_value->at(i), *m_firstError, m_pointer + u'/' + QString::number(i)});
}

void FilePlace::onlyMembers(std::initializer_list<const char *> keys) const
{
    eachMember([&](const QString &key, const FilePlace &place) {
        const auto known = [&](const char *candidate) { return key == QLatin1StringView(candidate); };
        if (key != "note"_L1 && std::none_of(keys.begin(), keys.end(), known))
            place.fail(u"is not a member that this format has here"_s);
    });
}

QString FilePlace::text() const
{
    if (!m_value->is_string() || m_value->get_ref<const std::string &>().empty()) {
        fail(u"must be text"_s);
        return {};
    }
    return QString::fromStdString(m_value->get_ref<const std::string &>());
}

bool FilePlace::flag() const
{
    if (!m_value->is_boolean()) {
        fail(u"must be true or false"_s);
        return false;
    }
    return m_value->get<bool>();
}

BoundedPattern FilePlace::pattern() const
{
    const BoundedPattern result(text());
    if (const QString problem = result.problem(); !problem.isEmpty())
        fail(problem);
    return result;
}

Result<OrderedJson> parseStrictJson(const QByteArray &text)
{
    using Event = OrderedJson::parse_event_t;
    QString twice;
    bool tooDeep = false;
    QList<QStringList> keys; // of the objects that are open
    const auto watch = [&](int depth, Event event, OrderedJson &parsed) {
        tooDeep = tooDeep || depth > deepestLevel;
        if (event == Event::object_start || event == Event::array_start) {
            keys.append(QStringList());
        } else if (event == Event::object_end || event == Event::array_end) {
            keys.removeLast();
        } else if (event == Event::key) {
            const QString key = QString::fromStdString(parsed.get_ref<const std::string &>());
            if (keys.last().contains(key) && twice.isEmpty())
                twice = key;
            keys.last().append(key);
        }
        return true;
    };
    OrderedJson result = OrderedJson::parse(text.begin(), text.end(), watch, false);
    if (result.is_discarded()) {
        QJsonParseError where;
        QJsonDocument::fromJson(text, &where);
        const qsizetype offset = where.error == QJsonParseError::NoError ? text.size() : where.offset;
        const qsizetype line = text.left(offset).count('\n') + 1;
        const QString what = where.error == QJsonParseError::NoError ? u"not valid JSON"_s : where.errorString();
        return {ErrorCode::InvalidInput, u"line %1: %2"_s.arg(line).arg(what)};
    }
    if (!twice.isEmpty())
        return {ErrorCode::InvalidInput, u"the member \"%1\" is given twice"_s.arg(twice)};
    if (tooDeep)
        return {ErrorCode::InvalidInput, u"more than %1 levels"_s.arg(deepestLevel)};
    return result;
}

} // namespace smsauth
