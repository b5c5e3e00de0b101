// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ProfileStorage.h"

#include "core/storage/DatabaseFile.h"

namespace smsauth {

ProfileStorage::ProfileStorage(QString standard, std::function<void(const Changes &)> afterCommit)
    : m_standard(std::move(standard))
{
    m_writer.afterCommit(std::move(afterCommit));
}

Result<void> ProfileStorage::open(const Settings &settings, std::function<void(Stores &)> begin)
{
    if (m_checkpointer)
        return {};
    m_openedWith = settings.database;
    const QString file = fileIn(m_openedWith);
    if (const Result<void> usable = checkDatabaseFile(file); !usable) {
        if (m_openedWith.isEmpty())
            return usable;
        return {ErrorCode::Settings,
                QStringLiteral("SMS_AUTH_DATABASE = %1: must be the path of a database file, or "
                               "of none that is there yet; %2")
                    .arg(file, usable.error().detail)};
    }
    if (const Result<void> alone = m_lock.acquire(file); !alone)
        return alone;
    const auto openWriter = [file, begin = std::move(begin)] {
        auto stores = std::make_unique<Stores>(file, Database::Access::Write);
        begin(*stores);
        return stores;
    };
    const auto openReader = [file] { return std::make_unique<Stores>(file, Database::Access::Read); };
    if (const Result<void> writer = m_writer.start(openWriter); !writer)
        return writer;
    if (const Result<void> reader = m_reader.start(openReader); !reader) {
        m_writer.stop();
        return reader;
    }
    m_checkpointer = std::make_unique<Checkpointer>(file);
    m_takesWork = true;
    return {};
}

void ProfileStorage::stopThreads()
{
    m_takesWork = false;
    m_writer.stop();
    m_reader.stop();
}

void ProfileStorage::close()
{
    stopThreads();
    m_checkpointer.reset();
}

void ProfileStorage::drain()
{
    m_writer.drain();
    m_reader.drain();
}

QString ProfileStorage::fileIn(const QString &database) const
{
    return database.isEmpty() ? m_standard : database;
}

QString ProfileStorage::file(const Settings &settings) const
{
    return fileIn(m_checkpointer ? m_openedWith : settings.database);
}

bool ProfileStorage::waitsForRestart(const Settings &settings) const
{
    return m_checkpointer && settings.database != m_openedWith;
}

} // namespace smsauth
