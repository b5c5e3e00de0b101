// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QLineEdit>
#include <optional>

namespace smsauth {

/// A field whose text nobody reads over a shoulder, nor finds in what the keyboard has learned.
QLineEdit *hiddenField(const QString &name, QWidget *parent);
/// Empties it, so that Undo cannot bring the text back either.
void wipe(QLineEdit *field);

/// One passphrase, or a new one, which is typed twice: nothing could tell later that it was mistyped.
class PassphraseFields : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Shortest = 8; ///< of a new one, in characters

    explicit PassphraseFields(QWidget *parent = nullptr);

    /// Empty, with the focus in the first field.
    void ask(bool isNew);
    void setBusy(bool busy);
    bool isEmpty() const { return m_first->text().isEmpty(); }
    /// What was typed; none when it cannot be taken, and then problem() says why. Both fields are empty afterwards,
    /// unless it is only too short.
    std::optional<Secret> take();
    QString problem() const { return m_problem; }
    void clear();
    void focusFirst();

Q_SIGNALS:
    void edited();
    /// Enter in the last field.
    void submitted();

private:
    QLineEdit *m_first;
    QLineEdit *m_again;
    bool m_isNew = false;
    QString m_problem;
};

} // namespace smsauth
