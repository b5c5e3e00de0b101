// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/ProviderRegistry.h"

#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderLoader.h"
#include "core/sms/SandboxProvider.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using Providers = QMap<QString, std::shared_ptr<const SmsProvider>>;

constexpr qint64 largestFile = 256 * 1024;
const QString shippedFolder = u":/smsauth/providers"_s;

QFileInfoList filesIn(const QString &folder)
{
    return QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
}

Result<QByteArray> textOfFile(const QFileInfo &info)
{
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::InvalidInput, u"cannot be read: %1"_s.arg(file.errorString())};
    if (info.size() > largestFile)
        return {ErrorCode::InvalidInput, u"larger than 256 KiB"_s};
    return file.read(largestFile + 1);
}

Result<std::shared_ptr<const HttpProvider>> loadFile(const QFileInfo &info)
{
    const Result<QByteArray> text = textOfFile(info);
    return text ? loadHttpProvider(info.completeBaseName(), *text)
                : Result<std::shared_ptr<const HttpProvider>>(text.error());
}

/// A gateway that needs code: one line here.
QList<std::shared_ptr<const SmsProvider>> classes()
{
    return {std::make_shared<SandboxProvider>()};
}

} // namespace

void ProviderRegistry::loadFolder(const QString &folder, Providers &providers)
{
    const QFileInfoList files = filesIn(folder);
    for (const QFileInfo &file : files) {
        const auto provider = loadFile(file);
        if (folder == m_folder)
            m_own.append(file.completeBaseName());
        if (provider) {
            providers.insert((*provider)->id(), *provider);
            continue;
        }
        m_problems.append(file.fileName() + u": "_s + provider.error().detail);
        if (folder == m_folder)
            m_broken.append({file.completeBaseName(), provider.error().detail});
    }
}

ProviderRegistry::ProviderRegistry(const QString &folder)
    : m_folder(folder)
{
    Providers providers;
    loadFolder(shippedFolder, providers);
    if (!folder.isEmpty()) {
        m_stamps = stampsOf(folder); // first: what changes meanwhile is read again
        loadFolder(folder, providers);
    }
    for (const auto &provider : classes()) {
        m_own.removeAll(provider->id());
        if (providers.contains(provider->id()))
            m_problems.append(u"%1.json: this id belongs to a gateway of the program itself"_s.arg(provider->id()));
        providers.insert(provider->id(), provider);
    }

    m_providers = providers.values();
    std::stable_sort(m_providers.begin(), m_providers.end(), [](const auto &a, const auto &b) {
        const bool aIsSimulator = a->id() == "sandbox"_L1;
        if (aIsSimulator != (b->id() == "sandbox"_L1))
            return aIsSimulator;
        return a->title().compare(b->title(), Qt::CaseInsensitive) < 0;
    });
}

QList<std::shared_ptr<const SmsProvider>> ProviderRegistry::all() const
{
    return m_providers;
}

std::shared_ptr<const SmsProvider> ProviderRegistry::find(const QString &id) const
{
    const auto found = std::find_if(m_providers.begin(), m_providers.end(),
                                    [&](const auto &provider) { return provider->id() == id; });
    return found == m_providers.end() ? nullptr : *found;
}

QStringList ProviderRegistry::problems() const
{
    return m_problems;
}

bool ProviderRegistry::isShipped(const QString &id)
{
    const auto all = classes();
    return QFile::exists(shippedFolder + u'/' + id + u".json"_s) ||
           std::any_of(all.begin(), all.end(), [&id](const auto &provider) { return provider->id() == id; });
}

QString ProviderRegistry::fileOf(const QString &id) const
{
    return m_folder + u'/' + id + u".json"_s;
}

Result<QByteArray> ProviderRegistry::text(const QString &id) const
{
    // An id that names another place is none.
    const QFileInfo own(m_folder.isEmpty() || !isOwn(id) ? QString() : fileOf(id));
    const QFileInfo shipped(isProviderId(id) ? shippedFolder + u'/' + id + u".json"_s : QString());
    if (own.isFile())
        return textOfFile(own);
    if (shipped.isFile())
        return textOfFile(shipped);
    return {ErrorCode::NotFound, u"no description of a gateway has the id %1"_s.arg(id.left(40))};
}

QStringList ProviderRegistry::stampsOf(const QString &folder)
{
    QStringList stamps;
    const QFileInfoList files = filesIn(folder);
    for (const QFileInfo &file : files)
        stamps.append(
            u"%1 %2 %3"_s.arg(file.fileName()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()));
    return stamps;
}

} // namespace smsauth
