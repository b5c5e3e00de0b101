// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QStackedWidget;

namespace smsauth {

class GatewayEditor;
struct GatewayDraft;
class GatewayList;
class GatewayPage;
class InlineNotice;
class SecretStoreNotice;
class SimulatorPage;

/// Which gateway sends, and whether its credentials are good; and the editor of those that a person describes.
class ProvidersPanel : public Panel
{
    Q_OBJECT

public:
    explicit ProvidersPanel(const PanelContext &context, QWidget *parent = nullptr);
    ~ProvidersPanel() override;

    QString title() const override;
    QString iconName() const override;
    /// argument: the id of a gateway.
    void open(const QString &argument) override;
    void focusFilter() override;
    bool undo() override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void take(QList<ProviderInfo> infos);
    void showChosen(const QString &id);
    GatewayPage *pageOf(const ProviderInfo &info);
    void useSimulator();

    void addOwn();
    void edit(const QString &id);
    void copy(const QString &id);
    void remove(const QString &id);
    void openEditor(const GatewayDraft &draft);
    void leaveEditor();

    QStackedWidget *m_pages; ///< the gateways, or the editor
    GatewayList *m_list;
    QStackedWidget *m_stack;
    SimulatorPage *m_simulator;
    GatewayEditor *m_editor = nullptr; ///< made when it is needed first
    InlineNotice *m_notice;            ///< the list could not be read
    SecretStoreNotice *m_store;
    QMap<QString, GatewayPage *> m_gatewayPages;
    Undo *m_removal;
    QString m_removing;                    ///< hidden, and deleted when it can no longer be taken back
    std::function<void()> m_backToEditing; ///< with what was not saved
    Latest m_asking, m_askingStore, m_reading;
};

std::unique_ptr<Panel> makeProvidersPanel(const PanelContext &context);

} // namespace smsauth
