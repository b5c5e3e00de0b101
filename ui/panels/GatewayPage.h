// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace smsauth {

class FieldForm;
class InlineNotice;

/// One gateway: its fields, a test of the credentials and a test SMS before anything is saved, and the switch to
/// it.
class GatewayPage : public QWidget
{
    Q_OBJECT

public:
    GatewayPage(const PanelContext &context, const ProviderInfo &info, QWidget *parent = nullptr);

    /// What is typed stays.
    void setInfo(const ProviderInfo &info);
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void unsavedChanged();
    /// The secret store did not answer because it is locked.
    void secretsLocked();

private:
    QWidget *buildForm();
    QWidget *buildTest();
    void updateButtons();
    void check();
    void save(const std::function<void()> &then);
    void sendTest();
    void use();
    void askToGoLive();
    void activate();
    void showFailure(InlineNotice *where, const Error &error);

    const PanelContext m_context;
    ProviderInfo m_info;
    QLabel *m_badge;
    FieldForm *m_form;
    QPushButton *m_check;
    QPushButton *m_save;
    QPushButton *m_revert;
    InlineNotice *m_formNotice;
    QLineEdit *m_phone;
    QPushButton *m_send;
    InlineNotice *m_testNotice;
    QPushButton *m_use;
    Latest m_checking, m_saving, m_sending, m_activating;
};

} // namespace smsauth
