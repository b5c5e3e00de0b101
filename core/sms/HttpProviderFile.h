// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sms/TemplateTree.h"

#include <functional>

namespace smsauth {

/// A place in a description with its JSON pointer. Reading goes on after a mistake with empty values; the first one
/// is kept for all places of a file and ends the loading. Lives as long as the tree and the error it was made with.
class FilePlace
{
public:
    FilePlace(const OrderedJson &value, QString &firstError, QString pointer = {})
        : m_value(&value)
        , m_firstError(&firstError)
        , m_pointer(std::move(pointer))
    {
    }

    const OrderedJson &value() const { return *m_value; }
    void fail(const QString &what) const;

    bool has(const char *key) const { return m_value->is_object() && m_value->contains(key); }
    /// The member; a place that holds null when it is missing.
    FilePlace at(const char *key) const { return member(QString::fromLatin1(key)); }
    /// As above, but a missing one is a mistake.
    FilePlace need(const char *key) const;
    FilePlace member(const QString &key) const;
    /// Calls `visit` with every member of an object, every item of an array; anything else is a mistake.
    void eachMember(const std::function<void(const QString &key, const FilePlace &member)> &visit) const;
    void eachItem(const std::function<void(const FilePlace &item)> &visit) const;
    /// An object that has no other members than these; "note" is always welcome.
    void onlyMembers(std::initializer_list<const char *> keys) const;

    QString text() const;           ///< must be text, and not empty
    bool flag() const;              ///< true or false
    BoundedPattern pattern() const; ///< text that is a valid pattern

private:
    const OrderedJson *m_value;
    QString *m_firstError;
    QString m_pointer;
};

/// Strict JSON: UTF-8, no member twice, at most 64 levels. Errors: InvalidInput, detail says what and, where it is
/// not JSON at all, "line N: …".
Result<OrderedJson> parseStrictJson(const QByteArray &text);

} // namespace smsauth
