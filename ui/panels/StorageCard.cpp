// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StorageCard.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/RestoreQuestion.h"
#include "ui/widgets/InlineNotice.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// Less is not worth a word: the next sign-ins fill it.
constexpr qint64 WorthIt = 256 * 1024;

/// What a back-up is refused for says enough by itself; of the rest it is said what to do.
QString plainText(const Error &error)
{
    return error.code == ErrorCode::InvalidInput && !error.detail.isEmpty() ? coreText(error.detail)
                                                                            : errorText(error);
}

} // namespace

StorageCard::StorageCard(const PanelContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new QLabel(this))
    , m_busy(new QLabel(this))
    , m_compact(new QPushButton(this))
    , m_backUp(new QPushButton(tr("Back u&p…"), this))
    , m_restore(new QPushButton(tr("Rest&ore…"), this))
    , m_cancel(new QPushButton(tr("Cancel the back-up"), this))
    , m_notice(new InlineNotice(this))
    , m_trail(new InlineNotice(this))
{
    build();
    connect(m_compact, &QPushButton::clicked, this,
            [this] { m_size && !m_size->shrinks ? askToRebuild() : compact(false); });
    connect(m_backUp, &QPushButton::clicked, this, &StorageCard::chooseTarget);
    connect(m_restore, &QPushButton::clicked, this, &StorageCard::chooseBackup);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_context.admin.cancelBackUp();
        m_cancel->setEnabled(false);
    });
    connect(m_trail, &InlineNotice::triggered, this, [this] { m_context.openPanel(u"audit"_s, u"verify"_s); });
    showState();
}

void StorageCard::build()
{
    setLook(this, Look::Card);
    auto *title = new QLabel(tr("Database"), this);
    setLook(title, Look::Title);
    for (QLabel *label : {m_text, m_busy}) {
        label->setWordWrap(true);
        setLook(label, Look::Muted);
    }
    setLook(m_cancel, Look::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    for (QPushButton *button : {m_backUp, m_restore, m_compact})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *working = new QHBoxLayout;
    working->setSpacing(Space::S);
    working->addWidget(m_busy, 1);
    working->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addWidget(m_notice);
    layout->addWidget(m_trail);
    layout->addLayout(buttons);
    layout->addLayout(working);
}

void StorageCard::refresh()
{
    m_asking.ask(m_context.admin.storageSize(), this, [this](const Result<StorageSize> &size) {
        m_size = size ? std::optional(*size) : std::nullopt;
        showState();
    });
}

bool StorageCard::isBusy() const
{
    return m_compacting.isWaiting() || m_writing.isWaiting() || m_checking.isWaiting() || m_restoring.isWaiting();
}

void StorageCard::showState()
{
    const bool busy = isBusy();
    const bool hasRoom = m_size && m_size->free >= WorthIt;
    const bool rebuilds = m_size && !m_size->shrinks;
    QString text = u"–"_s;
    if (m_size) {
        text = tr("It takes up %1 of the disk.").arg(sizeText(m_size->bytes));
        if (hasRoom)
            text += u' ' + tr("%1 of that hold nothing any more.").arg(sizeText(m_size->free));
        if (rebuilds)
            text += u' ' + tr("An earlier version has made it: it gives nothing back until it is rebuilt once.");
    }
    m_text->setText(text);
    m_compact->setText(rebuilds  ? tr("Re&build…")
                       : hasRoom ? tr("Give %1 &back").arg(sizeText(m_size->free))
                                 : tr("Nothing to give back"));
    m_compact->setEnabled(!busy && (hasRoom || rebuilds));
    m_backUp->setEnabled(!busy);
    m_restore->setEnabled(!busy);
    m_busy->setText(m_writing.isWaiting()      ? tr("Writing the back-up. The server goes on meanwhile.")
                    : m_checking.isWaiting()   ? tr("Looking at the back-up from one end to the other…")
                    : m_restoring.isWaiting()  ? tr("Restoring…")
                    : m_compacting.isWaiting() ? tr("Giving back…")
                                               : QString());
    m_busy->setVisible(busy);
    m_cancel->setVisible(m_writing.isWaiting());
}

void StorageCard::compact(bool rebuild)
{
    m_notice->clear();
    m_compacting.ask(m_context.admin.compact(rebuild), this, [this](const Result<CompactReport> &report) {
        if (report)
            m_notice->answer(tr("The database takes up %1 now, %2 before.")
                                 .arg(sizeText(report->after), sizeText(report->before)),
                             Tone::Good);
        else
            m_notice->answer(errorText(report.error()), Tone::Bad);
        refresh();
        showState();
    });
    showState();
}

void StorageCard::askToRebuild()
{
    const qint64 left = m_size->bytes - m_size->free;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Rebuild the database"),
                                tr("Rebuild the database of %1?").arg(sizeText(m_size->bytes)),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("It will take up about %1. The server stops meanwhile, so that sign-ins fail for some "
           "moments, and about %1 of the disk have to be free.")
            .arg(sizeText(left)));
    QPushButton *go = box->addButton(tr("Rebuild"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this] { compact(true); });
    box->open();
}

