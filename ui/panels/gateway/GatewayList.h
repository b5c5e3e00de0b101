// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QPushButton;

namespace smsauth {

/// All gateways, to be searched and put in an order that is remembered, and below them what makes a new one.
class GatewayList : public QWidget
{
    Q_OBJECT

public:
    static const QString Simulator; ///< its id

    explicit GatewayList(const PanelContext &context, QWidget *parent = nullptr);

    /// unsaved: whether something on this gateway's page is not saved yet.
    void setInfos(const QList<ProviderInfo> &infos, const std::function<bool(const QString &id)> &unsaved);
    /// What stands beside the name of one of them has changed.
    void updateNote(const QString &id, bool unsaved);
    /// In the order of the list.
    const QList<ProviderInfo> &infos() const { return m_infos; }
    const ProviderInfo *info(const QString &id) const;
    QString chosenId() const;
    /// Chosen as soon as it is known.
    void select(const QString &id);
    QListWidget *list() const { return m_list; }
    void focusSearch();

Q_SIGNALS:
    void chosen(const QString &id);
    void addWanted();
    void copyWanted(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void rebuild();
    void filter();
    QListWidgetItem *itemOf(const QString &id) const;
    void tellChosen();
    void move(int step);
    void keepOrder();
    void showListMenu(const QPoint &place);
    void fillAddMenu();

    UiState &m_state;
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_add;
    QMenu *m_addMenu;
    QList<ProviderInfo> m_infos;
    QStringList m_unsaved;
    QString m_wanted; ///< to be selected as soon as it is known
};

} // namespace smsauth
