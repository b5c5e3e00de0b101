// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowRunner.h"

#include "core/flow/FlowCheckWalk.h"
#include "core/flow/FlowRequests.h"
#include "core/flow/HttpExchanger.h"
#include "core/flow/ServerCertificate.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

Result<void> checkTarget(const FlowTarget &target)
{
    const QString scheme = target.server.scheme();
    if (target.server.isValid() && !target.server.host().isEmpty() && (scheme == "http"_L1 || scheme == "https"_L1))
        return {};
    return {ErrorCode::InvalidInput, u"The server's address is not an http or https URL"_s};
}

/// The three steps one after the other, on the exchanger's thread.
class Walk : public std::enable_shared_from_this<Walk>
{
public:
    using Done = std::function<void(FlowReport)>;

    Walk(HttpExchanger &exchanger, FlowTarget target, QString phone, std::function<void(const Exchange &)> seen,
         Done done)
        : m_exchanger(exchanger)
        , m_target(std::move(target))
        , m_phone(std::move(phone))
        , m_seen(std::move(seen))
        , m_done(std::move(done))
    {
    }

    void start()
    {
        send(signInRequest(m_target, m_phone), [](Walk &walk, const Exchange &) { walk.waitForCode(); });
    }

private:
    using Next = void (*)(Walk &, const Exchange &);

    void waitForCode()
    {
        send(waitRequest(m_target, m_phone), [](Walk &walk, const Exchange &answer) {
            walk.m_report.code = codeIn(answer);
            walk.verify();
        });
    }

    void verify()
    {
        send(verifyRequest(m_target, m_phone, m_report.code), [](Walk &walk, const Exchange &answer) {
            walk.m_report.token = tokenIn(answer.responseBody);
            walk.m_report.completed = true;
            walk.m_done(std::move(walk.m_report));
        });
    }

    void send(Exchange request, Next next)
    {
        m_exchanger.send(std::move(request), FlowRunner::Deadline,
                         [self = shared_from_this(), next](Exchange exchange) {
                             self->m_seen(exchange);
                             self->m_report.duration += exchange.duration;
                             const bool succeeded = exchange.succeeded();
                             self->m_report.exchanges.append(exchange);
                             if (succeeded)
                                 next(*self, exchange);
                             else
                                 self->m_done(std::move(self->m_report));
                         });
    }

    HttpExchanger &m_exchanger;
    const FlowTarget m_target;
    const QString m_phone;
    const std::function<void(const Exchange &)> m_seen;
    const Done m_done;
    FlowReport m_report;
};

/// A future that starts the work on the exchanger's thread; work gets a function that gives the answer.
template<class T, class Work>
QFuture<Result<T>> onThread(HttpExchanger *worker, const FlowTarget &target, Work work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto answer = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (const Result<void> checked = checkTarget(target); !checked)
        answer(checked.error());
    else
        QMetaObject::invokeMethod(worker, [worker, file = target.certificateFile, work = std::move(work), answer] {
            worker->setTrusted(serverCertificate(file));
            work(answer);
        });
    return promise->future();
}

} // namespace

FlowRunner::FlowRunner(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_exchanger(new HttpExchanger(m_clock))
{
    m_thread.setObjectName(u"flow"_s);
    m_exchanger->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_exchanger, &QObject::deleteLater);
    m_thread.start();
}

FlowRunner::~FlowRunner()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<Exchange>> FlowRunner::signIn(const FlowTarget &target, const QString &phone)
{
    return onThread<Exchange>(m_exchanger, target, [this, target, phone](const auto &answer) {
        m_exchanger->send(signInRequest(target, phone), Deadline, [this, answer](const Exchange &exchange) {
            Q_EMIT exchanged(exchange);
            answer(exchange);
        });
    });
}

QFuture<Result<Exchange>> FlowRunner::verify(const FlowTarget &target, const QString &phone, const QString &code)
{
    return onThread<Exchange>(m_exchanger, target, [this, target, phone, code](const auto &answer) {
        m_exchanger->send(verifyRequest(target, phone, code), Deadline, [this, answer](const Exchange &exchange) {
            Q_EMIT exchanged(exchange);
            answer(exchange);
        });
    });
}

QFuture<Result<FlowReport>> FlowRunner::walk(const FlowTarget &target, const QString &phone)
{
    return onThread<FlowReport>(m_exchanger, target, [this, target, phone](const auto &answer) {
        std::make_shared<Walk>(
            *m_exchanger, target, phone, [this](const Exchange &exchange) { Q_EMIT exchanged(exchange); },
            [answer](FlowReport report) { answer(std::move(report)); })
            ->start();
    });
}

QFuture<Result<FlowCheckReport>> FlowRunner::check(const FlowTarget &target, FlowCheck check,
                                                   const FlowCheckOptions &options)
{
    return onThread<FlowCheckReport>(m_exchanger, target, [this, target, check, options](const auto &answer) {
        auto *walk = new FlowCheckWalk(*m_exchanger, target, check, options,
                                       {[this](const Exchange &exchange) { Q_EMIT exchanged(exchange); },
                                        [answer](FlowCheckReport report) { answer(std::move(report)); }});
        walk->start();
    });
}

void FlowRunner::cancel()
{
    QMetaObject::invokeMethod(m_exchanger, [exchanger = m_exchanger] {
        for (FlowCheckWalk *walk : exchanger->findChildren<FlowCheckWalk *>())
            walk->stop();
        exchanger->abortAll();
    });
}

} // namespace smsauth
