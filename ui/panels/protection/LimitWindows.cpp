// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/LimitWindows.h"

#include "core/settings/LimitScopes.h"
#include "ui/Theme.h"
#include "ui/widgets/DurationEdit.h"
#include "ui/widgets/WheelGuard.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int LargestCount = 100'000'000;
constexpr int CountWidth = 124; ///< all lines alike
constexpr int TimeWidth = 92;
constexpr seconds LongestWindow = std::chrono::days(30);

QString windowText(seconds window)
{
    const int count = int(window.count());
    if (count % 86400 == 0)
        return LimitWindows::tr("%Ln day(s)", nullptr, count / 86400);
    if (count % 3600 == 0)
        return LimitWindows::tr("%Ln hour(s)", nullptr, count / 3600);
    if (count % 60 == 0)
        return LimitWindows::tr("%Ln minute(s)", nullptr, count / 60);
    return LimitWindows::tr("%Ln second(s)", nullptr, count);
}

/// What a person most likely adds: the next longer time.
Limit nextOf(const QList<Limit> &limits)
{
    const auto longest = std::max_element(limits.begin(), limits.end(),
                                          [](const Limit &a, const Limit &b) { return a.window < b.window; });
    for (const seconds window : {seconds(1h), seconds(24h), seconds(7 * 24h), LongestWindow}) {
        if (window > longest->window)
            return {std::min(longest->count * 2, LargestCount), window};
    }
    for (seconds window = 60s;; window += 60s) {
        if (std::none_of(limits.begin(), limits.end(), [&](const Limit &one) { return one.window == window; }))
            return {1, window};
    }
}

} // namespace

QString limitsText(const QList<Limit> &limits)
{
    QStringList parts;
    for (const Limit &limit : limits)
        parts.append(LimitWindows::tr("%1 in %2").arg(QLocale().toString(limit.count), windowText(limit.window)));
    return parts.join(LimitWindows::tr(", "));
}

LimitWindows::LimitWindows(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_wheel(new WheelGuard(this))
    , m_rows(new QVBoxLayout)
    , m_add(new QPushButton(tr("Add a time"), this))
    , m_problem(new QLabel(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Space::XS);
    setLook(m_add, Look::Link);
    m_add->setAccessibleName(tr("%1: add a time").arg(name));
    m_problem->setWordWrap(true);
    setTone(m_problem, Tone::Bad);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::XS);
    layout->addLayout(m_rows);
    layout->addWidget(m_problem);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const Limit next = nextOf(limits());
        addLine();
        m_lines.last().count->setValue(next.count);
        m_lines.last().window->setValue(next.window);
        m_lines.last().count->setFocus();
        showState();
        Q_EMIT edited();
    });
    showState();
}

LimitWindows::Line LimitWindows::makeLine()
{
    auto *box = new QWidget(this);
    Line line{box, new QSpinBox(box), new DurationEdit(m_name, LongestWindow, box), new QPushButton(box)};
    line.count->setRange(1, LargestCount);
    line.count->setGroupSeparatorShown(true);
    line.count->setMinimumWidth(CountWidth);
    line.window->number()->setMinimumWidth(TimeWidth);
    line.remove->setIcon(themedIcon(u"minus"_s, Tone::Muted));
    setLook(line.remove, Look::Quiet);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(line.count);
    //: between a number of codes and a length of time: 5 within 1 hour
    layout->addWidget(new QLabel(tr("within"), box));
    layout->addWidget(line.window);
    layout->addWidget(line.remove);
    layout->addStretch(1);
    m_wheel->watch(box);
    const auto changed = [this] {
        showState();
        Q_EMIT edited();
    };
    connect(line.count, &QSpinBox::valueChanged, this, changed);
    connect(line.window, &DurationEdit::changed, this, changed);
    connect(line.remove, &QPushButton::clicked, this, [this, box] { removeLine(box); });
    return line;
}

void LimitWindows::addLine()
{
    m_lines.append(makeLine());
    m_rows->addWidget(m_lines.constLast().box);
    m_lines.constLast().box->show(); // now: it is about to get the focus
    nameLines();
}

void LimitWindows::removeLine(const QWidget *box)
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [box](const Line &line) { return line.box == box; });
    found->box->hide();
    found->box->deleteLater();
    m_lines.erase(found);
    nameLines();
    m_add->setFocus(); // the button is gone now
    showState();
    Q_EMIT edited();
}

void LimitWindows::nameLines()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        line.count->setAccessibleName(tr("%1: number of codes %2").arg(m_name).arg(i + 1));
        line.window->setName(tr("%1: length of time %2").arg(m_name).arg(i + 1));
        line.remove->setAccessibleName(tr("%1: remove time %2").arg(m_name).arg(i + 1));
        line.remove->setToolTip(tr("Remove"));
    }
}

void LimitWindows::setLimits(const QList<Limit> &limits)
{
    if (limits == this->limits())
        return;
    const QSignalBlocker blocker(this);
    while (m_lines.size() > limits.size()) {
        delete m_lines.constLast().box;
        m_lines.removeLast();
    }
    while (m_lines.size() < limits.size())
        addLine();
    for (qsizetype i = 0; i < limits.size(); ++i) {
        m_lines.at(i).count->setValue(limits.at(i).count);
        m_lines.at(i).window->setValue(limits.at(i).window);
    }
    showState();
}

QList<Limit> LimitWindows::limits() const
{
    QList<Limit> limits;
    for (const Line &line : m_lines)
        limits.append({line.count->value(), line.window->value()});
    return limits;
}

QString LimitWindows::problem() const
{
    const std::optional<seconds> doubled = doubledWindow(limits());
    return doubled ? tr("Two of these are for %1. Change one of them, or remove it.").arg(windowText(*doubled))
                   : QString();
}

void LimitWindows::showState()
{
    const QString wrong = problem();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_add->setVisible(m_lines.size() < Most);
    for (const Line &line : std::as_const(m_lines)) {
        line.remove->setVisible(m_lines.size() > 1);
        line.count->setAccessibleDescription(wrong);
    }
}

} // namespace smsauth
