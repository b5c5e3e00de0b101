// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace smsauth {

/// The headline of a page, with a few controls at its trailing end.
class PageHeader : public QWidget
{
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    /// grows: takes what room there is, up to its greatest width.
    void addWidget(QWidget *widget, bool grows = false);

private:
    QHBoxLayout *m_layout;
};

} // namespace smsauth
