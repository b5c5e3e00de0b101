// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/WaitCard.h"

#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/DurationEdit.h"
#include "ui/widgets/WheelGuard.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {

WaitCard::WaitCard(QWidget *parent)
    : ProtectionCard(tr("Each number"),
                     tr("Always in force. A code that was used ends the wait; a new code replaces the old one."),
                     parent)
    , m_kind(new QComboBox(this))
    , m_wait(new DurationEdit(tr("Wait before the next code"), 24h, this))
    , m_tries(new QSpinBox(this))
    , m_waitOrigin(makeNote())
    , m_triesOrigin(makeNote())
{
    m_kind->setAccessibleName(tr("How the wait is set"));
    m_kind->addItems({QString(), tr("No wait"), tr("A time of its own")});
    m_tries->setAccessibleName(tr("Wrong tries of a code"));
    m_tries->setRange(1, 100);
    m_tries->setToolTip(u"SMS_AUTH_MAX_TRIES"_s);
    m_kind->setToolTip(u"SMS_AUTH_RESEND_WAIT"_s);
    auto *waitLabel = new QLabel(tr("Wait before the next code"), this);
    auto *wait = new QHBoxLayout;
    wait->setSpacing(Space::S);
    wait->addWidget(m_kind);
    wait->addWidget(m_wait);
    wait->addStretch(1);
    auto *triesLabel = new QLabel(tr("Wrong tries until a code is refused"), this);
    body()->addWidget(waitLabel);
    body()->addLayout(wait);
    body()->addWidget(m_waitOrigin);
    body()->addWidget(triesLabel);
    body()->addWidget(m_tries, 0, Qt::AlignLeading);
    body()->addWidget(m_triesOrigin);
    auto *wheel = new WheelGuard(this);
    wheel->watch(m_kind);
    wheel->watch(m_wait);
    wheel->watch(m_tries);
    connect(m_kind, &QComboBox::activated, this, [this] {
        showState();
        Q_EMIT edited();
    });
    connect(m_wait, &DurationEdit::changed, this, &WaitCard::edited);
    connect(m_tries, &QSpinBox::valueChanged, this, &WaitCard::edited);
}

void WaitCard::show(const ProtectionDraft &draft)
{
    const QSignalBlocker blocker(this);
    const Settings &wanted = draft.wanted();
    const QString waitOrigin = draft.readOnlyReason(u"SMS_AUTH_RESEND_WAIT"_s);
    const QString triesOrigin = draft.readOnlyReason(u"SMS_AUTH_MAX_TRIES"_s);
    m_kind->setItemText(LifeOfCode, tr("As long as a code lives: %1").arg(durationText(wanted.codeLife)));
    m_kind->setCurrentIndex(!wanted.resendWait ? LifeOfCode : *wanted.resendWait == 0s ? None : Own);
    m_wait->setValue(std::max(seconds(1), wanted.effectiveResendWait()));
    m_tries->setValue(wanted.maxTries);
    m_kind->setEnabled(draft.isKnown() && waitOrigin.isEmpty());
    m_wait->setEnabled(draft.isKnown() && waitOrigin.isEmpty());
    m_tries->setEnabled(draft.isKnown() && triesOrigin.isEmpty());
    tell(m_waitOrigin, waitOrigin);
    tell(m_triesOrigin, triesOrigin);
    showState();
}

void WaitCard::writeInto(Settings &settings) const
{
    switch (Choice(m_kind->currentIndex())) {
    case LifeOfCode:
        settings.resendWait.reset();
        break;
    case None:
        settings.resendWait = 0s;
        break;
    case Own:
        settings.resendWait = m_wait->value();
        break;
    }
    settings.maxTries = m_tries->value();
}

void WaitCard::showState()
{
    m_wait->setVisible(m_kind->currentIndex() == Own);
}

} // namespace smsauth
