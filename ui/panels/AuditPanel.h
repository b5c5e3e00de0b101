// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/RecordPanel.h"
#include "ui/widgets/Latest.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/TableModel.h"

#include <QElapsedTimer>

class QPushButton;

namespace smsauth {

/// Who did what, and whether somebody has changed that afterwards.
class AuditPanel : public RecordPanel
{
    Q_OBJECT

public:
    explicit AuditPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    /// "verify": verifies the trail at once.
    void open(const QString &argument) override;
    void refresh() override;

private:
    using Model = TableModel<AuditRecord>;

    QList<Model::Column> columns() const;
    void askAnew() override;
    void updateEmptyState() override;
    void showCurrent() override;
    void onEmptyAction() override;
    Details detailsOf(const AuditRecord &row) const;
    const AuditFinding *findingOf(RowId id) const;
    void verify();
    void showVerdict(const Result<AuditVerdict> &verdict);
    void showFailure(const Error &error);

    Model *m_model;
    QPushButton *m_verify;
    InlineNotice *m_verdictLine;
    Latest m_verifying;
    QElapsedTimer m_began;
    std::optional<Error> m_failure;        ///< why there is no verdict
    std::optional<AuditVerdict> m_verdict; ///< what is on screen; none: nobody has asked
    bool m_isQuick = false;                ///< verifying again costs nobody anything
    bool m_verifyAgain = false;            ///< the trail has grown while it was being verified
};

std::unique_ptr<Panel> makeAuditPanel(const PanelContext &context);

} // namespace smsauth
