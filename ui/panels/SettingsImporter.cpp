// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SettingsImporter.h"

#include "core/settings/SettingsSources.h"
#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/panels/SettingsConsent.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr qint64 LargestFile = 1 << 20;

/// A file to import, and what it would set.
struct ImportFile
{
    QByteArray text;
    QJsonObject settings;
};

/// Blocks; the detail of an error is the system's own words.
Result<ImportFile> readFile(const QString &name)
{
    // A pipe or a device would never end.
    if (QFileInfo(name).exists() && !QFileInfo(name).isFile())
        return {ErrorCode::InvalidInput, name};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::NotFound, file.errorString()};
    ImportFile read{file.read(LargestFile + 1), {}};
    if (file.error() != QFileDevice::NoError)
        return {ErrorCode::NotFound, file.errorString()};
    if (read.text.size() > LargestFile)
        return {ErrorCode::InvalidInput, name};
    // What is wrong with it is said by the import itself.
    if (const Result<ImportedSettings> found = importSettings(read.text); found)
        read.settings = found->settings;
    return read;
}

QFuture<Result<ImportFile>> readInBackground(const QString &name)
{
    auto promise = std::make_shared<QPromise<Result<ImportFile>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, name] {
        promise->addResult(readFile(name));
        promise->finish();
    });
    return promise->future();
}

} // namespace

SettingsImporter::SettingsImporter(Admin &admin, QWidget *page)
    : QObject(page)
    , m_admin(admin)
    , m_page(page)
{
}

void SettingsImporter::choose(bool simulated)
{
    auto *dialog = new QFileDialog(m_page, tr("Import settings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Settings (*.py *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, simulated](const QString &file) { read(file, simulated); });
    dialog->open();
}

void SettingsImporter::read(const QString &file, bool simulated)
{
    m_reading.ask(readInBackground(file), this, [this, file, simulated](const Result<ImportFile> &read) {
        Q_EMIT stateChanged();
        if (read)
            return askConsent(m_page, read->settings, simulated, [this, text = read->text] { import(text); });
        Q_EMIT told(read.error().code == ErrorCode::InvalidInput
                        ? tr("%1 is not a file with settings. Choose another one.").arg(file)
                        : tr("%1 cannot be read: %2").arg(file, coreText(read.error().detail)),
                    Tone::Bad);
    });
    Q_EMIT stateChanged();
}

void SettingsImporter::import(const QByteArray &text)
{
    m_importing.ask(m_admin.importSettings(text), this, [this](const Result<ImportReport> &answer) {
        Q_EMIT stateChanged();
        if (!answer) {
            Q_EMIT told(errorText(answer.error()), Tone::Bad);
            return;
        }
        // Names only: values may be nobody else's business.
        QStringList lines;
        if (!answer->settings.isEmpty())
            lines.append(tr("Set: %1").arg(answer->settings.keys().join(u", "_s)));
        if (!answer->secrets.isEmpty())
            lines.append(tr("Put into the secret store: %1").arg(answer->secrets.join(u", "_s)));
        if (!answer->ignored.isEmpty())
            lines.append(tr("Without effect here:"));
        for (const QString &ignored : answer->ignored)
            lines.append(reasonText(ignored));
        if (lines.isEmpty())
            lines.append(tr("There was nothing to import."));
        Q_EMIT told(lines.join(u'\n'), answer->ignored.isEmpty() ? Tone::Good : Tone::Warning);
        Q_EMIT imported();
    });
    Q_EMIT stateChanged();
}

} // namespace smsauth
