// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SandboxInbox.h"

#include <algorithm>

namespace smsauth {

/// The engine behind a SandboxInbox: messages in memory, answers at once or when the test lets them go.
class FakeInbox
{
public:
    QList<MessageRecord> messages; ///< oldest first
    QList<RowId> withLiveCode;
    Error failure; ///< every question fails with it while failing is true
    bool failing = false;
    bool hold = false;
    QList<std::function<void()>> held;
    int questions = 0;

    MessageRecord &add(RowId id, const QString &phone, MessageState state = MessageState::Delivered)
    {
        MessageRecord message;
        message.id = id;
        message.phone = PhoneNumber::fromStored(phone);
        message.state = state;
        message.code = QStringLiteral("48%1").arg(id, 2, 10, QLatin1Char('0'));
        message.text = QStringLiteral("Your auth code: ") + message.code;
        message.createdAt = fromMs(1'767'260'467'212);
        messages.append(message);
        return messages.last();
    }

    void release()
    {
        const auto waiting = std::exchange(held, {});
        for (const auto &action : waiting)
            action();
    }

    SandboxInbox::Backend backend()
    {
        using Messages = QList<MessageRecord>;
        return {
            .messages =
                [this](const PhoneNumber &phone, RowId after, int limit, const SandboxInbox::Done<Messages> &done) {
                    answer<Messages>(done, [=, this]() -> Result<Messages> {
                        return select(phone, limit, [after](const MessageRecord &m) { return m.id > after; });
                    });
                },
            .liveMessages =
                [this](const PhoneNumber &phone, const SandboxInbox::Done<Messages> &done) {
                    answer<Messages>(done, [=, this]() -> Result<Messages> {
                        return select(phone, 1000,
                                      [this](const MessageRecord &m) { return withLiveCode.contains(m.id); });
                    });
                },
            .removeMessages =
                [this](const PhoneNumber &phone, const SandboxInbox::Done<qint64> &done) {
                    answer<qint64>(done, [=, this]() -> Result<qint64> {
                        return qint64(messages.removeIf([&](const MessageRecord &m) { return m.phone == phone; }));
                    });
                },
            .reset =
                [this](const PhoneNumber &phone, const SandboxInbox::Done<void> &done) {
                    answer<void>(done, [=, this]() -> Result<void> {
                        messages.removeIf([&](const MessageRecord &m) { return m.phone == phone; });
                        return {};
                    });
                }};
    }

private:
    template<class Condition>
    QList<MessageRecord> select(const PhoneNumber &phone, int limit, Condition condition) const
    {
        QList<MessageRecord> selected;
        for (auto it = messages.rbegin(); it != messages.rend() && selected.size() < limit; ++it) {
            if ((phone.isNull() || it->phone == phone) && condition(*it))
                selected.append(*it);
        }
        return selected;
    }

    template<class T, class Ask>
    void answer(const SandboxInbox::Done<T> &done, Ask ask)
    {
        ++questions;
        const Result<T> result = failing ? Result<T>(failure) : ask();
        if (hold)
            held.append([done, result] { done(result); });
        else
            done(result);
    }
};

} // namespace smsauth
