// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonWriter.h"

#include <QString>

namespace smsauth {

namespace {

void appendEscape(QByteArray &out, char character)
{
    switch (character) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    default:
        break;
    }
    static constexpr char Hex[] = "0123456789abcdef";
    out += "\\u00";
    out += Hex[(character >> 4) & 0xf];
    out += Hex[character & 0xf];
}

bool needsEscape(char character)
{
    return uchar(character) < 0x20 || character == '"' || character == '\\' || character == 0x7f;
}

} // namespace

void appendJsonString(QByteArray &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    out.reserve(out.size() + utf8.size() + 2);
    out += '"';
    qsizetype plainFrom = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        if (needsEscape(utf8[at])) {
            out.append(utf8.constData() + plainFrom, at - plainFrom);
            appendEscape(out, utf8[at]);
            plainFrom = at + 1;
        }
    }
    out.append(utf8.constData() + plainFrom, utf8.size() - plainFrom);
    out += '"';
}

QByteArray jsonString(QStringView text)
{
    QByteArray out;
    appendJsonString(out, text);
    return out;
}

void JsonObjectWriter::begin(QStringView name)
{
    if (m_text.size() > 1)
        m_text += ',';
    appendJsonString(m_text, name);
    m_text += ':';
}

JsonObjectWriter &JsonObjectWriter::add(QStringView name, QStringView value)
{
    begin(name);
    appendJsonString(m_text, value);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::add(QStringView name, qint64 value)
{
    begin(name);
    m_text += QByteArray::number(value);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addBool(QStringView name, bool value)
{
    begin(name);
    m_text += value ? "true" : "false";
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addNull(QStringView name)
{
    begin(name);
    m_text += "null";
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addRaw(QStringView name, QByteArrayView json)
{
    begin(name);
    m_text += json;
    return *this;
}

QByteArray JsonObjectWriter::finish()
{
    m_text += '}';
    return std::move(m_text);
}

} // namespace smsauth
