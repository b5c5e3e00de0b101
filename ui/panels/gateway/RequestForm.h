// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/GatewayForm.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace smsauth {

class RowList;

/// One request of a gateway's description as fields.
class RequestForm : public QWidget
{
    Q_OBJECT

public:
    /// name: translated, what the request is for; tells its controls from those of the other requests.
    explicit RequestForm(const QString &name, QWidget *parent = nullptr);

    void setRequest(const GatewayForm::Request &request);
    GatewayForm::Request request() const;

Q_SIGNALS:
    void changed();

private:
    void showParts();

    QComboBox *m_method;
    QLineEdit *m_url;
    QComboBox *m_auth;
    QLabel *m_firstLabel;
    QLineEdit *m_first;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    RowList *m_query;
    RowList *m_headers;
    QComboBox *m_body;
    RowList *m_form;
    QPlainTextEdit *m_json;
};

} // namespace smsauth
