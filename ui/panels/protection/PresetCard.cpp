// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/PresetCard.h"

#include "ui/Theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString inForceText(const Settings &settings)
{
    const bool live = settings.mode() == Mode::Live;
    switch (presetOf(settings)) {
    case ProtectionPreset::Automatic:
        return live ? PresetCard::tr("In force now: all limits below, because real SMS are sent.")
                    : PresetCard::tr("In force now: as the library, because every SMS is simulated.");
    case ProtectionPreset::Library:
        return live ? PresetCard::tr(
                          "In force now: as the library, although real SMS are sent. Each one costs money.")
                    : PresetCard::tr("In force now: as the library.");
    case ProtectionPreset::Protect:
        return PresetCard::tr("In force now: Protect.");
    case ProtectionPreset::Strict:
        return PresetCard::tr("In force now: Strict.");
    case ProtectionPreset::Own:
        return PresetCard::tr("In force now: your own values.");
    }
    Q_UNREACHABLE();
}

} // namespace

PresetCard::PresetCard(QWidget *parent)
    : ProtectionCard(tr("Preset"), {}, parent)
    , m_presets(new QButtonGroup(this))
    , m_inForce(makeNote())
    , m_origin(makeNote())
{
    m_inForce->setObjectName(u"presetInForce"_s);
    body()->addWidget(m_inForce);
    addPreset(
        ProtectionPreset::Automatic, tr("Automatic"),
        tr("As the library while simulated, so that tests run freely; all limits below once real SMS are sent."));
    addPreset(ProtectionPreset::Library, tr("As the library"),
              tr("Only the wait between two codes and the tries of a code; no limit on how many are sent."));
    addPreset(
        ProtectionPreset::Protect, tr("Protect"),
        tr("All limits, with values that ordinary users never reach, and a growing pause after wrong codes."));
    addPreset(ProtectionPreset::Strict, tr("Strict"),
              tr("The same with less room: for small apps, and while somebody tries to abuse yours."));
    addPreset(ProtectionPreset::Own, tr("Your own values"), tr("All limits, as they are set below."));
    body()->addWidget(m_origin);
    // Not the click: assistive technology chooses without one.
    connect(m_presets, &QButtonGroup::idToggled, this, [this](int, bool isChosen) {
        if (isChosen)
            Q_EMIT edited();
    });
}

void PresetCard::addPreset(ProtectionPreset preset, const QString &name, const QString &sentence)
{
    auto *row = new QWidget(this);
    auto *button = new QRadioButton(name, row);
    button->setAccessibleDescription(sentence);
    QLabel *note = makeNote(sentence);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(button);
    // The sentence begins where the name does.
    const int indent = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                       style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing) + Space::XS;
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(indent, 0, 0, 0);
    indented->addWidget(note);
    layout->addLayout(indented);
    m_presets->addButton(button, int(preset));
    if (preset == ProtectionPreset::Own)
        m_own = row;
    body()->addWidget(row);
}

void PresetCard::show(const ProtectionDraft &draft)
{
    const QSignalBlocker blocker(this);
    const ProtectionPreset wanted = presetOf(draft.wanted());
    const QString origin = draft.readOnlyReason(u"SMS_AUTH_LIMITS"_s);
    m_own->setVisible(wanted == ProtectionPreset::Own || presetOf(draft.stored()) == ProtectionPreset::Own);
    m_presets->button(int(wanted))->setChecked(true);
    for (QAbstractButton *button : m_presets->buttons())
        button->setEnabled(draft.isKnown() && origin.isEmpty());
    tell(m_inForce, draft.isKnown() ? inForceText(draft.stored()) : QString());
    const bool isOpen = draft.stored().mode() == Mode::Live && draft.stored().limits == LimitsMode::Seed;
    setTone(m_inForce, isOpen ? Tone::Warning : Tone::Text);
    tell(m_origin, origin);
}

ProtectionPreset PresetCard::chosen() const
{
    return ProtectionPreset(m_presets->checkedId());
}

} // namespace smsauth
