// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QMimeData>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QClipboard;

namespace smsauth {

/// Lends codes and tokens to the clipboard: after 10 s, and when the guard dies, they are taken back, but only if
/// they are still there. Clipboard managers are told that the content is a secret (KDE's convention, honoured by
/// others).
class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr seconds Lease{10};

    ClipboardGuard(QClipboard &clipboard, const Clock &clock, QObject *parent = nullptr);
    ~ClipboardGuard() override;

    void copy(const QString &secret);
    /// Takes it back now.
    void clear();
    /// 0: nothing is lent.
    seconds left() const;

Q_SIGNALS:
    /// Every second while something is lent, and once with 0.
    void leftChanged(seconds left);

private:
    bool isStillThere() const;
    void tick();

    QClipboard &m_clipboard;
    const Clock &m_clock;
    QPointer<QMimeData> m_lent; ///< owned by the clipboard
    milliseconds m_until{0};    ///< on the steady clock
    QTimer m_timer;
};

} // namespace smsauth
