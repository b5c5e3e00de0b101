// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/StatusLine.h"

#include "ui/Format.h"
#include "ui/StateLamp.h"
#include "ui/widgets/Lamp.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace smsauth {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_lamp(new Lamp(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(Space::M, 0, Space::M, 0);
    addWidget(m_lamp);
    m_state = addPart(u"statusState"_s);
    m_mode = addPart(u"statusMode"_s);
    m_queue = addPart(u"statusQueue"_s);
    m_codes = addPart(u"statusCodes"_s);
    m_today = addPart(u"statusToday"_s);
    m_clipboard = new QLabel(this);
    m_clipboard->setObjectName(u"statusClipboard"_s);
    setTone(m_clipboard, Tone::Warning);
    addPermanentWidget(m_clipboard);
    show({});
}

QLabel *StatusLine::addPart(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    setLook(label, Look::Muted);
    addWidget(label);
    return label;
}

void StatusLine::show(const ServerStatus &status)
{
    m_lamp->setTone(lampTone(status.state));
    m_state->setText(stateText(status.state));
    m_mode->setText(modeText(status.mode));
    const QLocale locale;
    m_queue->setText(tr("Queue %1").arg(locale.toString(status.queued)));
    m_codes->setText(tr("Live codes %1").arg(locale.toString(status.liveCodes)));
    m_today->setText(tr("Sent %1 · Failed %2 today")
                         .arg(locale.toString(status.sentToday), locale.toString(status.failedToday)));
}

void StatusLine::showClipboard(seconds left)
{
    m_clipboard->setText(left.count() == 0 ? QString() : tr("Clears the clipboard in %1 s").arg(left.count()));
}

} // namespace smsauth
