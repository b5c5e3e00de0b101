// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace smsauth {

class GatewayEditor;
struct GatewayDraft;
class GatewayPage;
class InlineNotice;
class SecretStoreHelp;
class SimulatorPage;

/// Which gateway sends, and whether its credentials are good; and the editor of those that a person describes.
class ProvidersPanel : public Panel
{
    Q_OBJECT

public:
    explicit ProvidersPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    /// argument: the id of a gateway.
    void open(const QString &argument) override;
    void focusFilter() override;
    bool undo() override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildSide();
    void take(const QList<ProviderInfo> &infos);
    void rebuildList();
    QString stateOf(const ProviderInfo &info) const;
    void filterList();
    void showChosen();
    void select(const QString &id);
    QString chosenId() const;
    GatewayPage *pageOf(const ProviderInfo &info);
    const ProviderInfo *infoOf(const QString &id) const;

    void move(int step);
    void keepOrder();
    void showListMenu(const QPoint &place);

    void fillAddMenu();
    void addOwn();
    void edit(const QString &id);
    void copy(const QString &id);
    void remove(const QString &id);
    void openEditor(const GatewayDraft &draft);
    void leaveEditor();

    void showSecretStore();
    void unlock();
    void useOtherStore(OtherSecretStore store, const Secret &passphrase);

    QStackedWidget *m_pages; ///< the gateways, or the editor
    QWidget *m_side;
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_add;
    QMenu *m_addMenu;
    QStackedWidget *m_stack;
    SimulatorPage *m_simulator;
    GatewayEditor *m_editor = nullptr; ///< made when it is needed first
    InlineNotice *m_notice;            ///< the list could not be read
    InlineNotice *m_memory;            ///< where credentials go
    SecretStoreHelp *m_storeHelp;      ///< the secret store cannot be used
    QMap<QString, GatewayPage *> m_gatewayPages;
    QList<ProviderInfo> m_infos;
    QString m_wanted;                  ///< to be selected as soon as it is known
    std::optional<Error> m_storeError; ///< what the secret store said last
    std::function<void()> m_undo;
    Latest m_asking, m_askingStore, m_unlocking, m_reading, m_changing;
};

std::unique_ptr<Panel> makeProvidersPanel(const PanelContext &context);

} // namespace smsauth
