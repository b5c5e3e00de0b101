// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace smsauth {

class TableModelBase;

/// Below a long list: how far a search has come, and how to end it or go on with it. Hidden when there is nothing
/// to say.
class SearchFooter : public QWidget
{
    Q_OBJECT

public:
    /// The model must outlive it.
    SearchFooter(TableModelBase &model, const Clock &clock, QWidget *parent = nullptr);

    QString text() const;
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    /// The person wants to wait no longer; the model has dropped the search already.
    void stopped();

private:
    void follow();

    TableModelBase &m_model;
    const Clock &m_clock;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace smsauth
