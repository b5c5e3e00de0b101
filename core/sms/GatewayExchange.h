// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"

#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>
#include <functional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace smsauth {

/// One request from its start to its reply, within its deadline. Deletes itself when it has answered.
class GatewayExchange : public QObject
{
public:
    static constexpr qint64 LargestBody = 64 * 1024;
    using Done = std::function<void(const ProviderReply &)>;

    GatewayExchange(ProviderRequest request, milliseconds deadline, Done done, QObject *parent);
    ~GatewayExchange() override;

    const QUrl &url() const { return m_request.url; }
    bool isFinished() const { return !m_done; }

    void start(QNetworkAccessManager &manager, const QSslConfiguration &tls);
    /// Ends without a request, or breaks off the one under way.
    void end(ProviderReply::Transport transport, const QString &reason);

private:
    class BodyOnce;
    void readMore();
    void noteFinished();
    void deadlinePassed();
    void finish(const ProviderReply &reply);
    ProviderReply answer() const;
    QString failure() const;

    ProviderRequest m_request;
    Done m_done; ///< empty: finished
    QTimer m_deadline;
    QNetworkReply *m_reply = nullptr;
    BodyOnce *m_body = nullptr;
    QByteArray m_answer;
    QStringList m_tlsProblems;
};

} // namespace smsauth
