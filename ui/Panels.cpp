// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Panels.h"

// One line a page, in the order of the sidebar: its id and the X of its makeXPanel(), which is in
// ui/panels/XPanel.cpp.
#define SMSAUTH_PANELS(PANEL)                                                                                      \
    PANEL("overview", Overview)                                                                                    \
    PANEL("codes", Codes)                                                                                          \
    PANEL("try-it", TryIt)                                                                                         \
    PANEL("send-log", SendLog)                                                                                     \
    PANEL("providers", Providers)                                                                                  \
    PANEL("protection", Protection)                                                                                \
    PANEL("cleanup", Cleanup)                                                                                      \
    PANEL("users", Users)                                                                                          \
    PANEL("audit", Audit)                                                                                          \
    PANEL("settings", Settings)

namespace smsauth {

#define SMSAUTH_DECLARE(id, name) std::unique_ptr<Panel> make##name##Panel(const PanelContext &context);
SMSAUTH_PANELS(SMSAUTH_DECLARE)
#undef SMSAUTH_DECLARE

std::span<const PanelEntry> panels()
{
#define SMSAUTH_ENTRY(id, name) PanelEntry{id, &make##name##Panel},
    static constexpr PanelEntry entries[] = {SMSAUTH_PANELS(SMSAUTH_ENTRY)};
#undef SMSAUTH_ENTRY
    return entries;
}

std::unique_ptr<Panel> makePanel(const QString &id, const PanelContext &context)
{
    for (const PanelEntry &entry : panels()) {
        if (id == QLatin1StringView(entry.id))
            return entry.make(context);
    }
    return nullptr;
}

} // namespace smsauth
