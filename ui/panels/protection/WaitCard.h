// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/protection/ProtectionCard.h"
#include "ui/panels/protection/ProtectionDraft.h"

class QComboBox;
class QSpinBox;

namespace smsauth {

class DurationEdit;

/// What holds for every number, with limits and without: the wait before its next code, and the tries of each.
class WaitCard : public ProtectionCard
{
    Q_OBJECT

public:
    explicit WaitCard(QWidget *parent = nullptr);

    void show(const ProtectionDraft &draft);
    void writeInto(Settings &settings) const;

private:
    enum Choice { LifeOfCode, None, Own };
    void showState();

    QComboBox *m_kind;
    DurationEdit *m_wait;
    QSpinBox *m_tries;
    QLabel *m_waitOrigin;
    QLabel *m_triesOrigin;
};

} // namespace smsauth
