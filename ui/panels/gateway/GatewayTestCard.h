// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace smsauth {

class InlineNotice;

/// Sends one real SMS through a gateway as it is filled in just now, saved or not.
class GatewayTestCard : public QFrame
{
    Q_OBJECT

public:
    GatewayTestCard(const PanelContext &context, std::function<ProviderDraft()> draft, QWidget *parent = nullptr);

    /// Of the gateway.
    void setTitle(const QString &title) { m_title = title; }

Q_SIGNALS:
    /// The secret store did not answer; the error says why.
    void secretsOut(const smsauth::Error &error);

private:
    void updateButton();
    void send();
    void showAnswer(const Result<TestSend> &answer);

    const PanelContext m_context;
    const std::function<ProviderDraft()> m_draft;
    QString m_title;
    QLineEdit *m_phone;
    QPushButton *m_send;
    InlineNotice *m_notice;
    Latest m_sending;
};

} // namespace smsauth
