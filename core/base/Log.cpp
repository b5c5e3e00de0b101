// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Log.h"

#include "core/base/Clock.h"
#include "core/base/LineSink.h"
#include "core/base/Printable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace smsauth {

Q_LOGGING_CATEGORY(lcServer, "smsauth.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "smsauth.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "smsauth.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSms, "smsauth.sms", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "smsauth.secrets", QtInfoMsg)

namespace {

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

bool logAsJson = false;

QByteArray lineOf(QtMsgType type, const char *category, const QString &message)
{
    const QString at = toIso(SystemClock().now());
    const QLatin1StringView level(levelName(type));
    QByteArray line;
    if (logAsJson) {
        const QJsonObject record{{QStringLiteral("at"), at},
                                 {QStringLiteral("level"), level},
                                 {QStringLiteral("category"), QLatin1StringView(category)},
                                 {QStringLiteral("message"), message}};
        line = printableJson(QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact))).toUtf8();
    } else {
        QString flat = message;
        flat.replace(u'\n', u' ');
        line = (at + u' ' + level + u' ' + QLatin1StringView(category) + u' ' + printable(flat)).toUtf8();
    }
    return line + '\n';
}

QByteArray lineOfDropped(qint64 lines)
{
    return lineOf(QtWarningMsg, lcServer().categoryName(),
                  u"lines of this log that were dropped, because nobody took them in time: %1"_s.arg(lines));
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Never destroyed: what ends last may still have something to say.
    static LineSink *const sink = new LineSink(STDERR_FILENO);
    sink->write(lineOf(type, context.category ? context.category : "default", message), lineOfDropped);
}

QLoggingCategory::CategoryFilter chosenByRules = nullptr;

/// What these parts of Qt say in detail quotes requests, and with them codes, numbers and credentials: no rule
/// turns it on.
void keepQuiet(QLoggingCategory *category)
{
    chosenByRules(category);
    const QLatin1StringView name(category->categoryName());
    for (const QLatin1StringView part : {"qt.httpserver"_L1, "qt.network"_L1, "qt.sql"_L1}) {
        if (!name.startsWith(part))
            continue;
        category->setEnabled(QtDebugMsg, false);
        category->setEnabled(QtInfoMsg, false);
    }
}

} // namespace

void installLogHandler(bool json)
{
    logAsJson = json;
    chosenByRules = QLoggingCategory::installFilter(keepQuiet);
    qInstallMessageHandler(writeLine);
}

} // namespace smsauth
