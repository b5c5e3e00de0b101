// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/protection/ProtectionCard.h"
#include "ui/panels/protection/ProtectionDraft.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QRadioButton;

namespace smsauth {

/// From where: all countries, or only those that are ticked.
class CountriesCard : public ProtectionCard
{
    Q_OBJECT

public:
    explicit CountriesCard(QWidget *parent = nullptr);

    void show(const ProtectionDraft &draft);
    /// Forgets a choice that could not be used.
    void reset();
    void writeInto(Settings &settings) const;
    bool isValid() const;
    void focusSearch();

private:
    void buildList();
    /// Ticked ones first; not while somebody is ticking, when nothing may move.
    void sortTicked();
    void search();
    void showState();
    QStringList ticked() const;

    QRadioButton *m_all;
    QRadioButton *m_some;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_count;
    QLabel *m_nothing;
    QLabel *m_problem;
    QLabel *m_origin;
    QStringList m_shown; ///< what was last handed in, so that a refresh does not sort anew
};

} // namespace smsauth
