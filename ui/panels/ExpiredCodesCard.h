// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace smsauth {

class InlineNotice;

/// How many codes have expired, what a cleanup would remove, and the button that clears them, which can be taken
/// back for a while.
class ExpiredCodesCard : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiredCodesCard(const PanelContext &context, QWidget *parent = nullptr);
    /// A clear that waits is carried out: what a person sees as gone must not come back with the next start.
    ~ExpiredCodesCard() override;

    /// Nothing: not known just now; a clear that waits is taken back, as its number may be wrong.
    void show(const std::optional<CleanupStatus> &status);
    /// The status could not be asked for.
    void tell(const Error &error);
    /// False: there is nothing to take back.
    bool undo();

Q_SIGNALS:
    /// Something may have changed, or a person wants to try again.
    void refreshWanted();

private:
    QWidget *build();
    void showState();
    void clear();
    void clearNow();
    void preview();

    const PanelContext m_context;
    QLabel *m_figure;
    QLabel *m_text;
    QLabel *m_preview;
    QPushButton *m_clear;
    QPushButton *m_dryRun;
    InlineNotice *m_notice;
    std::optional<CleanupStatus> m_status;
    bool m_clearFailed = false; ///< m_notice says why
    QTimer m_pending;           ///< runs while a clear can still be taken back
    Latest m_clearing, m_previewing;
};

} // namespace smsauth
