// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/FaultForm.h"

#include "ui/Theme.h"
#include "ui/panels/protection/FaultTexts.h"
#include "ui/widgets/DurationEdit.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/WheelGuard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

constexpr int LongestCode = 10;
constexpr seconds FirstEnd = 10min;
constexpr seconds LongestEnd = 24h;

FaultRule firstRule()
{
    FaultRule rule;
    rule.effect = {FaultOutcome::ProviderError, 503, 0ms};
    return rule;
}

/// Until it is on the phone, or until the gateway answers: not where neither ever happens.
bool hasDelay(FaultOutcome outcome)
{
    return outcome != FaultOutcome::TimeOut && outcome != FaultOutcome::NeverArrives &&
           outcome != FaultOutcome::Locked;
}

} // namespace

FaultForm::FaultForm(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(new QLabel(this))
    , m_subject(new QComboBox(this))
    , m_phone(new PhoneEdit(this))
    , m_probability(new QSpinBox(this))
    , m_outcome(new QComboBox(this))
    , m_status(new QSpinBox(this))
    , m_delay(new QDoubleSpinBox(this))
    , m_code(new QLineEdit(this))
    , m_limits(new QCheckBox(tr("Limits and the wait between two codes apply"), this))
    , m_ends(new QCheckBox(tr("Ends by itself after"), this))
    , m_end(new DurationEdit(tr("Time until the rule ends"), LongestEnd, this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    build();
    const auto touched = [this] {
        m_refusal.clear();
        follow();
    };
    connect(m_subject, &QComboBox::currentIndexChanged, this, touched);
    connect(m_phone, &QLineEdit::textChanged, this, touched);
    connect(m_probability, &QSpinBox::valueChanged, this, touched);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, touched);
    connect(m_status, &QSpinBox::valueChanged, this, touched);
    connect(m_delay, &QDoubleSpinBox::valueChanged, this, touched);
    connect(m_code, &QLineEdit::textChanged, this, touched);
    connect(m_limits, &QCheckBox::toggled, this, touched);
    const auto endTouched = [this, touched] {
        m_endTouched = true;
        touched();
    };
    connect(m_ends, &QCheckBox::toggled, this, endTouched);
    connect(m_end, &DurationEdit::changed, this, endTouched);
    connect(m_save, &QPushButton::clicked, this, &FaultForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &FaultForm::cancelled);
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_phone), m_code})
        connect(edit, &QLineEdit::returnPressed, this, &FaultForm::save);
    begin();
}

void FaultForm::build()
{
    m_subject->setAccessibleName(tr("Applies to"));
    m_subject->addItems({tr("One number"), tr("A share of all numbers")});
    m_phone->setAccessibleName(tr("Test number"));
    m_probability->setAccessibleName(tr("Percent of all numbers"));
    m_probability->setRange(1, 100);
    m_probability->setSuffix(tr(" %"));
    m_outcome->setAccessibleName(tr("What happens"));
    for (int outcome = int(FaultOutcome::Delivered); outcome <= int(FaultOutcome::Locked); ++outcome)
        m_outcome->addItem(outcomeName(FaultOutcome(outcome)), outcome);
    m_status->setAccessibleName(tr("HTTP status of the gateway"));
    m_status->setRange(400, 599);
    m_delay->setAccessibleName(tr("Delay in seconds"));
    m_delay->setRange(0, double(FaultEffect::MaxDelay.count()) / 1000);
    m_delay->setDecimals(1);
    m_delay->setSuffix(tr(" s"));
    m_code->setAccessibleName(tr("Fixed code"));
    m_code->setMaxLength(LongestCode);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    setLook(m_title, Look::Title);
    setLook(m_save, Look::Primary);
    setLook(m_cancel, Look::Quiet);
    auto *wheel = new WheelGuard(this);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_subject, m_probability, m_outcome, m_status, m_delay, m_end->number()})
        wheel->watch(field);
    m_outcome->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_outcome->setMinimumContentsLength(26);

    auto *who = new QWidget(this);
    auto *whoLine = new QHBoxLayout(who);
    whoLine->setContentsMargins(0, 0, 0, 0);
    whoLine->setSpacing(Space::S);
    whoLine->addWidget(m_subject);
    whoLine->addWidget(m_phone, 1);
    whoLine->addWidget(m_probability);
    whoLine->addStretch();
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(Space::L);
    m_form->setVerticalSpacing(Space::S);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_subjectProblem = addRow(m_form, tr("Applies to"), who);
    m_form->addRow(tr("What happens"), m_outcome);
    m_form->addRow(tr("HTTP status"), m_status);
    m_form->addRow(tr("Delay"), m_delay);
    m_codeProblem = addRow(m_form, tr("Fixed code"), m_code);
    m_form->addRow(QString(), m_limits);
    auto *end = new QHBoxLayout;
    end->setSpacing(Space::S);
    end->addWidget(m_ends);
    end->addWidget(m_end);
    end->addStretch(1);
    m_form->addRow(QString(), end);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    setTone(m_problem, Tone::Bad);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

/// The label below the field says what is wrong with it.
QLabel *FaultForm::addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *problem = new QLabel(this);
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    setTone(problem, Tone::Bad);
    auto *both = new QVBoxLayout;
    both->setSpacing(Space::XS);
    both->addWidget(field);
    both->addWidget(problem);
    form->addRow(label, both);
    return problem;
}

