// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/OwnerLines.h"

#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

ErrorCode errorCodeFromName(const QString &name)
{
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        if (name == wireName(ErrorCode(code)))
            return ErrorCode(code);
    }
    return ErrorCode::Internal;
}

} // namespace

QByteArray requestLine(const OwnerRequest &request)
{
    return line({{u"command"_s, request.command}, {u"arguments"_s, request.arguments}});
}

Result<OwnerRequest> readRequest(const QByteArray &line)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (!document.isObject())
        return {ErrorCode::InvalidInput, u"one JSON object a line is expected: "_s + fault.errorString()};
    const QJsonValue command = document.object().value(u"command"_s);
    const QJsonValue arguments = document.object().value(u"arguments"_s);
    if (!command.isString() || (!arguments.isObject() && !arguments.isUndefined()))
        return {ErrorCode::InvalidInput, u"a command and its arguments are expected"_s};
    return OwnerRequest{command.toString(), arguments.toObject()};
}

QByteArray answerLine(const Result<QJsonObject> &answer)
{
    if (answer)
        return line({{u"result"_s, *answer}});
    QJsonObject error{{u"code"_s, wireName(answer.error().code)}, {u"detail"_s, answer.error().detail}};
    if (answer.error().retryAfter.count() > 0)
        error.insert(u"retry_after"_s, qint64(answer.error().retryAfter.count()));
    return line({{u"error"_s, error}});
}

Result<QJsonObject> readAnswer(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(u"result"_s).isObject())
        return object.value(u"result"_s).toObject();
    const QJsonObject error = object.value(u"error"_s).toObject();
    if (error.isEmpty())
        return {ErrorCode::Internal, u"the owner's answer cannot be read"_s};
    return Error{errorCodeFromName(error.value(u"code"_s).toString()), error.value(u"detail"_s).toString(),
                 std::chrono::seconds(error.value(u"retry_after"_s).toInteger())};
}

} // namespace smsauth
