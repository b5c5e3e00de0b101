// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QBoxLayout;
class QScrollArea;

namespace smsauth {

class CleanupHistory;
class CleanupSettings;
class ExpiredCodesCard;
class StorageCard;

/// How much has expired, when it goes, what of the send log is kept, and the database as a whole.
class CleanupPanel : public Panel
{
    Q_OBJECT

public:
    explicit CleanupPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    /// "database": to the card where a back-up is restored.
    void open(const QString &argument) override;
    bool undo() override;
    void refresh() override;

    StorageCard *storage() const { return m_storage; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void askStatus();

    QWidget *m_page;
    QScrollArea *m_scroll = nullptr;
    QBoxLayout *m_columns; ///< beside each other where there is room
    ExpiredCodesCard *m_expired;
    CleanupSettings *m_settings;
    CleanupHistory *m_history;
    StorageCard *m_storage;
    Latest m_asking;
};

std::unique_ptr<Panel> makeCleanupPanel(const PanelContext &context);

} // namespace smsauth
