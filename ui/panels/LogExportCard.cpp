// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LogExportCard.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/InlineNotice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int Steps = 1000; ///< of the progress bar

QString ending(LogFormat format)
{
    return format == LogFormat::Csv ? u".csv"_s : u".jsonl"_s;
}

} // namespace

LogExportCard::LogExportCard(const PanelContext &context, std::function<std::optional<LogFilter>()> filter,
                             QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_filter(std::move(filter))
    , m_export(new LogExport(context.admin, this))
    , m_format(new QComboBox(this))
    , m_fullPhones(new QCheckBox(tr("&Whole phone numbers"), this))
    , m_file(new QLineEdit(this))
    , m_choose(new QPushButton(tr("C&hoose…"), this))
    , m_start(new QPushButton(tr("&Export"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_bar(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_notice(new InlineNotice(this))
{
    setLook(this, Look::Card);
    m_format->addItem(tr("CSV, for spreadsheets"), int(LogFormat::Csv));
    m_format->addItem(tr("JSON Lines, for programs"), int(LogFormat::JsonLines));
    m_format->setAccessibleName(tr("Format of the export"));
    m_file->setAccessibleName(tr("File to write"));
    m_choose->setAccessibleName(tr("Choose the file to write"));
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_close->setAccessibleName(tr("Close the export"));
    m_fullPhones->setToolTip(
        tr("Otherwise phones are written as +1202•••0101. Codes and texts are never written."));
    m_bar->setRange(0, Steps);
    m_bar->setTextVisible(false);
    setLook(m_start, Look::Primary);
    setLook(m_state, Look::Muted);
    m_state->setWordWrap(true);
    build();
    connect(m_format, &QComboBox::currentIndexChanged, this, &LogExportCard::fitName);
    connect(m_choose, &QPushButton::clicked, this, &LogExportCard::choose);
    connect(m_file, &QLineEdit::textChanged, this, &LogExportCard::updateControls);
    connect(m_fullPhones, &QCheckBox::toggled, this, &LogExportCard::updateControls);
    connect(m_file, &QLineEdit::textChanged, this, [this] { m_mayReplace = false; });
    connect(m_notice, &InlineNotice::triggered, this, [this] {
        m_mayReplace = true;
        start();
    });
    connect(m_start, &QPushButton::clicked, this, &LogExportCard::start);
    connect(m_close, &QPushButton::clicked, this, [this] { isRunning() ? m_export->cancel() : hide(); });
    connect(m_export, &LogExport::progressed, this, &LogExportCard::showProgress);
    connect(m_export, &LogExport::finished, this, [this](qint64 rows) {
        m_mayReplace = true; // what it has written itself
        tell(tr("%Ln row(s) written to %1.", nullptr, int(rows)).arg(QDir::toNativeSeparators(m_file->text())),
             Tone::Good);
    });
    connect(m_export, &LogExport::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::Cancelled)
            tell(tr("The export was cancelled; no file was left."), Tone::Muted);
        else if (error.code == ErrorCode::NotAllowed)
            tell(tr("Nothing was written.") + u' ' + coreText(error.detail), Tone::Warning, tr("&Replace it"));
        else
            tell(tr("Nothing was written.") + u' ' + coreText(error.detail) + u'\n' +
                     tr("Choose another folder, or make room on the disk, and try again."),
                 Tone::Bad);
    });
    hide();
}

void LogExportCard::build()
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    layout->setHorizontalSpacing(Space::S);
    layout->setVerticalSpacing(Space::S);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_format, 0, 0);
    layout->addWidget(m_fullPhones, 0, 1, 1, 2);
    layout->addWidget(m_file, 1, 0, 1, 2);
    layout->addWidget(m_choose, 1, 2);
    layout->addWidget(m_state, 2, 0, 1, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_start);
    buttons->addWidget(m_close);
    layout->addLayout(buttons, 2, 2);
    layout->addWidget(m_bar, 3, 0, 1, 3);
    layout->addWidget(m_notice, 4, 0, 1, 3);
}

void LogExportCard::open()
{
    if (m_file->text().isEmpty()) {
        QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        if (!QFileInfo(folder).isDir()) // named, but nobody has made it
            folder.clear();
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_context.clock.now()));
        m_file->setText(QDir(folder.isEmpty() ? QDir::homePath() : folder)
                            .filePath(u"send-log-"_s + now.toString(u"yyyy-MM-dd"_s)));
        fitName();
    }
    if (!isRunning())
        m_notice->clear();
    updateControls();
    show();
    m_start->setFocus();
}

/// The ending follows the format, unless it is somebody's own.
void LogExportCard::fitName()
{
    QString name = m_file->text();
    for (const LogFormat format : {LogFormat::Csv, LogFormat::JsonLines}) {
        if (name.endsWith(ending(format)))
            name.chop(ending(format).size());
    }
    if (!name.isEmpty() && QFileInfo(name).suffix().isEmpty())
        m_file->setText(name + ending(LogFormat(m_format->currentData().toInt())));
}

void LogExportCard::choose()
{
    auto *dialog = new QFileDialog(this, tr("Export the send log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_file->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(file);
        fitName();
        m_mayReplace = m_file->text() == file; // the dialog has asked
    });
    dialog->open();
}

void LogExportCard::start()
{
    const std::optional<LogFilter> filter = m_filter();
    if (!filter)
        return tell(tr("The filter cannot be used as it is. Correct what is underlined."), Tone::Warning);
    m_notice->clear();
    m_export->start({.filter = *filter,
                     .format = LogFormat(m_format->currentData().toInt()),
                     .file = m_file->text(),
                     .fullPhones = m_fullPhones->isChecked(),
                     .overwrite = m_mayReplace});
    showProgress({});
    updateControls();
    m_close->setFocus();
}

void LogExportCard::updateControls()
{
    const bool running = isRunning();
    for (QWidget *widget : {static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_fullPhones),
                            static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_choose)})
        widget->setEnabled(!running);
    m_start->setEnabled(!running && !m_file->text().isEmpty());
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_close->setAccessibleName(running ? tr("Cancel the export") : tr("Close the export"));
    m_bar->setVisible(running);
    if (!running)
        m_state->setText(m_fullPhones->isChecked() ? tr("Whole phone numbers; codes and texts are left out.")
                                                   : tr("All that the filter finds, with masked phones."));
}

void LogExportCard::showProgress(const LogExportProgress &progress)
{
    m_bar->setValue(int(progress.share * Steps));
    const QString rows = QLocale().toString(progress.rows);
    m_state->setText(
        progress.searchedBackTo
            ? tr("%1 rows so far, back to %2").arg(rows, timeText(*progress.searchedBackTo, m_context.clock.now()))
            : tr("%1 rows so far").arg(rows));
}

void LogExportCard::tell(const QString &text, Tone tone, const QString &action)
{
    m_notice->tell(text, tone, action);
    updateControls();
}

} // namespace smsauth
