// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CleanupSettings.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/DurationEdit.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/MutedLabel.h"
#include "ui/widgets/SettingOrigin.h"
#include "ui/widgets/Ticker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString intervalKey = u"SMS_AUTH_CLEANUP_INTERVAL"_s;
const QString timeKey = u"SMS_AUTH_CLEANUP_AT"_s;
const QString daysKey = u"SMS_AUTH_LOG_DAYS"_s;
const QString rowsKey = u"SMS_AUTH_LOG_ROWS"_s;
constexpr seconds DefaultInterval = 600s;
const QString timeForm = u"HH:mm"_s;
const QTime DefaultTime(3, 30);

QVBoxLayout *cardLayout(QFrame *card, const QString &title)
{
    setLook(card, Look::Card);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    auto *label = new QLabel(title, card);
    setLook(label, Look::Title);
    layout->addWidget(label);
    return layout;
}

} // namespace

CleanupSettings::CleanupSettings(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_lastRun(new QLabel(this))
    , m_nextRun(new QLabel(this))
    , m_scheduled(new QCheckBox(tr("Clean up by &itself"), this))
    , m_rhythm(new QComboBox(this))
    , m_interval(new DurationEdit(tr("Time between two cleanups"), seconds(86400), this))
    , m_time(new QTimeEdit(this))
    , m_scheduleOrigin(mutedLabel(this))
    , m_days(new QSpinBox(this))
    , m_rows(new QSpinBox(this))
    , m_retentionOrigin(mutedLabel(this))
    , m_bar(new QWidget(parent))
    , m_apply(new QPushButton(tr("&Apply"), m_bar))
    , m_revert(new QPushButton(tr("&Revert"), m_bar))
    , m_notice(new InlineNotice(m_bar))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(buildSchedule());
    layout->addWidget(buildRetention());
    buildBar();

    const auto edited = [this] {
        m_notice->clear();
        updateFields();
    };
    connect(m_scheduled, &QCheckBox::toggled, this, edited);
    connect(m_rhythm, &QComboBox::currentIndexChanged, this, edited);
    connect(m_interval, &DurationEdit::changed, this, edited);
    connect(m_time, &QTimeEdit::timeChanged, this, edited);
    connect(m_days, &QSpinBox::valueChanged, this, edited);
    connect(m_rows, &QSpinBox::valueChanged, this, edited);
    connect(m_notice, &InlineNotice::triggered, this, &CleanupSettings::refresh);
    connect(m_apply, &QPushButton::clicked, this, &CleanupSettings::apply);
    connect(m_revert, &QPushButton::clicked, this, [this, edited] {
        fill();
        edited();
    });
    connect(new Ticker(1s, this), &Ticker::ticked, this, &CleanupSettings::showRuns);
    showRuns();
    updateFields();
}

QWidget *CleanupSettings::buildSchedule()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card, tr("Schedule"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    m_rhythm->setAccessibleName(tr("How often"));
    m_rhythm->addItem(tr("every", "cleanup every 10 minutes"));
    m_rhythm->addItem(tr("daily at", "cleanup daily at 03:30"));
    m_time->setAccessibleName(tr("Time of the daily cleanup"));
    line->addWidget(m_rhythm);
    line->addWidget(m_interval);
    line->addWidget(m_time);
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
    layout->addWidget(m_scheduled);
    layout->addLayout(line);
    layout->addWidget(m_scheduleOrigin);
    layout->addLayout(facts);
    return card;
}

QWidget *CleanupSettings::buildRetention()
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

QWidget *CleanupSettings::buildBar()
{
    setLook(m_revert, Look::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_apply);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);
    return m_bar;
}

void CleanupSettings::refresh()
{
    m_asking.ask(m_context.admin.settings(), this, [this](const Result<SettingsView> &answer) {
        if (answer) {
            if (std::exchange(m_readFailed, false))
                m_notice->clear();
            take(*answer);
        } else {
            m_readFailed = true;
            m_notice->tell(errorText(answer.error()), Tone::Bad, tr("Read agai&n"));
        }
    });
}

void CleanupSettings::show(const std::optional<CleanupStatus> &status)
{
    m_status = status;
    showRuns();
}

