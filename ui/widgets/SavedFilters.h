// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <functional>

class QLineEdit;

namespace smsauth {

class UiState;

/// Filters that somebody has given a name, in a menu: choose one, save the present one, delete one.
class SavedFilters : public QToolButton
{
    Q_OBJECT

public:
    static constexpr int Most = 50;

    /// key: of the state in which they are kept; current: the text that would be saved, empty when there is none.
    SavedFilters(UiState &state, const QString &key, std::function<QString()> current, QWidget *parent = nullptr);

    struct Entry
    {
        QString name;
        QString text;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    QList<Entry> entries() const;
    /// Replaces one of the same name.
    void save(const QString &name, const QString &text);
    void remove(const QString &name);
    /// Brings the last one that was removed back; false when there is none.
    bool undo();

Q_SIGNALS:
    void chosen(const QString &text);
    void saved(const QString &name);
    void removed(const QString &name);

private:
    void fillMenu();
    void addSaveLine(const QString &current);
    void store(const QList<Entry> &entries);

    UiState &m_state;
    const QString m_key;
    const std::function<QString()> m_current;
    QList<Entry> m_beforeRemoval; ///< empty: nothing to undo
};

} // namespace smsauth
