// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace smsauth {

class GatewayPage;
class InlineNotice;
class SimulatorPage;

/// Which gateway sends, and whether its credentials are good.
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
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void take(const QList<ProviderInfo> &infos);
    void rebuildList();
    QString stateOf(const ProviderInfo &info) const;
    void filterList();
    void showChosen();
    void select(const QString &id);
    GatewayPage *pageOf(const ProviderInfo &info);
    const ProviderInfo *infoOf(const QString &id) const;
    void showSecretStore();
    void unlock();

    QWidget *m_side;
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    SimulatorPage *m_simulator;
    InlineNotice *m_notice;      ///< the list could not be read
    InlineNotice *m_secretStore; ///< the keyring
    QMap<QString, GatewayPage *> m_pages;
    QList<ProviderInfo> m_infos;
    QString m_wanted;         ///< to be selected as soon as it is known
    bool m_wasLocked = false; ///< a page was told so before the status knew
    Latest m_asking, m_unlocking;
};

std::unique_ptr<Panel> makeProvidersPanel(const PanelContext &context);

} // namespace smsauth
