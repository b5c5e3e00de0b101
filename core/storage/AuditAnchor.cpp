// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/AuditAnchor.h"

#include "core/settings/PrivateFile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 4096;
const QString Format = u"smsauth-audit-anchor/1"_s;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(const QJsonValue &text)
{
    return QByteArray::fromHex(text.toString().toLatin1());
}

} // namespace

AuditAnchor::AuditAnchor(QString file, QString database, std::shared_ptr<const AuditChain> chain)
    : m_file(std::move(file))
    , m_database(std::move(database))
    , m_chain(std::move(chain))
{
}

AuditAnchor::Found AuditAnchor::read() const
{
    Found found;
    if (!isKept())
        return found;
    const Result<QByteArray> content = PrivateFile::read(m_file, LargestFile);
    if (!content && content.error().code == ErrorCode::NotFound)
        return found;
    found.state = State::Damaged;
    if (!content)
        return found;
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    if (object.value(u"format"_s).toString() != Format)
        return found;
    if (object.value(u"key"_s).toString() != m_chain->keyId()) {
        found.state = State::OtherKey;
        return found;
    }
    const AuditLink newest{object.value(u"id"_s).toInteger(), fromHex(object.value(u"row"_s))};
    const AuditLink next{object.value(u"next_id"_s).toInteger(), fromHex(object.value(u"next_row"_s))};
    // To the byte: whoever has touched the file has touched it.
    if (!equalInConstantTime(*content, contentFor(newest, next)))
        return found;
    return {State::Sound, newest, next};
}

QByteArray AuditAnchor::contentFor(const AuditLink &newest, const AuditLink &next) const
{
    QJsonObject object{{u"format"_s, Format},
                       {u"key"_s, m_chain->keyId()},
                       {u"id"_s, newest.id},
                       {u"row"_s, hex(newest.seal)},
                       {u"seal"_s, hex(m_chain->anchorSeal(m_database, newest, next))}};
    if (next.id > 0) {
        object.insert(u"next_id"_s, next.id);
        object.insert(u"next_row"_s, hex(next.seal));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<void> AuditAnchor::write(const AuditLink &newest, const AuditLink &next) const
{
    return isKept() ? PrivateFile::replace(m_file, contentFor(newest, next)) : Result<void>();
}

} // namespace smsauth
