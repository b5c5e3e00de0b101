// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/SmsSender.h"

#include "core/base/Log.h"
#include "core/sms/GatewayClient.h"
#include "core/sms/Redaction.h"
#include "core/sms/SendDecision.h"
#include "core/sms/SimulatedNetwork.h"
#include "core/storage/StorageThread.h"
#include "core/storage/Stores.h"

#include <QTimer>
#include <atomic>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// The wall clock may be set back or forth: no wait is longer than this without a look at it.
constexpr milliseconds longestWait{60000};
constexpr milliseconds shortestWait{20};
constexpr milliseconds storageRetry{500};

/// What one visit to the storage has brought.
struct Visit
{
    QList<ClaimedMessage> claimed;             ///< to be sent by request
    QList<SimulatedNetwork::SlowAttempt> slow; ///< begun by the simulator
    bool more = false;                         ///< as many as asked for were taken: there may be others
    std::optional<Timestamp> nextDue;
};

} // namespace

/// Lives on the sender thread. One visit to the storage at a time: it records what has been answered meanwhile and
/// takes as much as there is room for, so that a visit costs one transaction however many messages it is about.
class SmsSender::Worker : public QObject
{
public:
    Worker(StorageThread &storage, const Outbox &outbox, std::shared_ptr<const SmsProvider> provider,
           ProviderValues values, const SenderOptions &options, const Clock &clock, Random &random);

    void begin();
    void wake(); ///< any thread
    void beginStop(milliseconds grace);

private:
    void visitStorageSoon();
    void visitStorage();
    void endSlowAttempts();
    void waitForNext(std::optional<Timestamp> nextDue);
    Result<Visit> visit(Stores &stores, const QList<SendOutcome> &answered, int room) const;
    void noteVisit(const Result<Visit> &visit, const QList<SendOutcome> &answered);
    void send(const ClaimedMessage &message);
    void settle(const ClaimedMessage &message, const OutgoingSms &sms, const Verdict &raw, AttemptRecord attempt,
                milliseconds began);
    void complain(const Verdict &verdict);
    void endIfDone();
    RetryPolicy retryPolicy() const { return {m_options.firstRetry, m_options.maxRetry}; }

    StorageThread &m_storage;
    const Outbox &m_outbox;
    const std::shared_ptr<const SmsProvider> m_provider;
    const ProviderValues m_values;
    const SenderOptions m_options;
    const Clock &m_clock;
    Random &m_random;
    const Redaction m_redaction;
    const std::optional<SimulatedNetwork> m_network; ///< of a gateway that needs no request

    Mailbox m_home; ///< answers of the storage
    std::unique_ptr<GatewayClient> m_client;
    QTimer m_nextVisit;
    QTimer m_grace;
    QList<SendOutcome> m_answered;               ///< not recorded yet
    QList<SimulatedNetwork::SlowAttempt> m_slow; ///< not ended yet
    QString m_lastComplaint;
    int m_underWay = 0; ///< requests without an answer
    bool m_atStorage = false;
    bool m_visitAgain = false;
    bool m_stopping = false;
    std::atomic<bool> m_visitQueued = false;
};

SmsSender::Worker::Worker(StorageThread &storage, const Outbox &outbox, std::shared_ptr<const SmsProvider> provider,
                          ProviderValues values, const SenderOptions &options, const Clock &clock, Random &random)
    : m_storage(storage)
    , m_outbox(outbox)
    , m_provider(std::move(provider))
    , m_values(std::move(values))
    , m_options(options)
    , m_clock(clock)
    , m_random(random)
    , m_redaction(m_values)
    , m_network(m_provider->deliverLocally({})
                    ? std::optional<SimulatedNetwork>(std::in_place, outbox, m_provider, options.requestDeadline,
                                                      RetryPolicy{options.firstRetry, options.maxRetry}, clock,
                                                      random)
                    : std::nullopt)
{
    // Children move to the sender thread with the worker.
    for (QObject *child : std::initializer_list<QObject *>{&m_home, &m_nextVisit, &m_grace})
        child->setParent(this);
    m_nextVisit.setSingleShot(true);
    m_grace.setSingleShot(true);
    connect(&m_nextVisit, &QTimer::timeout, this, &Worker::visitStorage);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        qCWarning(lcSms) << m_underWay << "requests had no answer when the sender stopped";
        m_client.reset(); // their answers are no longer wanted
        m_underWay = 0;
        visitStorage();
    });
}

