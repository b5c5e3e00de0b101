// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"

#include <memory>

namespace smsauth {

/// Knows every gateway: the simulator, the descriptions shipped with the program, those in `folder` (one JSON file
/// each, id = file name), classes. Immutable after construction; thread-safe.
class ProviderRegistry
{
public:
    /// folder: "providers" in the profile; need not exist. Unusable files are reported in problems(), not loaded. A
    /// file with the id of a shipped description takes its place; the simulator's place cannot be taken.
    explicit ProviderRegistry(const QString &folder = {});

    QList<std::shared_ptr<const SmsProvider>> all() const;            ///< simulator first, then by title
    std::shared_ptr<const SmsProvider> find(const QString &id) const; ///< null when unknown
    /// "file: JSON pointer: what is wrong", one each.
    QStringList problems() const;

private:
    QList<std::shared_ptr<const SmsProvider>> m_providers;
    QStringList m_problems;
};

} // namespace smsauth
