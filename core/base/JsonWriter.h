// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace smsauth {

/// Appends the text as a JSON string: quotes, backslashes and control characters escaped, everything else as UTF-8.
void appendJsonString(QByteArray &out, QStringView text);

/// "text" as a JSON string.
QByteArray jsonString(QStringView text);

/// A compact JSON object whose members stand in the order in which they are added (QJsonObject sorts them).
class JsonObjectWriter
{
public:
    JsonObjectWriter &add(QStringView name, QStringView value);
    JsonObjectWriter &add(QStringView name, qint64 value);
    JsonObjectWriter &addBool(QStringView name, bool value);
    JsonObjectWriter &addNull(QStringView name);
    /// json: a complete JSON value.
    JsonObjectWriter &addRaw(QStringView name, QByteArrayView json);

    /// Ends the object. The writer is spent afterwards.
    QByteArray finish();

private:
    void begin(QStringView name);
    QByteArray m_text = QByteArrayLiteral("{");
};

} // namespace smsauth