void StorageCard::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Back up"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"db"_s);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_context.clock.now()));
    dialog->selectFile(u"smsauth-%1.db"_s.arg(now.toString(u"yyyy-MM-dd"_s)));
    dialog->setNameFilters({tr("Back-ups (*.db)"), tr("All files (*)")});
    // It has asked when there is such a file.
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { backUp(file, true); });
    dialog->open();
}

void StorageCard::backUp(const QString &file, bool overwrite)
{
    m_notice->clear();
    m_cancel->setEnabled(true);
    m_writing.ask(m_context.admin.backUp(file, overwrite), this, [this](const Result<BackupReport> &report) {
        if (report) {
            QString text = tr("The back-up is in %1 (%2).").arg(report->file, sizeText(report->bytes));
            text += u' ' + tr("It holds sealed texts; their key stays in the secret store of this profile.");
            m_notice->answer(text, Tone::Good);
        } else if (report.error().code == ErrorCode::Cancelled) {
            m_notice->answer(tr("The back-up was cancelled. No file was written."), Tone::Muted);
        } else {
            m_notice->answer(tr("No back-up was written.") + u' ' + errorText(report.error()), Tone::Bad);
        }
        showState();
    });
    showState();
}

void StorageCard::focusRestore()
{
    m_restore->setFocus(Qt::OtherFocusReason);
}

void StorageCard::chooseBackup()
{
    auto *dialog = new QFileDialog(this, tr("Restore a back-up"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Back-ups (*.db)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &StorageCard::offerRestore);
    dialog->open();
}

void StorageCard::offerRestore(const QString &file)
{
    m_notice->clear();
    m_checking.ask(m_context.admin.checkBackup(file), this, [this](const Result<BackupCheck> &check) {
        if (check)
            askToRestore(*check);
        else
            m_notice->answer(plainText(check.error()) + u'\n' + tr("The database is as it was."), Tone::Bad);
        showState();
    });
    showState();
}

void StorageCard::askToRestore(const BackupCheck &check)
{
    const StorageContents &present = check.present;
    const bool isOpen = m_context.status.current().state != ServerState::Failed ||
                        present.users + present.messages + present.codes > 0;
    QMessageBox *box = restoreQuestion(check, isOpen, m_context.clock.now(), this);
    connect(box, &QMessageBox::accepted, this, [this, file = check.file] { restore(file); });
    box->open();
}

void StorageCard::restore(const QString &file)
{
    m_trail->clear();
    const bool hasFailed = m_context.status.current().state == ServerState::Failed;
    m_restoring.ask(m_context.admin.restore(file), this, [this, hasFailed](const Result<RestoreReport> &report) {
        if (report && !report->kept.isEmpty())
            m_notice->answer(tr("Restored. The database that was there lies in %1.").arg(report->kept), Tone::Good);
        else if (report)
            m_notice->answer(tr("Restored."), Tone::Good);
        else
            m_notice->answer(tr("Not restored; the database is as it was.") + u'\n' + plainText(report.error()),
                             Tone::Bad);
        if (report)
            verifyTrail();
        if (report && hasFailed)
            startServer();
        refresh();
        showState();
    });
    showState();
}

/// What ran goes on by itself; what could not start on the old database can now.
void StorageCard::startServer()
{
    whenDone(this, m_context.admin.startServer(), [this](const Result<ServerStatus> &started) {
        if (!started)
            m_context.notify({errorText(started.error()), {}, {}, true});
    });
}

/// A back-up may have been changed where it lay. What it holds counts all the same, so nothing waits for this.
void StorageCard::verifyTrail()
{
    m_verifying.ask(m_context.admin.verifyAudit(), this, [this](const Result<AuditVerdict> &verdict) {
        if (!verdict)
            m_trail->answer(
                tr("The audit trail that was restored could not be verified: %1").arg(errorText(verdict.error())),
                Tone::Warning, tr("Open the audit trail"));
        else if (!verdict->isSound())
            m_trail->answer(tr("The audit trail that was restored is not sound: %Ln finding(s). Somebody may have "
                               "changed the back-up "
                               "or the database it was made of.",
                               nullptr, int(verdict->found)),
                            Tone::Warning, tr("Open the audit trail"));
    });
}

} // namespace smsauth
