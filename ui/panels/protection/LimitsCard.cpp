// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/LimitsCard.h"

#include "ui/Theme.h"
#include "ui/panels/protection/LimitWindows.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString scopeName(LimitScope scope)
{
    switch (scope) {
    case LimitScope::Phone:
        return LimitsCard::tr("One number");
    case LimitScope::Address:
        return LimitsCard::tr("One address");
    case LimitScope::Prefix:
        return LimitsCard::tr("One range of numbers");
    case LimitScope::Country:
        return LimitsCard::tr("One country");
    case LimitScope::Global:
        return LimitsCard::tr("Everybody together");
    }
    Q_UNREACHABLE();
}

QString scopeHint(LimitScope scope)
{
    switch (scope) {
    case LimitScope::Phone:
        return LimitsCard::tr("Nobody is flooded with messages.");
    case LimitScope::Address:
        return LimitsCard::tr("The computer or network that asks: one IPv4 address, or one IPv6 network (/64).");
    case LimitScope::Prefix:
        return LimitsCard::tr(
            "Numbers that differ only in their last four digits: they are bought and abused together.");
    case LimitScope::Country:
        return LimitsCard::tr("All numbers of a country: bounds what a wave of paid numbers there can cost.");
    case LimitScope::Global:
        return LimitsCard::tr("The most that can be sent, and charged, in that time.");
    }
    Q_UNREACHABLE();
}

/// Why the limits do nothing as things are; empty: they are in force.
QString restingText(const Settings &settings)
{
    if (settings.effectiveLimits() == LimitsMode::Protect)
        return {};
    return settings.limits == LimitsMode::Seed
               ? LimitsCard::tr("Not in force with the preset “As the library”.")
               : LimitsCard::tr(
                     "Not in force while every SMS is simulated; they are as soon as real ones are sent.");
}

} // namespace

LimitsCard::LimitsCard(QWidget *parent)
    : ProtectionCard(
          tr("How often"),
          tr("How many codes may be sent in a time that begins with the first of them. Who asks for more "
             "gets the answer 429 with the time to wait."),
          parent)
    , m_inForce(makeNote())
{
    m_inForce->setObjectName(u"limitsInForce"_s);
    setTone(m_inForce, Tone::Warning);
    body()->addWidget(m_inForce);
    for (const LimitScopeInfo &scope : limitScopes())
        addRow(scope);
}

void LimitsCard::addRow(const LimitScopeInfo &scope)
{
    auto *name = new QLabel(scopeName(scope.scope), this);
    name->setToolTip(scope.key);
    Row row{&scope, new LimitWindows(scopeName(scope.scope), this), makeNote(), makeNote()};
    row.windows->setObjectName(scope.key);
    row.summary->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::M);
    head->addWidget(name);
    head->addWidget(row.summary, 1);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(Space::XS);
    layout->addLayout(head);
    layout->addWidget(makeNote(scopeHint(scope.scope)));
    layout->addWidget(row.windows);
    layout->addWidget(row.origin);
    body()->addLayout(layout);
    connect(row.windows, &LimitWindows::edited, this, [this, row] {
        row.summary->setText(limitsText(row.windows->limits()));
        Q_EMIT edited();
    });
    m_rows.append(row);
}

void LimitsCard::show(const ProtectionDraft &draft)
{
    tell(m_inForce, draft.isKnown() ? restingText(draft.wanted()) : QString());
    for (const Row &row : std::as_const(m_rows)) {
        const QList<Limit> &limits = draft.wanted().*row.scope->limits;
        const QString origin = draft.readOnlyReason(row.scope->key);
        row.windows->setLimits(limits);
        row.windows->setEnabled(draft.isKnown() && origin.isEmpty());
        row.summary->setText(limitsText(limits));
        tell(row.origin, origin);
    }
}

void LimitsCard::writeInto(Settings &settings) const
{
    for (const Row &row : m_rows)
        settings.*row.scope->limits = row.windows->limits();
}

bool LimitsCard::isValid() const
{
    return std::all_of(m_rows.begin(), m_rows.end(),
                       [](const Row &row) { return row.windows->problem().isEmpty(); });
}

} // namespace smsauth
