// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CleanupHistory.h"

#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr qsizetype Few = 6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::CleanupHistory)
};

QString causeText(const QString &cause)
{
    if (cause == CleanupRun::Schedule)
        return Text::tr("Schedule");
    return cause == "console"_L1 ? Text::tr("Console") : Text::tr("Command line");
}

QString resultText(const CleanupRun &run, Timestamp now)
{
    if (!run.error.isEmpty())
        return Text::tr("Stopped before its end: %1").arg(coreText(run.error));
    if (run.foundNothing() && run.runs > 1)
        return Text::tr("Nothing to remove in %Ln run(s)", nullptr, run.runs) + u' ' +
               Text::tr("since %1").arg(timeText(run.since, now));
    if (run.foundNothing())
        return Text::tr("Nothing to remove");
    QString text = Text::tr("Removed %Ln code(s)", nullptr, int(run.report.removed));
    if (run.report.logRemoved > 0)
        text += Text::tr(" and %Ln row(s) of the send log", nullptr, int(run.report.logRemoved));
    return text + u" · "_s + Text::tr("%1 ms").arg(QLocale().toString(qint64(run.duration.count())));
}

bool isSame(const CleanupRun &one, const CleanupRun &other)
{
    return one.id == other.id && one.at == other.at && one.runs == other.runs;
}

} // namespace

CleanupHistory::CleanupHistory(const PanelContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_more(new QPushButton(this))
{
    setLook(this, Look::Card);
    setLook(m_more, Look::Link);
    m_more->setCheckable(true);
    auto *title = new QLabel(tr("History"), this);
    setLook(title, Look::Title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(title);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &QPushButton::toggled, this, &CleanupHistory::rebuild);
    rebuild();
}

void CleanupHistory::show(const std::optional<CleanupStatus> &status)
{
    if (!status)
        return;
    const QList<CleanupRun> &runs = status->history;
    if (m_runs.size() == runs.size() && std::equal(runs.begin(), runs.end(), m_runs.begin(), isSame))
        return; // somebody may be reading it
    m_runs = runs;
    rebuild();
}

void CleanupHistory::rebuild()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::L);
    grid->setVerticalSpacing(Space::S);
    grid->setColumnStretch(2, 1);
    const Timestamp now = m_context.clock.now();
    const qsizetype shown = m_more->isChecked() ? m_runs.size() : std::min(m_runs.size(), Few);
    for (int row = 0; row < shown; ++row) {
        const CleanupRun &run = m_runs.at(row);
        auto *time = new QLabel(timeText(run.at, now), m_rows);
        auto *cause = new QLabel(causeText(run.cause), m_rows);
        auto *result = new QLabel(resultText(run, now), m_rows);
        result->setTextFormat(Qt::PlainText);
        result->setWordWrap(true);
        setLook(time, Look::Muted);
        setLook(cause, Look::Muted);
        if (run.foundNothing())
            setLook(result, Look::Muted);
        int column = 0;
        for (QLabel *label : {time, cause, result})
            grid->addWidget(label, row, column++, Qt::AlignTop);
    }
    if (shown == 0) {
        auto *none = new QLabel(tr("No cleanup yet."), m_rows);
        setLook(none, Look::Muted);
        grid->addWidget(none, 0, 0, 1, 3);
    }
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_rows);
    m_rows->show();
    m_more->setVisible(m_runs.size() > Few);
    m_more->setText(m_more->isChecked() ? tr("Show fewer")
                                        : tr("Show all %Ln line(s)", nullptr, int(m_runs.size())));
}

} // namespace smsauth
