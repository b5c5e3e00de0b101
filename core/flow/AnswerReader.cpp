// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/AnswerReader.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

void AnswerReader::reset()
{
    *this = {};
}

AnswerReader::State AnswerReader::take(const QByteArray &bytes)
{
    m_begun = m_begun || !bytes.isEmpty();
    m_buffer += bytes;
    if (m_state == State::Reading)
        m_state = work();
    return m_state;
}

AnswerReader::State AnswerReader::end()
{
    m_keepsAlive = false;
    if (m_state == State::Reading)
        m_state = m_part == Part::UntilEnd ? State::Done : broken(u"the connection ended within the answer"_s);
    return m_state;
}

AnswerReader::State AnswerReader::work()
{
    for (;;) {
        switch (m_part) {
        case Part::Head:
            if (!m_buffer.contains("\r\n\r\n")) {
                return m_buffer.size() > MostHead ? broken(u"the head of the answer is too long"_s)
                                                  : State::Reading;
            }
            if (!readHead())
                return State::Broken;
            if (m_left > MostBody)
                return broken(u"the answer is too long"_s);
            break;
        case Part::UntilEnd:
        case Part::Length:
        case Part::Chunk: {
            const qsizetype count =
                m_part == Part::UntilEnd ? m_buffer.size() : std::min<qsizetype>(m_left, m_buffer.size());
            if (m_body.size() + count > MostBody)
                return broken(u"the answer is too long"_s);
            m_body += m_buffer.left(count);
            m_buffer.remove(0, count);
            if (m_part == Part::UntilEnd)
                return State::Reading;
            m_left -= count;
            if (m_left > 0)
                return State::Reading;
            if (m_part == Part::Length)
                return State::Done;
            m_part = Part::ChunkEnd;
            break;
        }
        case Part::ChunkEnd:
            if (m_buffer.size() < 2)
                return State::Reading;
            if (!m_buffer.startsWith("\r\n"))
                return broken(u"a chunk of the answer is longer than it says"_s);
            m_buffer.remove(0, 2);
            m_part = Part::ChunkSize;
            break;
        case Part::ChunkSize:
            if (!m_buffer.contains("\r\n"))
                return m_buffer.size() > MostHead ? broken(u"the size of a chunk is malformed"_s) : State::Reading;
            if (!readChunkSize())
                return broken(u"the size of a chunk is malformed"_s);
            m_part = m_left == 0 ? Part::Trailer : Part::Chunk;
            break;
        case Part::Trailer: {
            QByteArray line;
            if (!takeLine(line))
                return m_buffer.size() > MostHead ? broken(u"the end of the answer is too long"_s) : State::Reading;
            if (line.isEmpty())
                return State::Done;
            break;
        }
        }
    }
}

bool AnswerReader::takeLine(QByteArray &line)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return false;
    line = m_buffer.left(end);
    m_buffer.remove(0, end + 2);
    return true;
}

bool AnswerReader::readHead()
{
    QByteArray line;
    takeLine(line);
    const bool isHttp11 = line.startsWith("HTTP/1.1 ");
    bool isNumber = false;
    m_status = line.mid(9, 3).toInt(&isNumber);
    if ((!isHttp11 && !line.startsWith("HTTP/1.0 ")) || !isNumber || m_status < 100) {
        broken(u"this is no HTTP answer"_s);
        return false;
    }
    m_keepsAlive = isHttp11;
    m_chunked = false;
    m_left = -1;
    while (takeLine(line) && !line.isEmpty()) {
        if (!readHeaderLine(line)) {
            broken(u"a header line of the answer is malformed"_s);
            return false;
        }
    }
    if (m_status < 200) // "100 Continue": the answer itself comes after it
        return true;
    if (m_status == 204 || m_status == 304)
        m_left = 0;
    if (m_chunked && m_left < 0)
        m_part = Part::ChunkSize;
    else
        m_part = m_left >= 0 ? Part::Length : Part::UntilEnd;
    return true;
}

bool AnswerReader::readHeaderLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed().toLower();
    if (name == "content-length") {
        bool isNumber = false;
        m_left = value.toLongLong(&isNumber);
        return isNumber && m_left >= 0;
    }
    if (name == "transfer-encoding")
        m_chunked = value.endsWith("chunked");
    if (name == "connection" && value.contains("close"))
        m_keepsAlive = false;
    if (name == "connection" && value.contains("keep-alive"))
        m_keepsAlive = true;
    return true;
}

bool AnswerReader::readChunkSize()
{
    QByteArray line;
    takeLine(line);
    bool isNumber = false;
    m_left = line.split(';').first().trimmed().toLongLong(&isNumber, 16);
    return isNumber && m_left >= 0;
}

AnswerReader::State AnswerReader::broken(const QString &problem)
{
    m_problem = problem;
    m_keepsAlive = false;
    return m_state = State::Broken;
}

} // namespace smsauth