void FaultForm::setSurroundings(const FaultSurroundings &surroundings)
{
    m_surroundings = surroundings;
    m_phone->setRegion(surroundings.region);
    follow();
}

void FaultForm::begin()
{
    m_edited.reset();
    fill(firstRule());
}

void FaultForm::edit(const FaultRule &rule)
{
    m_edited = rule;
    fill(rule);
}

void FaultForm::fill(const FaultRule &rule)
{
    m_filled = rule;
    m_subject->setCurrentIndex(m_edited && rule.isForAny() ? 1 : 0);
    m_phone->setText(rule.phone.isNull() ? QString() : rule.phone.international());
    m_probability->setValue(rule.probability > 0 ? rule.probability : 10);
    m_outcome->setCurrentIndex(m_outcome->findData(int(rule.effect.outcome)));
    m_status->setValue(rule.effect.status > 0 ? rule.effect.status : 503);
    m_delay->setValue(double(rule.effect.delay.count()) / 1000);
    m_code->setText(rule.code);
    m_limits->setChecked(rule.limits);
    m_ends->setChecked(rule.until.has_value());
    const seconds left = rule.until ? std::chrono::ceil<seconds>(*rule.until - m_clock.now()) : FirstEnd;
    m_end->setValue(std::clamp(left, seconds(1), LongestEnd));
    m_endTouched = false;
    m_tried = false;
    m_refusal.clear();
    follow();
}

FaultOutcome FaultForm::outcome() const
{
    return FaultOutcome(m_outcome->currentData().toInt());
}

bool FaultForm::isForAny() const
{
    return m_subject->currentIndex() == 1;
}

milliseconds FaultForm::delay() const
{
    // The field shows tenths; what was finer stays as long as nobody changes it.
    const milliseconds shown(std::llround(m_delay->value() * 1000));
    const milliseconds filled = m_filled.effect.delay;
    return std::chrono::abs(shown - filled) <= 50ms && filled > 0ms ? filled : shown;
}

FaultRule FaultForm::rule() const
{
    FaultRule rule;
    if (isForAny())
        rule.probability = m_probability->value();
    else
        rule.phone = m_phone->phone();
    rule.effect.outcome = outcome();
    if (outcome() == FaultOutcome::ProviderError)
        rule.effect.status = m_status->value();
    if (hasDelay(outcome()))
        rule.effect.delay = delay();
    if (outcome() != FaultOutcome::Locked)
        rule.code = m_code->text();
    rule.limits = m_limits->isChecked();
    if (m_ends->isChecked())
        rule.until = m_endTouched || !m_filled.until ? m_clock.now() + m_end->value() : *m_filled.until;
    return rule;
}

QString FaultForm::subjectProblem() const
{
    if (isForAny())
        return shareProblem(rule(), editedId(), m_surroundings);
    if (m_phone->text().trimmed().isEmpty())
        return m_tried ? tr("Enter the number that this is about.") : QString();
    return m_phone->phone().isNull() ? tr("This is not a valid phone number.") : QString();
}

QString FaultForm::generalProblem() const
{
    return m_refusal.isEmpty() ? effectProblem(rule()) : m_refusal;
}

void FaultForm::follow()
{
    const FaultOutcome what = outcome();
    m_title->setText(m_edited ? tr("Change a rule") : tr("New rule"));
    m_phone->setVisible(!isForAny());
    m_probability->setVisible(isForAny());
    const auto showRow = [this](QWidget *field, bool show) {
        field->setVisible(show);
        m_form->labelForField(field)->setVisible(show);
    };
    showRow(m_status, what == FaultOutcome::ProviderError);
    showRow(m_delay, hasDelay(what));
    m_delay->setSpecialValueText(what == FaultOutcome::OutOfOrder ? tr("Up to 5 min") : tr("None"));
    m_code->setEnabled(what != FaultOutcome::Locked);
    m_code->setPlaceholderText(tr("Drawn as always"));
    m_end->setEnabled(m_ends->isChecked());
    for (const auto &[label, problem] :
         {std::pair(m_subjectProblem, subjectProblem()),
          std::pair(m_codeProblem, codeProblem(rule(), m_surroundings)), std::pair(m_problem, generalProblem())}) {
        label->setText(problem);
        label->setVisible(!problem.isEmpty());
    }
    m_save->setText(m_edited ? tr("&Save rule") : tr("&Add rule"));
    m_save->setEnabled(!m_busy);
}

void FaultForm::focusFirst()
{
    (isForAny() ? static_cast<QWidget *>(m_probability) : m_phone)->setFocus(Qt::OtherFocusReason);
}

void FaultForm::setBusy(bool busy)
{
    m_busy = busy;
    follow();
}

void FaultForm::tell(const QString &problem)
{
    m_refusal = problem;
    follow();
}

void FaultForm::save()
{
    if (m_busy)
        return;
    m_tried = true;
    m_refusal.clear();
    follow();
    if (!subjectProblem().isEmpty())
        return (isForAny() ? static_cast<QWidget *>(m_probability) : m_phone)->setFocus();
    if (!codeProblem(rule(), m_surroundings).isEmpty())
        return m_code->setFocus();
    if (generalProblem().isEmpty())
        Q_EMIT saveRequested(rule());
}

} // namespace smsauth
