// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/LogExport.h"
#include "ui/panels/RecordPanel.h"
#include "ui/widgets/TableModel.h"

namespace smsauth {

class LogActions;
class LogExportCard;
class SavedFilters;
class SearchFooter;

/// What went out, whether it arrived and why not: newest first, with every attempt in the gateway's own words.
class SendLogPanel : public RecordPanel
{
    Q_OBJECT

public:
    explicit SendLogPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    /// argument: the id of a message, a phone number, or a filter such as "status:failed last:24h".
    void open(const QString &argument) override;
    bool undo() override;
    void refresh() override;

private:
    using Model = TableModel<MessageRecord>;

    void build();
    void askAnew() override;
    void updateEmptyState() override;
    void showCurrent() override;
    void onSettled() override;
    void onEmptyAction() override;
    void checkFilter();
    void learnProviders();
    void showNothing();
    void showLinked(RowId id);

    Model *m_model;
    LogActions *m_actions;
    LogExportCard *m_export;
    SavedFilters *m_saved;
    SearchFooter *m_footer;
    Latest m_linked, m_providersAsked;
    ParsedLogFilter m_parsed;         ///< of what stands in the field
    std::optional<LogFilter> m_asked; ///< of what is in the list; none: nothing was asked for
    bool m_isWrong = false;           ///< the filter cannot be used, and not because it is only begun
    Cancellation m_cancellation;      ///< of the questions for the list
    QStringList m_providers{QStringLiteral("sandbox")}; ///< ids, to be suggested
    RowId m_wanted = 0;                                 ///< to be selected as soon as it is loaded
    MessageRecord m_outside;                            ///< shown although it is not in the list
};

std::unique_ptr<Panel> makeSendLogPanel(const PanelContext &context);

} // namespace smsauth
