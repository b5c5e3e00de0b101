// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ClipboardGuard.h"

#include <QClipboard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_clock(clock)
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::tick);
}

ClipboardGuard::~ClipboardGuard()
{
    if (isStillThere())
        m_clipboard.clear();
}

void ClipboardGuard::copy(const QString &secret)
{
    auto *data = new QMimeData;
    data->setText(secret);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    m_clipboard.setMimeData(data);
    m_lent = data;
    m_until = m_clock.uptime() + Lease;
    m_timer.start();
    Q_EMIT leftChanged(left());
}

void ClipboardGuard::clear()
{
    m_timer.stop();
    if (isStillThere())
        m_clipboard.clear();
    m_lent.clear();
    m_until = 0ms;
    Q_EMIT leftChanged(0s);
}

seconds ClipboardGuard::left() const
{
    return m_lent ? std::max(0s, std::chrono::ceil<seconds>(m_until - m_clock.uptime())) : 0s;
}

bool ClipboardGuard::isStillThere() const
{
    // The object that was handed over, not its text: asking another program for its text could block.
    return m_lent && m_clipboard.mimeData() == m_lent;
}

void ClipboardGuard::tick()
{
    if (!isStillThere() || left() == 0s)
        clear();
    else
        Q_EMIT leftChanged(left());
}

} // namespace smsauth
