// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAdmin: what happens in a server
#include "tests/support/FakeAdmin.h"

#include <algorithm>

namespace smsauth {

using namespace Qt::StringLiterals;

CodeRecord FakeAdmin::addCode(const PhoneNumber &phone, CodeState state, const QString &code)
{
    CodeRecord row;
    row.id = ++m_lastId;
    row.phone = phone;
    row.code = isLive() || state != CodeState::Live ? QString() : code;
    row.createdAt = clock.now();
    row.expiresAt = clock.now() + seconds(60);
    row.maxTries = 5;
    row.state = state;
    codeRows.prepend(row);
    recount();
    Q_EMIT changed(Topic::Codes);
    return row;
}

MessageRecord FakeAdmin::addMessage(const PhoneNumber &phone, MessageState state, const QString &code)
{
    MessageRecord row;
    row.id = ++m_lastId;
    row.createdAt = clock.now();
    row.expiresAt = clock.now() + seconds(60);
    row.phone = phone;
    row.provider = statusNow.provider;
    row.state = state;
    if (!isLive()) {
        row.code = code;
        row.text = u"Your auth code: "_s + code;
    }
    if (state != MessageState::Queued && state != MessageState::Blocked) {
        const bool failed = state == MessageState::Failed;
        row.attempts = {{clock.now(), row.provider, failed ? 400 : 200, failed ? u"21211"_s : QString(),
                         failed ? u"The number is not valid."_s : QString(), 12}};
        row.reason = failed ? u"The number is not valid."_s : QString();
        row.providerMessageId = failed ? QString() : u"msg-%1"_s.arg(row.id);
    }
    if (state == MessageState::Blocked)
        row.reason = u"limit phone: 5 per 3600 s"_s;
    messageRows.prepend(row);
    recount();
    serveWaiters();
    Q_EMIT changed(Topic::Messages);
    return row;
}

UserRecord FakeAdmin::addUser(const PhoneNumber &phone)
{
    UserRecord row;
    row.id = ++m_lastId;
    row.phone = phone;
    row.username = phone.e164();
    row.createdAt = clock.now();
    row.lastSignInAt = clock.now();
    userRows.prepend(row);
    Q_EMIT changed(Topic::Users);
    return row;
}

MessageRecord FakeAdmin::signIn(const PhoneNumber &phone, const QString &code)
{
    for (CodeRecord &old : codeRows) {
        if (old.phone == phone && old.state == CodeState::Live) {
            old.state = CodeState::Superseded;
            old.code.clear();
        }
    }
    addCode(phone, CodeState::Live, code);
    const MessageRecord message = addMessage(phone, isLive() ? MessageState::Sent : MessageState::Delivered, code);
    codeRows.first().messageId = message.id;
    codeRows.first().messageState = message.state;
    return message;
}

UserRecord FakeAdmin::verify(const PhoneNumber &phone)
{
    for (CodeRecord &row : codeRows) {
        if (row.phone == phone && row.state == CodeState::Live) {
            row.state = CodeState::Used;
            row.code.clear();
            row.tries += 1;
            for (MessageRecord &message : messageRows) {
                if (message.id == row.messageId)
                    message.verifiedAt = clock.now();
            }
            break;
        }
    }
    statusNow.verifiedToday += 1;
    recount();
    Q_EMIT changed(Topic::Codes);
    for (UserRecord &row : userRows) {
        if (row.phone == phone) {
            row.lastSignInAt = clock.now();
            Q_EMIT changed(Topic::Users);
            return row;
        }
    }
    return addUser(phone);
}

void FakeAdmin::goLive(const QString &provider)
{
    statusNow.mode = provider == u"sandbox" ? Mode::Simulated : Mode::Live;
    statusNow.provider = provider;
    faultsChanged();
    settingsNow.values.insert(u"SMS_AUTH_PROVIDER"_s, provider);
    for (ProviderInfo &info : providerRows)
        info.active = info.id == provider;
    if (isLive()) {
        for (CodeRecord &row : codeRows)
            row.code.clear();
    }
    Q_EMIT changed(Topic::Providers);
    Q_EMIT changed(Topic::Settings);
    Q_EMIT changed(Topic::Status);
}

void FakeAdmin::update(const MessageRecord &message)
{
    for (MessageRecord &row : messageRows) {
        if (row.id == message.id)
            row = message;
    }
    recount();
    Q_EMIT changed(Topic::Messages);
}

void FakeAdmin::expire()
{
    for (CodeRecord &row : codeRows) {
        if (row.state == CodeState::Live && row.expiresAt <= clock.now()) {
            row.state = CodeState::Expired;
            row.code.clear();
        }
    }
    recount();
    Q_EMIT changed(Topic::Codes);
}

void FakeAdmin::recount()
{
    const auto codesIn = [this](CodeState state) {
        return std::count_if(codeRows.begin(), codeRows.end(),
                             [state](const CodeRecord &row) { return row.state == state; });
    };
    const auto messagesIn = [this](const QList<MessageState> &states) {
        return std::count_if(messageRows.begin(), messageRows.end(), [&](const MessageRecord &row) {
            return std::find(states.begin(), states.end(), row.state) != states.end();
        });
    };
    using enum MessageState;
    statusNow.liveCodes = codesIn(CodeState::Live);
    cleanup.expiredNow = codesIn(CodeState::Expired);
    statusNow.queued = messagesIn({Queued, Sending});
    statusNow.sentToday = messagesIn({Sent, Delivered, Undelivered});
    statusNow.failedToday = messagesIn({std::begin(FailedStates), std::end(FailedStates)});
    statusNow.blockedToday = messagesIn({Blocked});
    Q_EMIT changed(Topic::Status);
}

void FakeAdmin::faultsChanged()
{
    statusNow.faults = isLive() ? 0 : int(faultRows.size());
    statusNow.warnings.removeAll(u"faults_on"_s);
    if (statusNow.faults > 0)
        statusNow.warnings.append(u"faults_on"_s);
    Q_EMIT changed(Topic::Status);
}

} // namespace smsauth
