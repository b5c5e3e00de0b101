// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace smsauth {

/// What could stand at one place of a text instead of what stands there.
struct Suggested
{
    qsizetype start = 0; ///< of the part that a choice replaces
    qsizetype length = 0;
    QStringList texts; ///< whole replacements, best first
};

/// A list below a line of text that proposes how the word at the cursor could go on. Tab and Enter take the chosen
/// one, Escape closes it; it never takes the focus.
class Suggestions : public QObject
{
    Q_OBJECT

public:
    using Suggest = std::function<Suggested(const QString &text, qsizetype cursor)>;
    Suggestions(QLineEdit *edit, Suggest suggest);

    QStringList shown() const;

private:
    void propose();
    void take(const QString &choice);

    QLineEdit *m_edit;
    const Suggest m_suggest;
    QCompleter *m_completer;
    QStringListModel *m_model;
    Suggested m_now;
};

} // namespace smsauth
