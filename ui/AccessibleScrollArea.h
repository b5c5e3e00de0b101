// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace smsauth {

/// Lets assistive technology walk through scroll areas of our own. Qt's interface reads past the end of a list when
/// it is asked for a child that has gone since the children were counted, such as a scroll bar that is no longer
/// needed, and the program ends. Once, before the first window; GUI thread.
void installAccessibleScrollAreas();

} // namespace smsauth
