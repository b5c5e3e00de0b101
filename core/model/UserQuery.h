// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Cancellation.h"
#include "core/model/Records.h"

namespace smsauth {

/// A question for a page of users, newest first.
struct UserQuery
{
    /// A part of the phone number, however it is written, of the user name, the name or the e-mail address; empty:
    /// all.
    QString find;
    RowId before = 0; ///< only ids below; 0: from the newest
    int limit = 200;  ///< 1–1000
    Cancellation cancellation;
};

} // namespace smsauth
