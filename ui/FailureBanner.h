// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace smsauth {

/// Why the server is not up, on every page until it is mended: the words, and the one click that helps.
class FailureBanner : public QWidget
{
    Q_OBJECT

public:
    explicit FailureBanner(QWidget *parent = nullptr);

    /// Visible only while the state is Failed.
    void show(const ServerStatus &status);

Q_SIGNALS:
    void freePortRequested();
    void retryRequested();
    void unlockRequested();
    void settingsRequested();
    /// To where a back-up can be restored.
    void cleanupRequested();

private:
    QLabel *m_text;
    QPushButton *m_help;
    QPushButton *m_retry;
    ErrorCode m_code = ErrorCode::Internal;
};

} // namespace smsauth
