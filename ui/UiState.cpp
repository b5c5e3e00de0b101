// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/UiState.h"

#include "core/base/Log.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

constexpr qint64 LargestFile = 1 << 20;

void writeFile(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(content) == content.size() && file.commit())
        return;
    // Losing a window position is no reason to bother anybody.
    qCInfo(lcServer) << "The state of the window was not saved:" << file.errorString();
}

} // namespace

UiState::UiState(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(1s);
    connect(&m_writeSoon, &QTimer::timeout, this, [this] {
        m_dirty = false;
        QThreadPool::globalInstance()->start(
            [name = m_file, content = QJsonDocument(m_values).toJson()] { writeFile(name, content); });
    });
    QFile stored(m_file);
    if (m_file.isEmpty() || !stored.open(QIODevice::ReadOnly))
        return;
    const QByteArray content = stored.read(LargestFile);
    const QJsonDocument read = QJsonDocument::fromJson(content);
    m_values = read.object();
    if (read.isObject() || content.trimmed().isEmpty())
        return;
    // The filters that somebody has saved are in it: it is not simply written over.
    const QString aside = m_file + u".damaged"_s;
    QFile::remove(aside);
    if (QFile::rename(m_file, aside))
        qCWarning(lcServer).noquote() << "The state of the window cannot be read; it lies in" << aside << "now";
}

UiState::~UiState()
{
    if (!m_dirty || m_file.isEmpty())
        return;
    // After the pool's last write, so that an older state never lands on a newer one.
    QThreadPool::globalInstance()->waitForDone();
    writeFile(m_file, QJsonDocument(m_values).toJson());
}

QJsonValue UiState::value(const QString &key, const QJsonValue &fallback) const
{
    return m_values.contains(key) ? m_values.value(key) : fallback;
}

void UiState::setValue(const QString &key, const QJsonValue &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_dirty = true;
    if (!m_file.isEmpty() && !m_writeSoon.isActive())
        m_writeSoon.start();
}

QByteArray UiState::bytes(const QString &key) const
{
    return QByteArray::fromBase64(value(key).toString().toLatin1());
}

void UiState::setBytes(const QString &key, const QByteArray &bytes)
{
    setValue(key, QString::fromLatin1(bytes.toBase64()));
}

} // namespace smsauth
