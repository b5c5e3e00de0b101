// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/panels/protection/ProtectionDraft.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace smsauth {

class CountriesCard;
class InlineNotice;
class LimitsCard;
class PresetCard;
class TestNumbers;
class TrialLine;
class WaitCard;

/// Who may get codes, how often, from where; and what that would have done to the last days.
class ProtectionPanel : public Panel
{
    Q_OBJECT

public:
    explicit ProtectionPanel(const PanelContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    void focusFilter() override;
    /// argument: "test-numbers" for their card.
    void open(const QString &argument) override;
    bool undo() override;
    void refresh() override;

private:
    QWidget *buildCards();
    QWidget *buildBar();
    void take(const SettingsView &view);
    /// The cards say what is wanted now.
    void edited();
    void showCards();
    void updateBar();
    bool isValid() const;
    void apply();
    void takeBack();

    ProtectionDraft m_draft;
    PresetCard *m_presets;
    LimitsCard *m_limits;
    WaitCard *m_wait;
    CountriesCard *m_countries;
    TestNumbers *m_testNumbers;
    QScrollArea *m_scroll;
    TrialLine *m_trial;
    InlineNotice *m_notice;
    QLabel *m_state;
    QPushButton *m_apply;
    QPushButton *m_revert;
    QJsonObject m_undo; ///< what takes back the last change; empty: there is nothing to take back
    Latest m_asking, m_applying;
};

std::unique_ptr<Panel> makeProtectionPanel(const PanelContext &context);

} // namespace smsauth
