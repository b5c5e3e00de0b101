// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace smsauth {

/// Covers a window and asks for a word: first for a new one, twice, then for that one.
class LockScreen : public QWidget
{
    Q_OBJECT

public:
    /// window: is covered as a whole, also when its size changes.
    explicit LockScreen(QWidget *window);

    /// Lets a person choose the word. They may leave without one.
    void askForNewWord();
    void askForWord();
    bool hasWord() const { return !m_word.isEmpty(); }

Q_SIGNALS:
    void wordChosen();
    /// No word was chosen.
    void cancelled();
    /// The word was right.
    void opened();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(bool choosing);
    void submit();
    void refuse(const QString &sentence);

    QLabel *m_title;
    QLabel *m_text;
    QLineEdit *m_field;
    QLineEdit *m_again;
    QLabel *m_problem;
    QPushButton *m_go;
    QPushButton *m_cancel;
    Secret m_word; ///< for this run only
    bool m_choosing = false;
};

} // namespace smsauth
