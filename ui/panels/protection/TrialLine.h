// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

#include <QTimer>

class QLabel;

namespace smsauth {

/// "The last 7 days: would have blocked 3 of 412": what settings that are not applied yet would have done, from the
/// send log; with what that leaves out.
class TrialLine : public QWidget
{
    Q_OBJECT

public:
    explicit TrialLine(const PanelContext &context, QWidget *parent = nullptr);

    /// These are the settings in question, as changes to the stored ones. Asks in a moment: not at every key press.
    /// limitsInForce: with them.
    void tryOut(const QJsonObject &changes, bool limitsInForce);
    /// They cannot be tried as they are.
    void clear();
    /// The log has changed; asks again within some seconds.
    void noteNewRows() { m_isOld = true; }

private:
    void ask();
    void show(const LimitTrial &trial);

    const PanelContext m_context;
    QLabel *m_result;
    QLabel *m_details;
    QTimer m_soon;
    QJsonObject m_changes;
    bool m_limitsInForce = false;
    bool m_isOld = false;
    bool m_isClear = true;
    Latest m_asking;
};

} // namespace smsauth
