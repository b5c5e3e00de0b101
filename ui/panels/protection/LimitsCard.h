// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/LimitScopes.h"
#include "ui/panels/protection/ProtectionCard.h"
#include "ui/panels/protection/ProtectionDraft.h"

namespace smsauth {

class LimitWindows;

/// How often somebody may get a code: for each scope, how many in which time.
class LimitsCard : public ProtectionCard
{
    Q_OBJECT

public:
    explicit LimitsCard(QWidget *parent = nullptr);

    void show(const ProtectionDraft &draft);
    void writeInto(Settings &settings) const;
    bool isValid() const;

private:
    struct Row
    {
        const LimitScopeInfo *scope;
        LimitWindows *windows;
        QLabel *summary;
        QLabel *origin;
    };
    void addRow(const LimitScopeInfo &scope);

    QLabel *m_inForce;
    QList<Row> m_rows;
};

} // namespace smsauth
