// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"

#include <QMap>
#include <QStringList>
#include <memory>

namespace smsauth {

/// Knows every gateway: the simulator, the descriptions shipped with the program, those in `folder` (one JSON file
/// each, id = file name), classes. Immutable after construction; thread-safe.
class ProviderRegistry
{
public:
    /// A file in the profile that cannot be used.
    struct Broken
    {
        QString id;     ///< the file's name without its ending
        QString detail; ///< "JSON pointer: what is wrong"
    };

    /// folder: "providers" in the profile; need not exist. Unusable files are reported in problems(), not loaded. A
    /// file with the id of a shipped description takes its place; the simulator's place cannot be taken.
    explicit ProviderRegistry(const QString &folder = {});

    QList<std::shared_ptr<const SmsProvider>> all() const;            ///< simulator first, then by title
    std::shared_ptr<const SmsProvider> find(const QString &id) const; ///< null when unknown
    /// "file: JSON pointer: what is wrong", one each.
    QStringList problems() const;
    const QList<Broken> &broken() const { return m_broken; }
    /// Its description lies in the folder of the profile, whether usable or not.
    bool isOwn(const QString &id) const { return m_own.contains(id); }
    /// A description of this id comes with the program.
    static bool isShipped(const QString &id);
    /// The description as it is written: the one in the folder before the shipped one. Errors: NotFound,
    /// InvalidInput (cannot be read).
    Result<QByteArray> text(const QString &id) const;
    QString fileOf(const QString &id) const; ///< in the folder, whether there is one or not
    /// Files have come, gone or changed since they were read. Looks at the folder.
    bool isOutdated() const { return !m_folder.isEmpty() && stampsOf(m_folder) != m_stamps; }

private:
    static QStringList stampsOf(const QString &folder);
    void loadFolder(const QString &folder, QMap<QString, std::shared_ptr<const SmsProvider>> &providers);

    QString m_folder;
    QList<std::shared_ptr<const SmsProvider>> m_providers;
    QStringList m_problems;
    QList<Broken> m_broken;
    QStringList m_own;
    QStringList m_stamps;
};

} // namespace smsauth