void SmsSender::Worker::begin()
{
    m_client = std::make_unique<GatewayClient>(m_options);
    visitStorage();
}

void SmsSender::Worker::wake()
{
    if (!m_visitQueued.exchange(true))
        QMetaObject::invokeMethod(this, &Worker::visitStorageSoon, Qt::QueuedConnection);
}

void SmsSender::Worker::visitStorageSoon()
{
    m_visitQueued = false;
    visitStorage();
}

void SmsSender::Worker::visitStorage()
{
    if (m_atStorage) {
        m_visitAgain = true;
        return;
    }
    endSlowAttempts();
    const int free =
        m_network ? m_options.claimBatch : std::min(m_options.claimBatch, m_options.maxInFlight - m_underWay);
    const int room = m_stopping ? 0 : std::max(0, free);
    if (room == 0 && m_answered.isEmpty())
        return endIfDone();

    m_atStorage = true;
    m_visitAgain = false;
    const QList<SendOutcome> answered = std::exchange(m_answered, {});
    m_storage.submit<Visit>(
        m_home,
        [this, answered, room](Stores &stores) {
            return stores.atomically([&] { return visit(stores, answered, room); });
        },
        [this, answered](const Result<Visit> &visit) { noteVisit(visit, answered); });
}

// Storage thread, in a transaction. Everything it reads here never changes.
Result<Visit> SmsSender::Worker::visit(Stores &stores, const QList<SendOutcome> &answered, int room) const
{
    m_outbox.record(stores, answered);
    Visit result;
    if (room == 0)
        return result;
    std::optional<Timestamp> nextArrival;
    if (m_network) {
        SimulatedNetwork::Round round = m_network->work(stores, room);
        result.slow = std::move(round.slow);
        result.more = round.more;
        nextArrival = round.nextArrival;
    } else {
        result.claimed = m_outbox.claim(stores, room);
        result.more = result.claimed.size() == room;
    }
    result.nextDue = m_outbox.nextDue(stores);
    if (nextArrival && (!result.nextDue || *nextArrival < *result.nextDue))
        result.nextDue = nextArrival;
    return result;
}

void SmsSender::Worker::noteVisit(const Result<Visit> &visit, const QList<SendOutcome> &answered)
{
    m_atStorage = false;
    if (!visit) {
        if (m_stopping) {
            qCWarning(lcSms) << answered.size() << "answers could not be recorded:" << visit.error().detail;
            return endIfDone();
        }
        m_answered = answered + m_answered;
        m_nextVisit.start(storageRetry);
        return;
    }
    if (m_stopping) // what this visit has taken stays `sending` and is recovered at the next start
        return visitStorage();

    for (const ClaimedMessage &message : visit->claimed)
        send(message);
    m_slow += visit->slow;
    m_nextVisit.stop();
    if (m_visitAgain || visit->more || !m_answered.isEmpty())
        return wake();
    waitForNext(visit->nextDue);
}

void SmsSender::Worker::waitForNext(std::optional<Timestamp> nextDue)
{
    std::optional<milliseconds> wait;
    if (nextDue)
        wait = *nextDue - m_clock.now();
    for (const SimulatedNetwork::SlowAttempt &slow : std::as_const(m_slow))
        wait = std::min(wait.value_or(longestWait), slow.endsAt - m_clock.uptime());
    if (wait)
        m_nextVisit.start(std::clamp(*wait, shortestWait, longestWait));
}

