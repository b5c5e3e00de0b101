// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/protection/ProtectionCard.h"
#include "ui/panels/protection/ProtectionDraft.h"

class QButtonGroup;

namespace smsauth {

/// How much is held back altogether: one of a few presets, each with what it does, and which of them is in force.
class PresetCard : public ProtectionCard
{
    Q_OBJECT

public:
    explicit PresetCard(QWidget *parent = nullptr);

    void show(const ProtectionDraft &draft);
    ProtectionPreset chosen() const;

private:
    void addPreset(ProtectionPreset preset, const QString &name, const QString &sentence);

    QButtonGroup *m_presets;
    QWidget *m_own = nullptr; ///< the row of Own: there only while it is so
    QLabel *m_inForce;
    QLabel *m_origin;
};

} // namespace smsauth
