// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/FlowCheckWalk.h"

#include "core/flow/FlowRequests.h"
#include "core/flow/HttpExchanger.h"

#include <QPointer>

namespace smsauth {

using Verdict = FlowCheckReport::Verdict;

FlowCheckWalk::FlowCheckWalk(HttpExchanger &exchanger, const FlowTarget &target, FlowCheck check,
                             const FlowCheckOptions &options, Listener listener)
    : QObject(&exchanger)
    , m_exchanger(exchanger)
    , m_target(target)
    , m_options(options)
    , m_phone(phoneOf(check))
    , m_listener(std::move(listener))
{
    m_report.check = check;
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this,
            [this] { send(verifyRequest(m_target, m_phone, m_code), &FlowCheckWalk::judge, true); });
}

FlowCheckWalk::~FlowCheckWalk()
{
    end(Verdict::Stopped, {});
}

void FlowCheckWalk::start()
{
    if (m_report.check == FlowCheck::BadNumber)
        send(signInRequest(m_target, m_phone), &FlowCheckWalk::judge, true);
    else
        send(resetRequest(m_target, m_phone), &FlowCheckWalk::ask);
}

void FlowCheckWalk::stop()
{
    m_wait.stop();
    end(Verdict::Stopped, {});
}

void FlowCheckWalk::ask(const Exchange &)
{
    const bool tooSoon = m_report.check == FlowCheck::TooSoon;
    send(signInRequest(m_target, m_phone), tooSoon ? &FlowCheckWalk::askAgain : &FlowCheckWalk::await);
}

void FlowCheckWalk::askAgain(const Exchange &)
{
    send(signInRequest(m_target, m_phone), &FlowCheckWalk::judge, true);
}

void FlowCheckWalk::await(const Exchange &)
{
    send(waitRequest(m_target, m_phone), &FlowCheckWalk::takeCode);
}

void FlowCheckWalk::takeCode(const Exchange &answer)
{
    m_code = codeIn(answer);
    if (m_code.isEmpty())
        return end(Verdict::NotTried, answer);
    switch (m_report.check) {
    case FlowCheck::WrongCode:
        return send(verifyRequest(m_target, m_phone, wrongCode()), &FlowCheckWalk::judge, true);
    case FlowCheck::ExpiredCode:
        return m_wait.start(m_options.waitOf(m_report.check));
    case FlowCheck::UsedTwice:
        return send(verifyRequest(m_target, m_phone, m_code), &FlowCheckWalk::verifyRightly);
    case FlowCheck::TooManyTries:
        return tryWrongly(answer);
    case FlowCheck::TooSoon:
    case FlowCheck::BadNumber:
        break;
    }
    Q_UNREACHABLE();
}

void FlowCheckWalk::tryWrongly(const Exchange &)
{
    if (m_tries++ < m_options.maxTries)
        send(verifyRequest(m_target, m_phone, wrongCode()), &FlowCheckWalk::tryWrongly, true);
    else
        verifyRightly({});
}

/// The right code, which must not be good any more.
void FlowCheckWalk::verifyRightly(const Exchange &)
{
    send(verifyRequest(m_target, m_phone, m_code), &FlowCheckWalk::judge, true);
}

void FlowCheckWalk::judge(const Exchange &answer)
{
    const bool expected = expectedStatuses(m_report.check, m_options).contains(answer.status);
    end(expected ? Verdict::AsExpected : Verdict::Otherwise, answer);
}

void FlowCheckWalk::send(Exchange request, Next next, bool mayFail)
{
    m_exchanger.send(std::move(request), FlowRunner::Deadline,
                     [self = QPointer(this), next, mayFail](const Exchange &answer) {
                         if (!self || !self->m_listener.done)
                             return;
                         self->m_listener.seen(answer);
                         if (answer.status == 0 || (!mayFail && !answer.succeeded()))
                             self->end(Verdict::NotTried, answer);
                         else
                             ((*self).*next)(answer);
                     });
}

void FlowCheckWalk::end(Verdict verdict, const Exchange &answer)
{
    const auto done = std::exchange(m_listener.done, {});
    if (!done)
        return;
    m_report.verdict = verdict;
    m_report.answer = answer;
    deleteLater();
    done(m_report);
}

QString FlowCheckWalk::wrongCode() const
{
    QString code = m_code;
    const int last = code.back().digitValue();
    code.back() = QChar(u'0' + (last + 1) % 10);
    return code;
}

} // namespace smsauth