void SmsSender::Worker::endSlowAttempts()
{
    const milliseconds now = m_clock.uptime();
    m_slow.removeIf([&](const SimulatedNetwork::SlowAttempt &slow) {
        if (slow.endsAt > now)
            return false;
        m_answered.append(m_network->endOf(slow));
        return true;
    });
}

void SmsSender::Worker::send(const ClaimedMessage &message)
{
    const Timestamp now = m_clock.now();
    const milliseconds began = m_clock.uptime();
    AttemptRecord attempt;
    attempt.at = now;
    attempt.provider = m_provider->id();
    ++m_underWay;
    const OutgoingSms sms = outgoingSms(message, now);
    if (message.expiresAt <= now) {
        const Verdict late{Verdict::Kind::Busy, {}, {}, u"not sent: the code had run out"_s, seconds(0)};
        return settle(message, sms, late, attempt, began);
    }
    const Result<ProviderRequest> request = m_provider->request(sms, m_values);
    if (!request) {
        const Verdict impossible{Verdict::Kind::Request, {}, {}, request.error().detail, seconds(0)};
        return settle(message, sms, impossible, attempt, began);
    }
    // No longer than the code lives: a connection that comes late must not bring a late message.
    m_client->send(*request, message.expiresAt - now,
                   [this, message, sms, attempt, began](const ProviderReply &reply) mutable {
                       attempt.status = reply.status;
                       settle(message, sms, m_provider->verdict(sms, reply), attempt, began);
                   });
}

void SmsSender::Worker::settle(const ClaimedMessage &message, const OutgoingSms &sms, const Verdict &raw,
                               AttemptRecord attempt, milliseconds began)
{
    --m_underWay;
    attempt.durationMs = int((m_clock.uptime() - began).count());
    const Verdict verdict = m_redaction.verdict(raw, sms);
    complain(verdict);
    m_answered.append(decide(message, verdict, attempt, m_clock.now(), retryPolicy(), m_random));
    wake(); // later, so that answers which come together are recorded together
}

/// What the operator has to put right is said once, not for every message.
void SmsSender::Worker::complain(const Verdict &verdict)
{
    using Kind = Verdict::Kind;
    if (verdict.kind == Kind::Sent) {
        m_lastComplaint.clear();
    } else if ((verdict.kind == Kind::Account || verdict.kind == Kind::Request) &&
               m_lastComplaint != verdict.error) {
        m_lastComplaint = verdict.error;
        qCWarning(lcSms).noquote() << m_provider->id() << "does not send:" << verdict.error;
    }
}

void SmsSender::Worker::beginStop(milliseconds grace)
{
    m_stopping = true;
    m_nextVisit.stop();
    m_grace.start(grace);
    visitStorage();
}

void SmsSender::Worker::endIfDone()
{
    if (!m_stopping || m_atStorage || m_underWay > 0)
        return;
    m_grace.stop();
    m_nextVisit.stop();
    m_client.reset();
    thread()->quit();
}

SmsSender::SmsSender(StorageThread &storage, const Outbox &outbox, std::shared_ptr<const SmsProvider> provider,
                     ProviderValues values, const SenderOptions &options, const Clock &clock, Random &random)
    : m_worker(
          std::make_unique<Worker>(storage, outbox, std::move(provider), std::move(values), options, clock, random))
{
    m_thread.setObjectName(QStringLiteral("sms-sender"));
}

SmsSender::~SmsSender()
{
    stop();
}

void SmsSender::start()
{
    if (m_thread.isRunning())
        return;
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker.get(), &Worker::begin, Qt::QueuedConnection);
}

void SmsSender::wake()
{
    m_worker->wake();
}

void SmsSender::stop(milliseconds grace)
{
    if (!m_thread.isRunning())
        return;
    Worker *const worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker, [worker, grace] { worker->beginStop(grace); }, Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace smsauth