void CleanupSettings::showRuns()
{
    const Timestamp now = m_context.clock.now();
    if (!m_status) {
        m_lastRun->setText(u"–"_s);
        m_nextRun->setText(u"–"_s);
        return;
    }
    if (!m_status->lastRun) {
        m_lastRun->setText(tr("Never"));
    } else {
        const CleanupReport &report = m_status->lastReport;
        QString text =
            tr("%1: removed %Ln code(s)", nullptr, int(report.removed)).arg(agoText(*m_status->lastRun, now));
        if (report.logRemoved > 0)
            text += tr(" and %Ln row(s) of the send log", nullptr, int(report.logRemoved));
        m_lastRun->setText(text);
    }
    if (!m_status->nextRun)
        m_nextRun->setText(tr("Only when you ask for it"));
    else if (*m_status->nextRun <= now)
        m_nextRun->setText(tr("Now"));
    else
        m_nextRun->setText(
            tr("In %1, at %2").arg(durationText(*m_status->nextRun - now), timeText(*m_status->nextRun, now)));
}

void CleanupSettings::take(const SettingsView &view)
{
    const bool edited = !m_settings.values.isEmpty() && !changes().isEmpty();
    m_settings = view;
    for (const auto &[keys, label] : {std::pair(QStringList{intervalKey, timeKey}, m_scheduleOrigin),
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
    updateFields();
}

void CleanupSettings::fill()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_scheduled), QSignalBlocker(m_rhythm),
                                       QSignalBlocker(m_interval),  QSignalBlocker(m_time),
                                       QSignalBlocker(m_days),      QSignalBlocker(m_rows)};
    const seconds interval(m_settings.values.value(intervalKey).toInteger(DefaultInterval.count()));
    const QTime time = QTime::fromString(m_settings.values.value(timeKey).toString(), timeForm);
    m_scheduled->setChecked(interval > 0s || time.isValid());
    m_rhythm->setCurrentIndex(time.isValid() ? 1 : 0);
    m_time->setTime(time.isValid() ? time : DefaultTime);
    m_interval->setValue(interval > 0s ? interval : DefaultInterval);
    m_days->setValue(m_settings.values.value(daysKey).toInt());
    m_rows->setValue(m_settings.values.value(rowsKey).toInt());
}

bool CleanupSettings::isDaily() const
{
    return m_rhythm->currentIndex() == 1;
}

QJsonObject CleanupSettings::changes() const
{
    const bool daily = m_scheduled->isChecked() && isDaily();
    QJsonObject wanted{{timeKey, daily ? m_time->time().toString(timeForm) : QString()},
                       {daysKey, m_days->value()},
                       {rowsKey, m_rows->value()}};
    if (!daily) // beside a time of day the interval does not count, and stays for later
        wanted.insert(intervalKey, m_scheduled->isChecked() ? qint64(m_interval->value().count()) : 0);
    for (const QString &key : wanted.keys()) {
        if (wanted.value(key).toVariant().toString() == m_settings.values.value(key).toVariant().toString())
            wanted.remove(key);
    }
    return wanted;
}

void CleanupSettings::updateFields()
{
    const bool known = !m_settings.values.isEmpty();
    const bool changed = known && !changes().isEmpty();
    const auto free = [&](const QString &key) {
        return known && !m_applying.isWaiting() && readOnlyReason(key, m_settings.origins.value(key)).isEmpty();
    };
    const bool scheduled = m_scheduled->isChecked();
    m_scheduled->setEnabled(free(intervalKey) && free(timeKey));
    m_rhythm->setEnabled(free(intervalKey) && free(timeKey) && scheduled);
    m_interval->setEnabled(free(intervalKey) && scheduled);
    m_interval->setVisible(!isDaily());
    m_time->setEnabled(free(timeKey) && scheduled);
    m_time->setVisible(isDaily());
    m_days->setEnabled(free(daysKey));
    m_rows->setEnabled(free(rowsKey));
    m_apply->setVisible(changed);
    m_apply->setEnabled(!m_applying.isWaiting());
    m_revert->setVisible(changed);
}

void CleanupSettings::apply()
{
    m_applying.ask(m_context.admin.applySettings(changes()), this, [this](const Result<SettingsView> &answer) {
        if (!answer) {
            m_notice->tell(errorText(answer.error()), Tone::Bad);
            updateFields();
            return;
        }
        m_settings = *answer;
        fill();
        updateFields();
        m_notice->tell(tr("Applied."), Tone::Good);
        Q_EMIT applied();
    });
    updateFields();
}

} // namespace smsauth
