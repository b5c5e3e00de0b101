// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowRun.h"

#include "core/flow/FlowLane.h"
#include "core/flow/ServerCertificate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace smsauth {

using namespace Qt::StringLiterals;

namespace {

bool isMessageList(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value("messages"_L1).isArray();
}

Error notSimulated(const FlowRunOptions &options, const RunAnswer &answer)
{
    const QString server =
        options.target.server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    if (answer.status == 0)
        return {ErrorCode::NotFound, u"no server answers at %1: %2"_s.arg(server, answer.failure), {}};
    return {
        ErrorCode::NotAllowed,
        u"%1 shows no simulated phone to this computer (status %2): it is in live mode, where each flow would send "
        "an SMS, or it is no SMS Auth server"_s.arg(server, QString::number(answer.status)),
        {}};
}

} // namespace

Result<void> FlowRunOptions::check() const
{
    const QString scheme = target.server.scheme();
    if (!target.server.isValid() || target.server.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return {ErrorCode::InvalidInput, u"the server's address is not an http or https URL"_s};
    if (parallel < 1 || parallel > MostParallel)
        return {ErrorCode::InvalidInput, u"the number of parallel flows must be 1 to %1"_s.arg(MostParallel)};
    if (perSecond < 0 || perSecond > MostPerSecond)
        return {ErrorCode::InvalidInput, u"the rate must be 0 to %1 flows per second"_s.arg(MostPerSecond)};
    if (const Result<PhoneRange> range = PhoneRange::create(firstPhone, count); !range)
        return range.error();
    return {};
}

/// The part of a run that lives on its thread.
class FlowRun::Worker : public QObject
{
public:
    struct Listener
    {
        std::function<void(const FlowProgress &)> progressed;
        std::function<void(const FlowRunResult &)> finished;
    };

    Worker(const Clock &clock, Listener listener)
        : m_clock(clock)
        , m_listener(std::move(listener))
        , m_tell(this)
        , m_pace(this)
    {
        m_tell.setInterval(ProgressInterval);
        connect(&m_tell, &QTimer::timeout, this, [this] { m_listener.progressed(progress()); });
        m_pace.setTimerType(Qt::PreciseTimer);
        connect(&m_pace, &QTimer::timeout, this, &Worker::beginDue);
    }

    void start(const FlowRunOptions &options, const PhoneRange &range)
    {
        m_result = {};
        m_result.options = options;
        m_result.startedAt = m_clock.now();
        m_range = std::make_unique<PhoneRange>(range);
        m_begun = 0;
        m_ended = 0;
        m_trusted = serverCertificate(options.target.certificateFile);
        m_scout = std::make_unique<KeepAliveConnection>(options.target.server, m_trusted);
        m_scout->send("/sandbox/messages?limit=1", {}, options.deadline, [this](const RunAnswer &answer) {
            if (answer.status == 200 && isMessageList(answer.body))
                return begin();
            m_result.problem = notSimulated(m_result.options, answer);
            finish();
        });
    }

    void stop()
    {
        if (!m_range)
            return;
        for (const auto &lane : m_lanes)
            lane->abort();
        m_result.stopped = true;
        finish();
    }

private:
    void begin()
    {
        const FlowRunOptions &options = m_result.options;
        m_result.began = true;
        m_tally = std::make_shared<FlowTally>(options.count);
        m_time.start();
        FlowLane::Listener listener;
        listener.stepPassed = [this](FlowStep step, std::chrono::microseconds took) {
            m_tally->stepPassed(step, took);
        };
        listener.passed = [this](const FlowOutcome &outcome) {
            m_tally->flowPassed(outcome, elapsed());
            flowEnded();
        };
        listener.failed = [this](const FlowOutcome &outcome, FlowStep step, int status, const QString &words) {
            m_tally->flowFailed(outcome, step, status, words, elapsed());
            flowEnded();
        };
        for (int i = 0; i < std::min(options.parallel, options.count); ++i)
            m_lanes.push_back(std::make_unique<FlowLane>(options, m_trusted, listener));
        m_tell.start();
        if (options.perSecond > 0)
            m_pace.start(milliseconds(std::max(1, 1000 / options.perSecond)));
        beginDue();
    }

    milliseconds elapsed() const { return milliseconds(m_time.elapsed()); }
    FlowProgress progress() const { return m_tally->progress(elapsed(), m_begun - m_ended); }

    /// How many flows should have begun by now. Where the server was too slow for a while, the lanes catch up.
    int due() const
    {
        const FlowRunOptions &options = m_result.options;
        if (options.perSecond == 0)
            return options.count;
        return int(std::min(qint64(options.count), m_time.elapsed() * options.perSecond / 1000 + 1));
    }

    void beginDue()
    {
        const int most = due();
        for (const auto &lane : m_lanes) {
            if (m_begun >= most)
                return;
            if (lane->isBusy())
                continue;
            const int index = m_begun++;
            lane->begin(index, m_range->at(index));
        }
    }

    void flowEnded()
    {
        ++m_ended;
        if (m_ended < m_result.options.count)
            return beginDue();
        // Not from within the lane that has just told of its end.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_range)
                    finish();
            },
            Qt::QueuedConnection);
    }

    void finish()
    {
        m_tell.stop();
        m_pace.stop();
        if (m_tally)
            m_result.progress = m_tally->progress(elapsed(), 0);
        else
            m_result.progress.total = m_result.options.count;
        m_result.tally = std::exchange(m_tally, {});
        m_lanes.clear();
        m_range.reset();
        if (m_scout) {
            m_scout->abort();
            m_scout.release()->deleteLater(); // it may be the one that calls
        }
        m_listener.finished(m_result);
    }

    const Clock &m_clock;
    const Listener m_listener;
    QTimer m_tell;
    QTimer m_pace;
    QElapsedTimer m_time;
    FlowRunResult m_result;
    std::shared_ptr<FlowTally> m_tally;
    std::unique_ptr<PhoneRange> m_range; ///< null: nothing runs
    QList<QSslCertificate> m_trusted;
    std::unique_ptr<KeepAliveConnection> m_scout;
    std::vector<std::unique_ptr<FlowLane>> m_lanes;
    int m_begun = 0;
    int m_ended = 0;
};

FlowRun::FlowRun(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

FlowRun::~FlowRun()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->stop(); });
    m_thread.quit();
    m_thread.wait();
}

Result<void> FlowRun::start(const FlowRunOptions &options)
{
    if (m_running)
        return {ErrorCode::Busy, u"a run is under way"_s};
    if (const Result<void> checked = options.check(); !checked)
        return checked;
    if (!m_worker) {
        m_worker = new Worker(m_clock, {[this](const FlowProgress &progress) { Q_EMIT progressed(progress); },
                                        [this](const FlowRunResult &result) {
                                            const auto tell = [this, result] {
                                                m_running = false;
                                                Q_EMIT finished(result);
                                            };
                                            QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
                                        }});
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.setObjectName(u"flow run"_s);
        m_thread.start();
    }
    m_running = true;
    const PhoneRange range = *PhoneRange::create(options.firstPhone, options.count);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, options, range] { worker->start(options, range); });
    return {};
}

void FlowRun::stop()
{
    if (m_running)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->stop(); });
}

} // namespace smsauth
