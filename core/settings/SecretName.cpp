// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SecretName.h"

#include <QStringList>
#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestName = 128;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

bool isSecretName(const QString &name)
{
    if (name.isEmpty() || name.size() > LongestName || name.startsWith(u'.') || name.startsWith(u'-'))
        return false;
    return std::all_of(name.begin(), name.end(),
                       [](QChar c) { return isLetterOrDigit(c) || c == u'.' || c == u'_' || c == u'-'; });
}

bool isKeyName(const QString &name)
{
    return name == "token_key"_L1 || name == "token_signing_key"_L1 || name == "sealing_key"_L1 ||
           name == "audit_chain"_L1;
}

} // namespace smsauth
