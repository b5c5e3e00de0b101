// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/admin/CommandArguments.h"
#include "core/admin/CommandJson.h"
#include "core/base/ReadyFuture.h"

#include <QJsonArray>

namespace smsauth {

// What the functions behind the commands share.

using CommandAnswer = QFuture<Result<QJsonObject>>;

/// What a command knows while it runs.
struct CommandContext
{
    Admin &admin;
    CommandArguments arguments;
    QString region;            ///< of national phone numbers
    Cancellation cancellation; ///< nobody waits for the answer any more
};

inline CommandAnswer answered(Result<QJsonObject> result)
{
    return readyFuture(std::move(result));
}

/// {"key": [one object a row]}
template<class Row>
CommandAnswer listed(QFuture<Result<QList<Row>>> rows, const QString &key)
{
    return rows.then([key](const Result<QList<Row>> &found) -> Result<QJsonObject> {
        if (!found)
            return found.error();
        QJsonArray array;
        for (const Row &row : *found)
            array.append(toJson(row));
        return QJsonObject{{key, array}};
    });
}

template<class T>
CommandAnswer converted(QFuture<Result<T>> value)
{
    return value.then([](const Result<T> &found) -> Result<QJsonObject> {
        if (!found)
            return found.error();
        return toJson(*found);
    });
}

} // namespace smsauth
