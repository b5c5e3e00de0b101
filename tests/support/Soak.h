// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace smsauth {

/// `./dev soak` is running: tests do more, and something else each time.
inline bool isSoak()
{
    return qEnvironmentVariableIsSet("SMSAUTH_SOAK");
}

/// A line of the table of results that a soak puts into the README; nothing in other runs. False: it could not be
/// written.
inline bool noteResult(const QString &name, const QString &figure, const QString &outcome)
{
    QFile results(qEnvironmentVariable("SMSAUTH_RESULTS"));
    if (results.fileName().isEmpty())
        return true;
    const QJsonObject line{
        {QStringLiteral("name"), name}, {QStringLiteral("figure"), figure}, {QStringLiteral("outcome"), outcome}};
    return results.open(QIODevice::Append) &&
           results.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n') > 0;
}

} // namespace smsauth
