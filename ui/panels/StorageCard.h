// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QPushButton;

namespace smsauth {

class InlineNotice;

/// The database as a whole: what it takes up, back up, restore.
class StorageCard : public QFrame
{
    Q_OBJECT

public:
    explicit StorageCard(const PanelContext &context, QWidget *parent = nullptr);

    void refresh();
    /// Writes a back-up; `overwrite`: a person has agreed to that.
    void backUp(const QString &file, bool overwrite);
    void focusRestore();
    /// Looks at the file and asks whether it shall take the place of the database.
    void offerRestore(const QString &file);

private:
    void build();
    void showState();
    bool isBusy() const;
    void compact(bool rebuild);
    void askToRebuild();
    void chooseTarget();
    void chooseBackup();
    void askToRestore(const BackupCheck &check);
    void restore(const QString &file);
    void startServer();
    void verifyTrail();

    const PanelContext m_context;
    QLabel *m_text;
    QLabel *m_busy;
    QPushButton *m_compact;
    QPushButton *m_backUp;
    QPushButton *m_restore;
    QPushButton *m_cancel;
    InlineNotice *m_notice;
    InlineNotice *m_trail; ///< what is the matter with the audit trail that was restored
    std::optional<StorageSize> m_size;
    Latest m_asking, m_compacting, m_writing, m_checking, m_restoring, m_verifying;
};

} // namespace smsauth
