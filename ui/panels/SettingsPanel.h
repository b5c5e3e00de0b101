// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SettingsList.h"
#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace smsauth {

class InlineNotice;
class MessagePreview;
class SettingRow;

/// Every setting of settingsList(), by group: what it is, where it comes from, and how to change it.
class SettingsPanel : public Panel
{
    Q_OBJECT

public:
    explicit SettingsPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    /// argument: the key of a setting.
    void open(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;

private:
    struct Group
    {
        QWidget *box;
        QString title;
        QList<SettingRow *> rows;
    };

    void build();
    QWidget *buildBar();
    void buildRows(QVBoxLayout *layout);
    SettingRow *row(QStringView key) const;
    QList<SettingRow *> rows() const;
    void take(const SettingsView &view);
    void filter();
    void updateBar();
    void showPreview();
    /// Rules over several settings, as soon as each is good by itself.
    void checkTogether();
    void showRow(SettingRow *row);

    void apply();
    void send(const QJsonObject &changes);
    SettingRow *rowOf(const Error &error) const;
    void showRefusal(const Error &error);
    void revert();
    void chooseImport();
    void readImport(const QString &file);
    void import(const QByteArray &text);
    void showImported(const ImportReport &report);
    /// At once unless this would leave the simulator; then only when a person says so.
    void confirmGateway(const QString &provider, const std::function<void()> &then);

    QList<Group> m_groups;
    QLineEdit *m_search;
    QPushButton *m_import;
    QScrollArea *m_scroll;
    QLabel *m_nothing; ///< the filter hides everything
    InlineNotice *m_notice;
    InlineNotice *m_warnings;
    QLabel *m_state;
    QPushButton *m_apply, *m_revert;
    MessagePreview *m_preview;
    Latest m_asking, m_applying, m_reading, m_importing;
};

std::unique_ptr<Panel> makeSettingsPanel(const PanelContext &context);

} // namespace smsauth
