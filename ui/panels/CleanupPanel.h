// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

namespace smsauth {

class CleanupSettings;
class ExpiredCodesCard;

/// How much has expired, when it goes, and what of the send log is kept.
class CleanupPanel : public Panel
{
    Q_OBJECT

public:
    explicit CleanupPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    bool undo() override;
    void refresh() override;

    /// For how long a clear can be taken back; 8 s by default.
    void setUndoTime(milliseconds time);

private:
    void askStatus();

    ExpiredCodesCard *m_expired;
    CleanupSettings *m_settings;
    Latest m_asking;
};

std::unique_ptr<Panel> makeCleanupPanel(const PanelContext &context);

} // namespace smsauth
