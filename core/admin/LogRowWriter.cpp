// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/LogRowWriter.h"

#include "core/base/PhoneNumber.h"
#include "core/engine/Profile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

/// What a spreadsheet would calculate becomes a text; what would end the cell is quoted.
QString cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') ||
                        text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
    return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

LogRowWriter::LogRowWriter(const QString &file, LogFormat format, bool fullPhones)
    : m_file(file)
    , m_format(format)
    , m_fullPhones(fullPhones)
{
}

Error LogRowWriter::failure() const
{
    return {ErrorCode::Storage,
            u"cannot write %1: %2"_s.arg(m_file.device().fileName(), m_file.device().errorString()),
            {}};
}

Result<void> LogRowWriter::open()
{
    if (Profile::holds(m_file.device().fileName()))
        return {ErrorCode::InvalidInput, u"%1 lies in the folder of a profile"_s.arg(m_file.device().fileName())};
    if (!m_file.open())
        return failure();
    const bool isPrivate = !m_file.isNew() || m_file.device().setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isPrivate)
        return failure();
    return m_format == LogFormat::Csv ? put(csvHeader()) : Result<void>();
}

Result<void> LogRowWriter::write(const QJsonObject &row)
{
    QJsonObject safe = row;
    for (const QLatin1StringView secret : {"text"_L1, "code"_L1})
        safe.remove(secret);
    const PhoneNumber phone = PhoneNumber::fromStored(row.value("phone"_L1).toString());
    if (!m_fullPhones)
        safe.insert("phone"_L1, phone.isNull() ? QString() : phone.masked());
    QByteArray line = m_format == LogFormat::Csv ? csvLine(safe) : jsonLine(safe);
    if (!m_fullPhones && !phone.isNull()) {
        // A gateway may have made it a part of its own number for the message.
        const QByteArray whole = phone.e164().toLatin1();
        line.replace(whole, phone.masked().toUtf8()).replace(whole.mid(1), phone.masked().toUtf8());
    }
    return put(line);
}

Result<void> LogRowWriter::commit()
{
    return m_file.commit() ? Result<void>() : failure();
}

Result<void> LogRowWriter::put(const QByteArray &line)
{
    return m_file.device().write(line) == line.size() ? Result<void>() : failure();
}

QByteArray LogRowWriter::csvHeader()
{
    return "id,created_at,phone,provider,state,reason,provider_message_id,verified_at,attempts,status,"
           "provider_code,error,ms\r\n";
}

QByteArray LogRowWriter::csvLine(const QJsonObject &row)
{
    const QJsonArray attempts = row.value("attempts"_L1).toArray();
    QStringList cells;
    for (const QLatin1StringView key : {"id"_L1, "created_at"_L1, "phone"_L1, "provider"_L1, "state"_L1,
                                        "reason"_L1, "provider_message_id"_L1, "verified_at"_L1})
        cells.append(cell(textOf(row.value(key))));
    cells.append(QString::number(attempts.size()));
    const QJsonObject last = attempts.isEmpty() ? QJsonObject() : attempts.last().toObject();
    for (const QLatin1StringView key : {"status"_L1, "provider_code"_L1, "error"_L1, "ms"_L1})
        cells.append(cell(textOf(last.value(key))));
    return cells.join(u',').toUtf8() + "\r\n";
}

QByteArray LogRowWriter::jsonLine(const QJsonObject &row)
{
    return QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace smsauth
