// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CleanupPanel.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/DurationEdit.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SettingOrigin.h"
#include "ui/widgets/Ticker.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString intervalKey = u"SMS_AUTH_CLEANUP_INTERVAL"_s;
const QString daysKey = u"SMS_AUTH_LOG_DAYS"_s;
const QString rowsKey = u"SMS_AUTH_LOG_ROWS"_s;
constexpr int PageWidth = 640;
constexpr int BigButtonHeight = 44;
constexpr seconds DefaultInterval = 600s;
constexpr seconds AskAgain = 5s;

QVBoxLayout *cardLayout(QFrame *card, const QString &title)
{
    setLook(card, Look::Card);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    if (!title.isEmpty()) {
        auto *label = new QLabel(title, card);
        setLook(label, Look::Title);
        layout->addWidget(label);
    }
    return layout;
}

QLabel *mutedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    setLook(label, Look::Muted);
    return label;
}

} // namespace

CleanupPanel::CleanupPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Cleanup, Admin::Topic::Codes, Admin::Topic::Settings}, parent)
    , m_figure(new QLabel(this))
    , m_expiredText(mutedLabel(this))
    , m_preview(mutedLabel(this))
    , m_clear(new QPushButton(this))
    , m_dryRun(new QPushButton(tr("What would &go?"), this))
    , m_notice(new InlineNotice(this))
    , m_lastRun(new QLabel(this))
    , m_nextRun(new QLabel(this))
    , m_scheduled(new QCheckBox(tr("Clean up by &itself, every"), this))
    , m_interval(new DurationEdit(tr("Time between two cleanups"), seconds(86400), this))
    , m_scheduleOrigin(mutedLabel(this))
    , m_days(new QSpinBox(this))
    , m_rows(new QSpinBox(this))
    , m_retentionOrigin(mutedLabel(this))
    , m_apply(new QPushButton(tr("&Apply"), this))
    , m_revert(new QPushButton(tr("&Revert"), this))
    , m_settingsNotice(new InlineNotice(this))
{
    auto *page = new QWidget(this);
    auto *cards = new QVBoxLayout(page);
    cards->setContentsMargins(0, 0, Space::S, 0);
    cards->setSpacing(Space::M);
    cards->addWidget(m_notice);
    cards->addWidget(buildExpired());
    cards->addWidget(buildSchedule());
    cards->addWidget(buildRetention());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    setLook(m_revert, Look::Quiet);
    cards->addStretch(1);
    page->setMaximumWidth(PageWidth);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(scroll, 1);
    // Below what scrolls: changes that are not applied yet are always in sight.
    m_settingsNotice->setMaximumWidth(PageWidth);
    layout->addWidget(m_settingsNotice);
    layout->addLayout(buttons);

    m_pending.setSingleShot(true);
    m_pending.setTimerType(Qt::PreciseTimer); // a coarse one may count down from 9
    m_pending.setInterval(8s);
    connect(&m_pending, &QTimer::timeout, this, &CleanupPanel::clearNow);
    connect(m_clear, &QPushButton::clicked, this, &CleanupPanel::clear);
    connect(m_dryRun, &QPushButton::clicked, this, &CleanupPanel::preview);
    connect(m_notice, &InlineNotice::triggered, this, [this] {
        if (undo())
            return;
        m_clearFailed ? clearNow() : refresh();
    });
    connect(m_settingsNotice, &InlineNotice::triggered, this, &CleanupPanel::refresh);
    connect(m_apply, &QPushButton::clicked, this, &CleanupPanel::apply);
    connect(m_revert, &QPushButton::clicked, this, &CleanupPanel::revert);
    connect(m_scheduled, &QCheckBox::toggled, this, &CleanupPanel::edited);
    connect(m_interval, &DurationEdit::changed, this, &CleanupPanel::edited);
    connect(m_days, &QSpinBox::valueChanged, this, &CleanupPanel::edited);
    connect(m_rows, &QSpinBox::valueChanged, this, &CleanupPanel::edited);
    connect(new Ticker(1s, this), &Ticker::ticked, this, &CleanupPanel::showStatus);
    // A code runs out by the clock alone, and a run that finds nothing changes nothing: nobody tells of either.
    connect(new Ticker(AskAgain, this), &Ticker::ticked, this, &CleanupPanel::askStatus);
    showStatus();
    updateApply();
}

QWidget *CleanupPanel::buildExpired()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card, {});
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
    layout->addWidget(m_figure);
    layout->addWidget(m_expiredText);
    layout->addLayout(buttons);
    layout->addWidget(m_preview);
    m_preview->hide();
    return card;
}

QWidget *CleanupPanel::buildSchedule()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card, tr("Schedule"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    line->addWidget(m_scheduled);
    line->addWidget(m_interval);
    line->addStretch(1);
    auto *facts = new QFormLayout;
    facts->setHorizontalSpacing(Space::L);
    facts->setVerticalSpacing(Space::S);
    facts->setLabelAlignment(Qt::AlignLeading);
    m_lastRun->setWordWrap(true);
    m_nextRun->setWordWrap(true);
    for (const auto &[name, value] : {std::pair(tr("Last run"), m_lastRun), std::pair(tr("Next run"), m_nextRun)}) {
        auto *label = new QLabel(name, card);
        setLook(label, Look::Muted);
        facts->addRow(label, value);
    }
    layout->addLayout(line);
    layout->addWidget(m_scheduleOrigin);
    layout->addLayout(facts);
    return card;
}

