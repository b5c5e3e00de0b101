// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace smsauth {

/// Reads the answers of an HTTP/1.1 server from one connection, one after the other (RFC 9112 §6): bodies by
/// length, in chunks or until the end of the connection; interim answers are passed over. Bounded in size.
class AnswerReader
{
public:
    enum class State { Reading, Done, Broken };

    static constexpr qsizetype MostHead = 16 * 1024;
    static constexpr qsizetype MostBody = 64 * 1024;

    /// What has come; the bytes may hold a part of an answer.
    State take(const QByteArray &bytes);
    /// The connection has ended.
    State end();
    /// Makes ready for the next answer on the connection. What came beyond the last one is dropped: nobody asked
    /// for it, and the connection is not to be used again (see keepsAlive()).
    void reset();

    int status() const { return m_status; }
    const QByteArray &body() const { return m_body; }
    bool keepsAlive() const { return m_keepsAlive && m_buffer.isEmpty(); }
    bool hasBegun() const { return m_begun; }
    /// English; meaningful when Broken.
    const QString &problem() const { return m_problem; }

private:
    enum class Part { Head, Length, ChunkSize, Chunk, ChunkEnd, Trailer, UntilEnd };

    State work();
    bool readHead();
    bool readHeaderLine(const QByteArray &line);
    bool readChunkSize();
    State broken(const QString &problem);
    bool takeLine(QByteArray &line);

    QByteArray m_buffer;
    Part m_part = Part::Head;
    State m_state = State::Reading;
    qint64 m_left = -1; ///< bytes of the body or chunk that are still to come; -1: not said
    bool m_chunked = false;
    bool m_keepsAlive = true;
    bool m_begun = false;
    int m_status = 0;
    QByteArray m_body;
    QString m_problem;
};

} // namespace smsauth
