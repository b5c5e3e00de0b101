// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/RequestHead.h"

#include <QByteArray>
#include <algorithm>
#include <array>
#include <optional>

namespace smsauth {

namespace {

constexpr QByteArrayView Methods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"};
constexpr qsizetype LongestMethod = 16;

constexpr std::array<bool, 256> tokenCharacters()
{
    std::array<bool, 256> table{};
    for (int c = '0'; c <= '9'; ++c)
        table[size_t(c)] = true;
    for (int c = 'a'; c <= 'z'; ++c)
        table[size_t(c)] = table[size_t(c - 'a' + 'A')] = true;
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[uchar(c)] = true;
    return table;
}

/// RFC 9110 §5.6.2
bool isTokenCharacter(char c)
{
    static constexpr auto Table = tokenCharacters();
    return Table[uchar(c)];
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), size_t(a.size())) == 0;
}

/// True when the comma-separated value has this element.
bool hasElement(QByteArrayView value, QByteArrayView element)
{
    while (true) {
        const qsizetype comma = value.indexOf(',');
        if (equalsIgnoringCase(value.first(comma < 0 ? value.size() : comma).trimmed(), element))
            return true;
        if (comma < 0)
            return false;
        value = value.sliced(comma + 1);
    }
}

/// Reads the lines of a head one by one; the first fault wins.
class HeadReader
{
public:
    explicit HeadReader(const HttpLimits &limits)
        : m_limits(limits)
    {
    }

    /// Statuses are 0 while all is well.
    int requestLine(QByteArrayView line);
    int beginningOfRequestLine(QByteArrayView part) const;
    int headerLine(QByteArrayView line);
    int end();

    RequestHead head;

private:
    int contentLength(QByteArrayView value);
    void connection(QByteArrayView value);

    const HttpLimits &m_limits;
    int m_headerLines = 0;
    bool m_hasHost = false;
    bool m_hasLength = false;
    bool m_asksToKeepAlive = false;
    bool m_asksToClose = false;
};

int HeadReader::beginningOfRequestLine(QByteArrayView part) const
{
    const auto notToken = std::find_if_not(part.begin(), part.end(), isTokenCharacter);
    const qsizetype methodSize = notToken - part.begin();
    if (methodSize > LongestMethod)
        return 501;
    if (notToken != part.end() && (methodSize == 0 || *notToken != ' '))
        return 400;
    return part.size() > LongestMethod + 1 + m_limits.target ? 414 : 0;
}

/// token SP origin-form SP HTTP/1.x
int HeadReader::requestLine(QByteArrayView line)
{
    const qsizetype methodEnd = line.indexOf(' ');
    if (methodEnd <= 0 || !std::all_of(line.begin(), line.begin() + methodEnd, isTokenCharacter))
        return 400;
    const auto known = std::find(std::begin(Methods), std::end(Methods), line.first(methodEnd));
    if (known != std::end(Methods))
        head.method = *known;

    const QByteArrayView rest = line.sliced(methodEnd + 1);
    const qsizetype targetEnd = rest.indexOf(' ');
    const QByteArrayView target = rest.first(targetEnd < 0 ? rest.size() : targetEnd);
    if (target.size() > m_limits.target)
        return 414;
    const auto isVisible = [](char c) { return c > 0x20 && c < 0x7f; };
    if (targetEnd < 0 || !target.startsWith('/') || target.contains('#') ||
        !std::all_of(target.begin(), target.end(), isVisible))
        return 400;
    // "//name/path" would be taken for a host by QUrl.
    if (target.startsWith("//"))
        return 400;

    const QByteArrayView version = rest.sliced(targetEnd + 1);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.' ||
        !isDigit(version[7])) {
        return 400;
    }
    if (version[5] != '1')
        return 505;
    head.http10 = version[7] == '0';
    return head.method.isEmpty() ? 501 : 0;
}