QWidget *CleanupPanel::buildRetention()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card, tr("Send log"));
    auto *hint = mutedLabel(card);
    hint->setText(tr("Rows that are older, and the oldest beyond the number, go with the next cleanup."));
    m_days->setAccessibleName(tr("Days to keep the send log"));
    m_days->setRange(1, 3650);
    m_days->setSuffix(tr(" days"));
    m_rows->setAccessibleName(tr("Rows of the send log to keep at most"));
    m_rows->setRange(1, 100'000'000);
    m_rows->setGroupSeparatorShown(true);
    m_rows->setSingleStep(1000);
    m_rows->setSuffix(tr(" rows"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::L);
    form->setVerticalSpacing(Space::S);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Keep for"), m_days);
    form->addRow(tr("Keep at most"), m_rows);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_retentionOrigin);
    return card;
}

QString CleanupPanel::title() const
{
    return tr("Cleanup");
}

QString CleanupPanel::iconName() const
{
    return u"cleanup"_s;
}

void CleanupPanel::refresh()
{
    askStatus();
    m_settingsAsking.ask(admin().settings(), this, [this](const Result<SettingsView> &answer) {
        if (answer) {
            if (std::exchange(m_settingsFailed, false))
                m_settingsNotice->clear();
            takeSettings(*answer);
        } else {
            m_settingsFailed = true;
            m_settingsNotice->tell(errorText(answer.error()), Tone::Bad, tr("&Read again"));
        }
    });
}

void CleanupPanel::askStatus()
{
    m_asking.ask(admin().cleanupStatus(), this, [this](const Result<CleanupStatus> &answer) {
        if (!answer) {
            // What was known may be wrong by now, and a button that says it would promise too much.
            m_known = false;
            m_clearFailed = false;
            undo();
            showStatus();
            m_notice->tell(errorText(answer.error()), Tone::Bad, tr("&Try again"));
            return;
        }
        if (!m_pending.isActive() && !m_clearFailed)
            m_notice->clear();
        m_status = *answer;
        m_known = true;
        showStatus();
    });
}

void CleanupPanel::showStatus()
{
    const Timestamp now = context().clock.now();
    const bool pending = m_pending.isActive();
    const int expired = pending ? 0 : int(m_status.expiredNow);
    m_figure->setText(!m_known ? u"–"_s : tr("%n expired code(s)", nullptr, expired));
    QString next;
    if (m_status.nextRun)
        next = *m_status.nextRun > now ? tr("Next check in %1.").arg(durationText(*m_status.nextRun - now))
                                       : tr("The next check is due now.");
    if (!m_known)
        m_expiredText->clear();
    else if (expired == 0)
        m_expiredText->setText(tr("Nothing expired.") + u' ' + next);
    else
        m_expiredText->setText(tr("They can no longer be used and only take up room.") + u' ' + next);
    m_clear->setText(m_clearing.isWaiting() ? tr("Clearing…")
                     : !m_known             ? tr("Clear expired codes")
                     : expired > 0          ? tr("&Clear %n expired code(s)", nullptr, expired)
                                            : tr("Nothing to clear"));
    m_clear->setEnabled(m_known && expired > 0 && !m_clearing.isWaiting());
    m_dryRun->setEnabled(!m_previewing.isWaiting());
    if (pending)
        m_notice->tell(tr("%n code(s) will be cleared in %1.", nullptr, int(m_status.expiredNow))
                           .arg(durationText(milliseconds(m_pending.remainingTime() + 999))),
                       Tone::Accent, tr("&Undo"));
    showSchedule();
}

void CleanupPanel::showSchedule()
{
    const Timestamp now = context().clock.now();
    if (!m_known) {
        m_lastRun->setText(u"–"_s);
        m_nextRun->setText(u"–"_s);
        return;
    }
    if (!m_status.lastRun) {
        m_lastRun->setText(tr("Not since the program was started"));
    } else {
        const CleanupReport &report = m_status.lastReport;
        QString text =
            tr("%1: removed %n code(s)", nullptr, int(report.removed)).arg(agoText(*m_status.lastRun, now));
        if (report.logRemoved > 0)
            text += tr(" and %n row(s) of the send log", nullptr, int(report.logRemoved));
        m_lastRun->setText(text);
    }
    if (!m_status.nextRun)
        m_nextRun->setText(tr("Only when you ask for it"));
    else if (*m_status.nextRun <= now)
        m_nextRun->setText(tr("Now"));
    else
        m_nextRun->setText(
            tr("In %1, at %2").arg(durationText(*m_status.nextRun - now), timeText(*m_status.nextRun, now)));
}

