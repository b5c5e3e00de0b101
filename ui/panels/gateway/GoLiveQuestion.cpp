// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GoLiveQuestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::GatewayPage)
};

} // namespace

QMessageBox *goLiveQuestion(const GoLive &what, QWidget *parent)
{
    QStringList lines{
        Text::tr("From now on every sign-in sends a real SMS through %1, which it will charge for. Codes "
                 "are no longer shown here.")
            .arg(what.gateway)};
    if (what.waiting > 0)
        lines.append(
            Text::tr("%Ln message(s) that wait for the simulator will be cancelled.", nullptr, what.waiting));
    if (what.lacksSecret)
        lines.append(
            Text::tr("A credential is not set yet: %1 will probably refuse every message.").arg(what.gateway));
    if (what.hasChanges)
        lines.append(Text::tr("Your changes on this page are saved first."));
    auto *box = new QMessageBox(QMessageBox::Warning, Text::tr("Go live"),
                                Text::tr("Go live with %1?").arg(what.gateway), QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(lines.join(u"\n\n"_s));
    box->addButton(Text::tr("Go live with %1").arg(what.gateway), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    return box;
}

} // namespace smsauth
