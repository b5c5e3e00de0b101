// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace smsauth {

/// What a page is for and what to do there, in a few sentences.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    /// page: its id; title: translated.
    HelpDialog(const QString &page, const QString &title, QWidget *parent = nullptr);

    /// Empty for a page that nobody has written about.
    static QString textFor(const QString &page);

Q_SIGNALS:
    void shortcutsRequested();
};

} // namespace smsauth
