// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace smsauth {

// The lines of the owner's socket, written and read in one place.

struct OwnerRequest
{
    QString command;
    QJsonObject arguments;
};

QByteArray requestLine(const OwnerRequest &request);
/// Errors: InvalidInput.
Result<OwnerRequest> readRequest(const QByteArray &line);

QByteArray answerLine(const Result<QJsonObject> &answer);
/// The answer, or its error; Internal when the line is none of ours.
Result<QJsonObject> readAnswer(const QByteArray &line);

} // namespace smsauth
