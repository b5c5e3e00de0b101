// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TargetFile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace smsauth {

namespace {

std::unique_ptr<QFileDevice> fileAt(const QString &name)
{
    const QFileInfo there(name);
    if (there.exists() && !there.isFile() && !there.isDir())
        return std::make_unique<QFile>(name);
    return std::make_unique<QSaveFile>(name);
}

} // namespace

TargetFile::TargetFile(const QString &name)
    : m_file(fileAt(name))
{
}

bool TargetFile::open()
{
    return m_file->open(QIODevice::WriteOnly);
}

bool TargetFile::isNew() const
{
    return qobject_cast<const QSaveFile *>(m_file.get()) != nullptr;
}

bool TargetFile::commit()
{
    auto *saved = qobject_cast<QSaveFile *>(m_file.get());
    return saved ? saved->commit() : m_file->flush();
}

} // namespace smsauth
