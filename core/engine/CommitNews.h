// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/Stores.h"

#include <QObject>
#include <mutex>

namespace smsauth {

class SmsSender;

/// Brings what the storage thread has committed to the server thread, where it lives: many commits in one signal.
/// What is to be sent wakes the sender at once.
class CommitNews : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Storage thread.
    void note(const Changes &changes);
    /// Whom to wake; null: nobody. It must live until another one is set. Wakes a new one, too.
    void setSender(SmsSender *sender);

Q_SIGNALS:
    void committed(const smsauth::Changes &changes);

private:
    void tell();

    std::mutex m_mutex; ///< guards all below
    SmsSender *m_sender = nullptr;
    Changes m_untold;
    bool m_isTelling = false;
};

} // namespace smsauth
