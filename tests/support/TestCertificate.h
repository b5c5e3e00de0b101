// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace smsauth {

/// A self-signed certificate for 127.0.0.1, made anew each time.
struct TestCertificate
{
    QByteArray certificatePem;
    QByteArray keyPem;

    static TestCertificate make();
};

} // namespace smsauth
