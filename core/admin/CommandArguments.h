// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/PhoneNumber.h"

#include <QJsonObject>
#include <QSet>

namespace smsauth {

/// Takes a command's arguments out of their JSON object, strictly: the first fault is remembered and everything
/// after it reads as the fallback, so that a command reads all its arguments first and asks for the fault once.
class CommandArguments
{
public:
    explicit CommandArguments(const QJsonObject &json)
        : m_json(json)
    {
    }

    bool has(const QString &name) const { return m_json.contains(name); }
    QString text(const QString &name, const QString &fallback = {});
    QString requiredText(const QString &name);
    bool flag(const QString &name);
    /// A whole number; a JSON number or its decimal text.
    qint64 number(const QString &name, qint64 fallback, qint64 least, qint64 most);
    /// "limit" of a list: 1 to 1000, 200 unless given.
    int pageLimit();
    /// "before" of a list: an id; 0 unless given.
    qint64 pageBefore();
    /// Null when absent. National numbers are read in the given region.
    PhoneNumber phone(const QString &name, const QString &region);
    PhoneNumber requiredPhone(const QString &name, const QString &region);

    void refuse(ErrorCode code, const QString &detail);
    /// Success when every argument was good, and none was left that nobody asked for.
    Result<void> verdict() const;

private:
    QJsonValue take(const QString &name);

    QJsonObject m_json;
    QSet<QString> m_known;
    Result<void> m_fault;
};

} // namespace smsauth