/// They disappear from the page at once and from the store when the time to take it back is over.
void CleanupPanel::clear()
{
    m_preview->hide();
    m_clearFailed = false;
    m_pending.start();
    showStatus();
}

bool CleanupPanel::undo()
{
    if (!m_pending.isActive())
        return false;
    m_pending.stop();
    m_notice->clear();
    showStatus();
    return true;
}

void CleanupPanel::clearNow()
{
    m_clearFailed = false;
    m_notice->clear();
    m_clearing.ask(admin().clearExpired(false), this, [this](const Result<CleanupReport> &answer) {
        m_clearFailed = !answer;
        if (!answer) {
            showStatus();
            m_notice->tell(errorText(answer.error()), Tone::Bad, tr("&Try again"));
            return;
        }
        QString text = tr("%n expired code(s) cleared.", nullptr, int(answer->removed));
        if (answer->logRemoved > 0)
            text += u' ' + tr("%n old row(s) of the send log went with them.", nullptr, int(answer->logRemoved));
        showNotice(text);
        refresh();
    });
    showStatus();
}

void CleanupPanel::preview()
{
    m_previewing.ask(admin().clearExpired(true), this, [this](const Result<CleanupReport> &answer) {
        m_dryRun->setEnabled(true);
        m_preview->show();
        if (!answer) {
            m_preview->setText(errorText(answer.error()));
        } else {
            QString text = answer->expired == 0 ? tr("A cleanup now would remove no code.")
                                                : tr("A cleanup now would remove %n expired code(s).", nullptr,
                                                     int(answer->expired));
            if (answer->logRemoved > 0)
                text += u' ' +
                        tr("%n old row(s) of the send log would go with them.", nullptr, int(answer->logRemoved));
            m_preview->setText(text + u' ' + tr("Live codes and users stay."));
        }
    });
    m_dryRun->setEnabled(false);
}

void CleanupPanel::takeSettings(const SettingsView &view)
{
    const bool edited = !m_settings.values.isEmpty() && !changes().isEmpty();
    m_settings = view;
    for (const auto &[keys, label] : {std::pair(QStringList{intervalKey}, m_scheduleOrigin),
                                      std::pair(QStringList{daysKey, rowsKey}, m_retentionOrigin)}) {
        QStringList reasons;
        for (const QString &key : keys) {
            if (const QString reason = readOnlyReason(key, view.origins.value(key)); !reason.isEmpty())
                reasons.append(reason);
        }
        label->setText(reasons.join(u'\n'));
        label->setVisible(!reasons.isEmpty());
    }
    if (!edited)
        fill();
    updateApply();
}

void CleanupPanel::fill()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_scheduled), QSignalBlocker(m_interval),
                                       QSignalBlocker(m_days), QSignalBlocker(m_rows)};
    const seconds interval(m_settings.values.value(intervalKey).toInteger(DefaultInterval.count()));
    m_scheduled->setChecked(interval > 0s);
    m_interval->setValue(interval > 0s ? interval : DefaultInterval);
    m_days->setValue(m_settings.values.value(daysKey).toInt());
    m_rows->setValue(m_settings.values.value(rowsKey).toInt());
}

void CleanupPanel::revert()
{
    fill();
    m_settingsNotice->clear();
    updateApply();
}

void CleanupPanel::edited()
{
    m_settingsNotice->clear();
    updateApply();
}

QJsonObject CleanupPanel::changes() const
{
    QJsonObject wanted{{intervalKey, m_scheduled->isChecked() ? qint64(m_interval->value().count()) : 0},
                       {daysKey, m_days->value()},
                       {rowsKey, m_rows->value()}};
    for (const QString &key : wanted.keys()) {
        if (wanted.value(key).toInteger() == m_settings.values.value(key).toInteger())
            wanted.remove(key);
    }
    return wanted;
}

void CleanupPanel::updateApply()
{
    const bool known = !m_settings.values.isEmpty();
    const bool changed = known && !changes().isEmpty();
    const auto free = [&](const QString &key) {
        return known && !m_applying.isWaiting() && readOnlyReason(key, m_settings.origins.value(key)).isEmpty();
    };
    m_scheduled->setEnabled(free(intervalKey));
    m_interval->setEnabled(free(intervalKey) && m_scheduled->isChecked());
    m_days->setEnabled(free(daysKey));
    m_rows->setEnabled(free(rowsKey));
    m_apply->setVisible(changed);
    m_apply->setEnabled(!m_applying.isWaiting());
    m_revert->setVisible(changed);
}

void CleanupPanel::apply()
{
    m_applying.ask(admin().applySettings(changes()), this, [this](const Result<SettingsView> &answer) {
        if (!answer) {
            m_settingsNotice->tell(errorText(answer.error()), Tone::Bad);
            updateApply();
            return;
        }
        m_settings = *answer;
        fill();
        updateApply();
        m_settingsNotice->tell(tr("Applied."), Tone::Good);
        refresh();
    });
    updateApply();
}

std::unique_ptr<Panel> makeCleanupPanel(const PanelContext &context)
{
    return std::make_unique<CleanupPanel>(context);
}

} // namespace smsauth
