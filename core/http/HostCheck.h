// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace smsauth {

/// Which Host headers are served: any IP literal, localhost, and the allowed names (DNS rebinding needs a name).
class HostCheck
{
public:
    explicit HostCheck(const QStringList &allowedNames);

    /// host: the header's value; null when there was none (HTTP/1.0), which is fine.
    bool allows(const QByteArray &host) const;

private:
    QStringList m_names; ///< lower case, without a trailing dot
};

} // namespace smsauth
