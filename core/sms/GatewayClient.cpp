// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/GatewayClient.h"

#include "core/base/Log.h"
#include "core/sms/GatewayAddress.h"
#include "core/sms/GatewayExchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>
#include <QSslCertificate>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// What QNetworkAccessManager opens per host; more would wait inside of it.
constexpr int connectionsPerManager = 6;

QSslConfiguration tlsConfiguration(const QString &extraCa)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (extraCa.isEmpty())
        return tls;
    const QList<QSslCertificate> own =
        QSslCertificate::fromPath(extraCa, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (own.isEmpty())
        qCWarning(lcSms) << "no certificate was found in" << extraCa;
    tls.addCaCertificates(own);
    return tls;
}

} // namespace

class GatewayClient::Private
{
public:
    explicit Private(const SenderOptions &o)
        : options(o)
        , tls(tlsConfiguration(o.extraCa))
        , addresses(o.allowPrivate)
    {
    }

    struct Manager
    {
        std::unique_ptr<QNetworkAccessManager> network;
        int busy = 0;
    };
    Manager &freeManager();
    void run(GatewayExchange &exchange, const std::shared_ptr<Manager *> &lane);

    const SenderOptions options;
    const QSslConfiguration tls;
    GatewayAddressCheck addresses;
    std::vector<std::unique_ptr<Manager>> managers;
    int inFlight = 0;
    QObject exchanges; ///< their parent; destroyed before the managers that carry them
};

GatewayClient::Private::Manager &GatewayClient::Private::freeManager()
{
    const auto free = std::find_if(managers.begin(), managers.end(),
                                   [](const auto &manager) { return manager->busy < connectionsPerManager; });
    if (free != managers.end())
        return **free;
    const size_t most =
        size_t(std::max(1, options.maxInFlight + connectionsPerManager - 1) / connectionsPerManager);
    if (managers.size() >= std::max<size_t>(1, most))
        return **std::min_element(managers.begin(), managers.end(),
                                  [](const auto &a, const auto &b) { return a->busy < b->busy; });
    managers.push_back(std::make_unique<Manager>());
    managers.back()->network = std::make_unique<QNetworkAccessManager>();
    managers.back()->network->setProxy(QNetworkProxy::NoProxy);
    return *managers.back();
}

GatewayClient::GatewayClient(const SenderOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options))
{
}

GatewayClient::~GatewayClient() = default;

int GatewayClient::inFlight() const
{
    return d->inFlight;
}

void GatewayClient::send(const ProviderRequest &request, std::function<void(ProviderReply)> done)
{
    send(request, d->options.requestDeadline, std::move(done));
}

void GatewayClient::send(const ProviderRequest &request, milliseconds deadline,
                         std::function<void(ProviderReply)> done)
{
    ++d->inFlight;
    const auto lane = std::make_shared<Private::Manager *>(nullptr);
    const auto finished = [this, lane, done = std::move(done)](const ProviderReply &reply) {
        --d->inFlight;
        if (*lane)
            --(*lane)->busy;
        done(reply);
    };
    const milliseconds limit = std::clamp(deadline, milliseconds(0), d->options.requestDeadline);
    auto *exchange = new GatewayExchange(request, limit, finished, &d->exchanges);
    QMetaObject::invokeMethod(
        exchange, [this, exchange, lane] { d->run(*exchange, lane); }, Qt::QueuedConnection);
}

void GatewayClient::Private::run(GatewayExchange &exchange, const std::shared_ptr<Manager *> &lane)
{
    const auto judged = [this, lane, guarded = QPointer(&exchange)](const GatewayAddressCheck::Verdict &verdict) {
        using Kind = GatewayAddressCheck::Verdict::Kind;
        if (!guarded || guarded->isFinished())
            return;
        switch (verdict.kind) {
        case Kind::Allowed:
            *lane = &freeManager();
            ++(*lane)->busy;
            return guarded->start(*(*lane)->network, tls);
        case Kind::NoSuchHost:
            return guarded->end(ProviderReply::Transport::NotSent, verdict.reason);
        case Kind::Forbidden:
            return guarded->end(ProviderReply::Transport::Refused, verdict.reason);
        }
    };
    addresses.check(exchange.url(), judged);
}

} // namespace smsauth
