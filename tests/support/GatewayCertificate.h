// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace smsauth {

/// A fresh authority and a server certificate signed by it, as PEM. Made anew for every test: no key lies in the
/// tree.
struct GatewayCertificate
{
    enum class Kind {
        Good,      ///< for localhost and 127.0.0.1
        Expired,   ///< the same, until yesterday
        OtherHost, ///< for gateway.example only
    };
    static GatewayCertificate make(Kind kind);

    QByteArray authority;
    QByteArray certificate;
    QByteArray key;
};

} // namespace smsauth
