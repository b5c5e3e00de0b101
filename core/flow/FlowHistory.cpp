// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowHistory.h"

#include "core/settings/PrivateFile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <algorithm>
#include <array>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBytes = 16 * 1024 * 1024;
/// Lines are only added until there are that many too many: then the file is written anew.
constexpr int Slack = 500;

constexpr std::array kinds{"sign_in"_L1, "walk"_L1, "check"_L1, "run"_L1};

QByteArray lineOf(const FlowEntry &entry)
{
    QJsonObject json{{u"id"_s, entry.id},
                     {u"at"_s, toMs(entry.at)},
                     {u"kind"_s, QString(kinds[size_t(entry.kind)])},
                     {u"passed"_s, entry.passed},
                     {u"ms"_s, qint64(entry.duration.count())},
                     {u"phone"_s, entry.phone},
                     {u"sealed"_s, QString::fromLatin1(entry.sealedPhone.toBase64())}};
    const auto addText = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            json.insert(name, text);
    };
    addText(u"detail"_s, entry.detail);
    addText(u"step"_s, entry.step);
    addText(u"words"_s, entry.words);
    if (entry.status != 0)
        json.insert(u"status"_s, entry.status);
    if (entry.kind == FlowEntry::Kind::Run) {
        json.insert(u"flows_passed"_s, entry.passedFlows);
        json.insert(u"flows_failed"_s, entry.failedFlows);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<FlowEntry> entryFrom(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const auto kind = std::find(kinds.begin(), kinds.end(), json.value("kind"_L1).toString());
    FlowEntry entry;
    entry.id = json.value("id"_L1).toInteger();
    if (kind == kinds.end() || entry.id <= 0)
        return std::nullopt;
    entry.at = fromMs(json.value("at"_L1).toInteger());
    entry.kind = FlowEntry::Kind(kind - kinds.begin());
    entry.detail = json.value("detail"_L1).toString();
    entry.passed = json.value("passed"_L1).toBool();
    entry.step = json.value("step"_L1).toString();
    entry.status = json.value("status"_L1).toInt();
    entry.words = json.value("words"_L1).toString();
    entry.duration = milliseconds(json.value("ms"_L1).toInteger());
    entry.phone = json.value("phone"_L1).toString();
    entry.sealedPhone = QByteArray::fromBase64(json.value("sealed"_L1).toString().toLatin1());
    entry.passedFlows = json.value("flows_passed"_L1).toInt();
    entry.failedFlows = json.value("flows_failed"_L1).toInt();
    return entry;
}

template<class T, class Work>
QFuture<Result<T>> inPool(QThreadPool &pool, Work work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto answer = promise->future();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return answer;
}

} // namespace

FlowHistory::FlowHistory(QString file)
    : m_file(std::move(file))
{
    m_pool.setMaxThreadCount(1);
}

FlowHistory::~FlowHistory()
{
    m_pool.waitForDone();
}

bool FlowHistory::isKept() const
{
    return !m_file.isEmpty() && QFileInfo(QFileInfo(m_file).path()).isDir();
}

QFuture<Result<QList<FlowEntry>>> FlowHistory::load()
{
    return inPool<QList<FlowEntry>>(m_pool, [this] { return read(); });
}

QFuture<Result<FlowEntry>> FlowHistory::append(FlowEntry entry)
{
    return inPool<FlowEntry>(m_pool, [this, entry = std::move(entry)]() -> Result<FlowEntry> {
        if (m_lines < 0) { // the ids go on where those of the last start ended
            if (const auto before = read(); !before)
                return before.error();
        }
        FlowEntry numbered = entry;
        numbered.id = ++m_lastId;
        if (const Result<void> written = write(numbered); !written)
            return written.error();
        return numbered;
    });
}

Result<QList<FlowEntry>> FlowHistory::read()
{
    m_lines = 0;
    if (!isKept())
        return QList<FlowEntry>();
    const Result<QByteArray> content = PrivateFile::read(m_file, MostBytes);
    if (!content && content.error().code != ErrorCode::NotFound) {
        m_lines = -1;
        return content.error();
    }
    QList<FlowEntry> entries;
    if (content) {
        for (const QByteArray &line : content->split('\n')) {
            if (const auto entry = entryFrom(line)) {
                entries.append(*entry);
                m_lastId = std::max(m_lastId, entry->id);
            }
        }
        m_lines = int(content->count('\n'));
        // A line that broke off must not swallow the next one.
        if (!content->isEmpty() && !content->endsWith('\n'))
            m_lines = Most + Slack;
    }
    std::reverse(entries.begin(), entries.end());
    if (entries.size() > Most)
        entries.resize(Most);
    return entries;
}

Result<void> FlowHistory::write(const FlowEntry &entry)
{
    if (!isKept())
        return {};
    if (m_lines >= Most + Slack) {
        Result<QList<FlowEntry>> entries = read();
        if (!entries)
            return entries.error();
        QByteArray content;
        for (auto old = entries->crbegin(); old != entries->crend(); ++old)
            content += lineOf(*old);
        m_lines = int(entries->size()) + 1;
        return PrivateFile::replace(m_file, content + lineOf(entry));
    }
    QFile file(m_file);
    const QByteArray line = lineOf(entry);
    // Closed to others before the first byte is in it.
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(line) != line.size()) {
        m_lines = Most + Slack; // a line may be half there: the next one writes the file anew
        return {ErrorCode::Storage, u"cannot write %1: %2"_s.arg(m_file, file.errorString())};
    }
    ++m_lines;
    return {};
}

} // namespace smsauth
