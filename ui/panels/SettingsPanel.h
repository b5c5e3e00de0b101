// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace smsauth {

class InlineNotice;
class SettingsForm;
class SettingsImporter;

/// All settings: to find, to change together, and to take over from a file.
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
    void build();
    QWidget *buildBar();
    void take(const SettingsView &view);
    void updateBar();
    void apply();
    void send(const QJsonObject &changes);
    void revert();

    QLineEdit *m_search;
    QPushButton *m_import;
    SettingsForm *m_form;
    InlineNotice *m_notice;
    InlineNotice *m_warnings;
    QLabel *m_state;
    QPushButton *m_apply, *m_revert;
    SettingsImporter *m_importer;
    Latest m_asking, m_applying;
};

std::unique_ptr<Panel> makeSettingsPanel(const PanelContext &context);

} // namespace smsauth
