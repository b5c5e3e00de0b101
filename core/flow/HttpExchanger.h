// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/Exchange.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <functional>

namespace smsauth {

/// Sends one request and hands back the whole exchange. No redirects, no proxy, no cookies, bounded in size and
/// time. Lives on one thread; `done` runs there exactly once, also when the exchanger is destroyed before the
/// answer.
class HttpExchanger : public QObject
{
public:
    static constexpr qint64 MaxBody = 1 << 20; ///< bytes that are kept of an answer

    using Done = std::function<void(Exchange)>;

    explicit HttpExchanger(const Clock &clock);
    ~HttpExchanger() override;

    /// A server that shows exactly one of these is taken for the right one, whoever signed it and whatever name it
    /// carries. Every other one is checked as usual.
    void setTrusted(const QList<QSslCertificate> &certificates) { m_trusted = certificates; }

    /// Of the request: method, url, requestHeaders (further ones are added as sent), requestBody.
    void send(Exchange request, milliseconds deadline, Done done);
    /// Ends what is under way; their failure says so.
    void abortAll();

private:
    const Clock &m_clock;
    QList<QSslCertificate> m_trusted;
    QNetworkAccessManager m_network; ///< a child, so that it moves along to another thread
};

} // namespace smsauth
