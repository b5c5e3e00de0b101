// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

#include <memory>
#include <span>

namespace smsauth {

struct PanelEntry
{
    const char *id; ///< stable: navigation, remembered page
    std::unique_ptr<Panel> (*make)(const PanelContext &context);
};

/// All pages in the order of the sidebar.
std::span<const PanelEntry> panels();
/// The page of this id; null when there is none. For tests that need a single page.
std::unique_ptr<Panel> makePanel(const QString &id, const PanelContext &context);

} // namespace smsauth
