// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/Exchange.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QSplitter;

namespace smsauth {

/// One exchange, whole: the request at the left, the answer at the right, as they went over the wire with the JSON
/// indented.
class ExchangeView : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeView(QWidget *parent = nullptr);

    void show(const Exchange &exchange);
    void clear();
    const std::optional<Exchange> &exchange() const { return m_exchange; }

    /// "POST /auth/sign-in/ HTTP/1.1", the headers, an empty line, the body.
    static QString requestText(const Exchange &exchange);
    static QString responseText(const Exchange &exchange);

private:
    std::optional<Exchange> m_exchange;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_response;
};

} // namespace smsauth
