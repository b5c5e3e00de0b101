// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/Exchange.h"
#include "ui/Panel.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace smsauth {

class ExchangeView;
struct SnippetKind;

/// The last requests with their answers, one of them in full, to be copied as a command or a piece of program.
class ExchangeLog : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Most = 50;

    explicit ExchangeLog(const PanelContext &context, QWidget *parent = nullptr);

    /// Shows it as the newest.
    void add(const Exchange &exchange);
    /// Shows it again; one that has left the log is added anew.
    void show(const Exchange &exchange);
    void copyAsCurl();

private:
    void showAt(int index);
    void copyAs(const SnippetKind &kind);

    const PanelContext m_context;
    QComboBox *m_choice;
    QLabel *m_outcome;
    QPushButton *m_copy;
    ExchangeView *m_view;
    QList<Exchange> m_exchanges; ///< newest first, as in the box
};

} // namespace smsauth
