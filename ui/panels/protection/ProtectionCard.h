// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace smsauth {

/// A card of the page: a title, a sentence, and what a derived class adds to body().
class ProtectionCard : public QFrame
{
    Q_OBJECT

public:
    /// Translated. An empty sentence: none.
    ProtectionCard(const QString &title, const QString &sentence, QWidget *parent);

Q_SIGNALS:
    /// A person has changed something.
    void edited();

protected:
    QVBoxLayout *body() const { return m_body; }
    /// A line of secondary text that wraps.
    QLabel *makeNote(const QString &text = {});
    /// Shows the text, or nothing when it is empty.
    static void tell(QLabel *label, const QString &text);

private:
    QVBoxLayout *m_body;
};

} // namespace smsauth
