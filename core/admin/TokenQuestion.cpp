// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/TokenQuestion.h"

#include <QJsonDocument>

namespace smsauth {

namespace {

QJsonObject decodedPart(const QString &token, int part)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.section(u'.', part, part).toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}

} // namespace

TokenReport inspectToken(const Engine &engine, const QString &token)
{
    TokenReport report;
    report.header = decodedPart(token, 0);
    report.claims = decodedPart(token, 1);
    const Result<TokenService::Claims> claims = engine.tokens().verify(token);
    report.valid = claims.ok();
    if (!claims)
        report.problem = claims.error().detail;
    return report;
}

} // namespace smsauth