int HeadReader::contentLength(QByteArrayView value)
{
    if (m_hasLength || value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
        return 400;
    m_hasLength = true;
    for (const char digit : value) {
        head.contentLength = head.contentLength * 10 + (digit - '0');
        if (head.contentLength > m_limits.body)
            return 413;
    }
    return 0;
}

void HeadReader::connection(QByteArrayView value)
{
    m_asksToClose = m_asksToClose || hasElement(value, "close");
    m_asksToKeepAlive = m_asksToKeepAlive || hasElement(value, "keep-alive");
}

/// field-name ":" OWS field-value OWS, without folding
int HeadReader::headerLine(QByteArrayView line)
{
    if (++m_headerLines > m_limits.headerLines)
        return 431;
    const auto nameEnd = std::find_if_not(line.begin(), line.end(), isTokenCharacter);
    if (nameEnd == line.begin() || nameEnd == line.end() || *nameEnd != ':')
        return 400;
    const QByteArrayView name = line.first(nameEnd - line.begin());
    const QByteArrayView rest = line.sliced(name.size() + 1);
    const auto isControl = [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (std::any_of(rest.begin(), rest.end(), isControl))
        return 400;
    const QByteArrayView value = rest.trimmed();

    // Few lengths are of interest, and comparing lengths is cheap.
    switch (name.size()) {
    case 4:
        if (equalsIgnoringCase(name, "host")) {
            if (m_hasHost)
                return 400;
            m_hasHost = true;
        }
        break;
    case 6:
        if (equalsIgnoringCase(name, "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                return 417;
            head.expectsContinue = true;
        }
        break;
    case 7:
        // QHttpServer would hand the connection to a web socket.
        if (equalsIgnoringCase(name, "upgrade") && value.toByteArray().toLower().contains("websocket"))
            return 501;
        break;
    case 10:
        if (equalsIgnoringCase(name, "connection"))
            connection(value);
        break;
    case 14:
        if (equalsIgnoringCase(name, "content-length"))
            return contentLength(value);
        break;
    case 17:
        if (equalsIgnoringCase(name, "transfer-encoding"))
            return 411;
        break;
    default:
        break;
    }
    return 0;
}

int HeadReader::end()
{
    if (!m_hasHost && !head.http10)
        return 400;
    head.close = m_asksToClose || (head.http10 && !m_asksToKeepAlive);
    head.expectsContinue = head.expectsContinue && !head.http10 && head.contentLength > 0;
    return 0;
}

HeadVerdict refused(int status, const RequestHead &head)
{
    return {HeadVerdict::Kind::Refused, head, status};
}

/// The line that begins at `from`, without its CRLF; nothing while it is incomplete. `status` is set for a line
/// that does not end with CRLF.
std::optional<QByteArrayView> nextLine(QByteArrayView received, qsizetype from, int *status)
{
    const qsizetype lineFeed = received.indexOf('\n', from);
    if (lineFeed < 0)
        return std::nullopt;
    if (lineFeed == from || received[lineFeed - 1] != '\r') {
        *status = 400;
        return std::nullopt;
    }
    return received.sliced(from, lineFeed - 1 - from);
}

} // namespace

HeadVerdict checkRequestHead(QByteArrayView received, const HttpLimits &limits)
{
    // RFC 9112 §2.2: an empty line or two before the request line is forgiven.
    qsizetype at = 0;
    while (at < qMin<qsizetype>(4, received.size()) && (received[at] == '\r' || received[at] == '\n'))
        ++at;

    HeadReader reader(limits);
    int status = 0;
    for (bool first = true; status == 0; first = false) {
        const std::optional<QByteArrayView> line = nextLine(received, at, &status);
        if (!line) {
            if (status == 0 && first)
                status = reader.beginningOfRequestLine(received.sliced(at));
            if (status == 0 && received.size() >= limits.head)
                status = 431;
            return status == 0 ? HeadVerdict{} : refused(status, reader.head);
        }
        at += line->size() + 2;
        if (at > limits.head)
            return refused(431, reader.head);
        if (line->isEmpty() && !first) {
            status = reader.end();
            break;
        }
        status = first ? reader.requestLine(*line) : reader.headerLine(*line);
    }
    if (status != 0)
        return refused(status, reader.head);
    reader.head.size = at;
    return {HeadVerdict::Kind::Valid, reader.head, 0};
}

} // namespace smsauth
