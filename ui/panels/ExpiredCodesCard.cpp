// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ExpiredCodesCard.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/MutedLabel.h"
#include "ui/widgets/Ticker.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int BigButtonHeight = 44;
constexpr qsizetype Named = 8;

} // namespace

ExpiredCodesCard::ExpiredCodesCard(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_figure(new QLabel(this))
    , m_text(mutedLabel(this))
    , m_preview(mutedLabel(this))
    , m_clear(new QPushButton(this))
    , m_dryRun(new QPushButton(tr("What would &go?"), this))
    , m_notice(new InlineNotice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(m_notice);
    layout->addWidget(build());

    m_pending.setSingleShot(true);
    m_pending.setTimerType(Qt::PreciseTimer); // a coarse one may count down from 9
    m_pending.setInterval(context.undoTime);
    connect(&m_pending, &QTimer::timeout, this, &ExpiredCodesCard::clearNow);
    connect(m_clear, &QPushButton::clicked, this, &ExpiredCodesCard::clear);
    connect(m_dryRun, &QPushButton::clicked, this, &ExpiredCodesCard::preview);
    connect(m_notice, &InlineNotice::triggered, this, [this] {
        if (undo())
            return;
        if (m_clearFailed)
            clearNow();
        else
            Q_EMIT refreshWanted();
    });
    connect(new Ticker(1s, this), &Ticker::ticked, this, &ExpiredCodesCard::showState);
    showState();
}

ExpiredCodesCard::~ExpiredCodesCard()
{
    if (m_pending.isActive())
        m_context.admin.clearExpired(false); // nobody can take it back any more
}

QWidget *ExpiredCodesCard::build()
{
    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    setLook(m_figure, Look::Figure);
    setLook(m_clear, Look::Primary);
    setLook(m_dryRun, Look::Quiet);
    // The style sheet rules over a button's own minimum; it grows to the height of its row.
    m_clear->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addStrut(BigButtonHeight);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_dryRun);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(m_figure);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_preview);
    m_preview->hide();
    return card;
}

void ExpiredCodesCard::show(const std::optional<CleanupStatus> &status)
{
    m_status = status;
    if (!status) {
        // What was known may be wrong by now, and a button that says it would promise too much.
        m_clearFailed = false;
        undo();
    } else if (!m_pending.isActive() && !m_clearFailed) {
        m_notice->clear();
    }
    showState();
}

void ExpiredCodesCard::tell(const Error &error)
{
    m_notice->tell(errorText(error), Tone::Bad, tr("Tr&y again"));
}

void ExpiredCodesCard::showState()
{
    const Timestamp now = m_context.clock.now();
    const bool pending = m_pending.isActive();
    const int expired = m_status && !pending ? int(m_status->expiredNow) : 0;
    m_figure->setText(!m_status ? u"–"_s : tr("%Ln expired code(s)", nullptr, expired));
    QString next;
    if (m_status && m_status->nextRun)
        next = *m_status->nextRun > now ? tr("Next check in %1.").arg(durationText(*m_status->nextRun - now))
                                        : tr("The next check is due now.");
    if (!m_status)
        m_text->clear();
    else if (expired == 0)
        m_text->setText(tr("Nothing expired.") + u' ' + next);
    else
        m_text->setText(tr("They can no longer be used and only take up room.") + u' ' + next);
    m_clear->setText(m_clearing.isWaiting() ? tr("Clearing…")
                     : !m_status            ? tr("Clear expired codes")
                     : expired > 0          ? tr("&Clear %Ln expired code(s)", nullptr, expired)
                                            : tr("Nothing to clear"));
    m_clear->setEnabled(expired > 0 && !m_clearing.isWaiting());
    m_dryRun->setEnabled(!m_previewing.isWaiting());
    if (pending)
        m_notice->tell(tr("%Ln code(s) will be cleared in %1.", nullptr, int(m_status->expiredNow))
                           .arg(durationText(milliseconds(m_pending.remainingTime() + 999))),
                       Tone::Accent, tr("&Undo"));
}

/// They disappear from the page at once and from the store when the time to take it back is over.
void ExpiredCodesCard::clear()
{
    m_preview->hide();
    m_clearFailed = false;
    m_context.admin.holdCleanup(milliseconds(m_pending.interval()) + 1s); // Undo has to find them all
    m_pending.start();
    showState();
}

bool ExpiredCodesCard::undo()
{
    if (!m_pending.isActive())
        return false;
    m_pending.stop();
    m_notice->clear();
    showState();
    return true;
}

void ExpiredCodesCard::clearNow()
{
    m_clearFailed = false;
    m_notice->clear();
    m_clearing.ask(m_context.admin.clearExpired(false), this, [this](const Result<CleanupReport> &answer) {
        m_clearFailed = !answer;
        if (!answer) {
            showState();
            tell(answer.error());
            return;
        }
        QString text = tr("%Ln expired code(s) cleared.", nullptr, int(answer->removed));
        if (answer->logRemoved > 0)
            text += u' ' + tr("%Ln old row(s) of the send log went with them.", nullptr, int(answer->logRemoved));
        m_context.notify({text, {}, {}, false});
        Q_EMIT refreshWanted();
    });
    showState();
}

void ExpiredCodesCard::preview()
{
    m_previewing.ask(m_context.admin.clearExpired(true), this, [this](const Result<CleanupReport> &answer) {
        m_dryRun->setEnabled(true);
        m_preview->show();
        if (!answer) {
            m_preview->setText(errorText(answer.error()));
            return;
        }
        QString text = answer->expired == 0
                           ? tr("A cleanup now would remove no code.")
                           : tr("A cleanup now would remove %Ln expired code(s).", nullptr, int(answer->expired));
        if (answer->logRemoved > 0)
            text +=
                u' ' + tr("%Ln old row(s) of the send log would go with them.", nullptr, int(answer->logRemoved));
        text += u' ' + tr("Live codes and users stay.");
        const Timestamp now = m_context.clock.now();
        const qsizetype named = std::min(answer->codes.size(), Named);
        for (const CodeRecord &code : answer->codes.first(named))
            text += u'\n' +
                    tr("%1, expired %2")
                        .arg(phoneText(code.phone, m_context.status.current().mode), agoText(code.expiresAt, now));
        if (const int others = int(answer->expired - named); named > 0 && others > 0)
            text += u'\n' + tr("and %Ln more", nullptr, others);
        m_preview->setText(text);
    });
    m_dryRun->setEnabled(false);
}

} // namespace smsauth
