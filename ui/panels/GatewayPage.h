// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

class QLabel;
class QPushButton;

namespace smsauth {

class FieldForm;
class GatewayTestCard;
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
    /// To the first field.
    void focusFirst();
    /// Why secrets are kept where they are; translated.
    void setStoreReason(const QString &reason);

Q_SIGNALS:
    void unsavedChanged();
    /// The secret store did not answer; the error says why.
    void secretsOut(const smsauth::Error &error);
    void editWanted();
    void copyWanted();
    void deleteWanted();

private:
    QWidget *buildForm();
    QWidget *buildDescription();
    void updateButtons();
    void check();
    void askBalance(const QString &before);
    void save(const std::function<void()> &then);
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
    GatewayTestCard *m_test;
    QPushButton *m_use;
    QWidget *m_parts; ///< what a gateway without a usable description has not
    InlineNotice *m_problem;
    QWidget *m_description;
    QLabel *m_origin;
    QPushButton *m_edit;
    QPushButton *m_copy;
    QPushButton *m_delete;
    QLabel *m_title;
    Latest m_checking, m_saving, m_activating;
};

} // namespace smsauth
