// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "ui/widgets/PhoneFilter.h"

namespace smsauth {

/// What a line like `to:+12025550101 status:failed,blocked provider:twilio 21211` asks of the send log. Bare text
/// that looks like a phone is one. What the store cannot look up is compared here.
struct SendLogFilter
{
    PhoneFilter phone;
    QList<MessageState> states; ///< empty: all
    QString provider;           ///< empty: all
    QStringList words;          ///< each must occur somewhere in the row
    QStringList problems;       ///< translated sentences about what was not understood

    static SendLogFilter parse(const QString &text);

    bool isEmpty() const { return phone.isEmpty() && states.isEmpty() && provider.isEmpty() && words.isEmpty(); }
    MessageQuery query(RowId before, int limit) const;
    bool accepts(const MessageRecord &message) const;
};

} // namespace smsauth
