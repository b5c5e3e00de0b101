// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RestoreQuestion.h"

#include "ui/Format.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::RestoreQuestion)
};

QString line(const QString &name, qint64 there, std::optional<qint64> now)
{
    const QLocale locale;
    if (!now)
        return Text::tr("%1: %2 in the back-up").arg(name, locale.toString(there));
    return Text::tr("%1: %2 in the back-up, %3 now").arg(name, locale.toString(there), locale.toString(*now));
}

} // namespace

QMessageBox *restoreQuestion(const BackupCheck &check, bool presentIsKnown, Timestamp now, QWidget *parent)
{
    const StorageContents there = check.contents;
    const auto present = [&](qint64 number) { return presentIsKnown ? std::optional(number) : std::nullopt; };
    QStringList lines{line(Text::tr("Users"), there.users, present(check.present.users)),
                      line(Text::tr("Messages"), there.messages, present(check.present.messages)),
                      line(Text::tr("Codes"), there.codes, present(check.present.codes))};
    if (check.lastChange)
        lines.append(Text::tr("Last sign-in in the back-up: %1").arg(timeText(*check.lastChange, now)));
    lines.append(QString());
    lines.append(
        Text::tr("The server starts anew on it. The database that is there now stays beside it under a dated "
                 "name. Codes of the back-up are no longer accepted and waiting messages are not sent: they "
                 "may have been used since."));
    if (!check.sameKey) {
        lines.append(QString());
        lines.append(Text::tr("It was made with another key: texts that are sealed in it cannot be read here "
                              "(key_lost). Users and the rows of the log can."));
    }
    auto *box = new QMessageBox(QMessageBox::Warning, Text::tr("Restore a back-up"),
                                Text::tr("Restore %1?").arg(QFileInfo(check.file).fileName()),
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(lines.join(u'\n'));
    box->addButton(Text::tr("Restore %Ln user(s)", nullptr, int(check.contents.users)), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    return box;
}

} // namespace smsauth
