// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/ProviderRegistry.h"

#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderLoader.h"
#include "core/sms/SandboxProvider.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

using Providers = QMap<QString, std::shared_ptr<const SmsProvider>>;

constexpr qint64 largestFile = 256 * 1024;

Result<std::shared_ptr<const HttpProvider>> loadFile(const QFileInfo &info)
{
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::InvalidInput, u"cannot be read: %1"_s.arg(file.errorString())};
    if (info.size() > largestFile)
        return {ErrorCode::InvalidInput, u"larger than 256 KiB"_s};
    return loadHttpProvider(info.completeBaseName(), file.read(largestFile + 1));
}

/// A gateway that needs code: one line here.
QList<std::shared_ptr<const SmsProvider>> classes()
{
    return {std::make_shared<SandboxProvider>()};
}

void loadFolder(const QString &folder, Providers &providers, QStringList &problems)
{
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto provider = loadFile(file);
        if (provider)
            providers.insert((*provider)->id(), *provider);
        else
            problems.append(file.fileName() + u": "_s + provider.error().detail);
    }
}

} // namespace

ProviderRegistry::ProviderRegistry(const QString &folder)
{
    Providers providers;
    loadFolder(u":/smsauth/providers"_s, providers, m_problems);
    if (!folder.isEmpty())
        loadFolder(folder, providers, m_problems);
    for (const auto &provider : classes()) {
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

} // namespace smsauth
