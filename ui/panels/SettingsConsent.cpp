// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SettingsConsent.h"

#include "core/settings/SettingChecks.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Question
{
    QString title;
    QString text;
    QString consequence;
    QString verb;
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SettingsConsent)
};

QList<Question> questionsFor(const QJsonObject &changes, bool simulated)
{
    QList<Question> questions;
    const QString provider = changes.value("SMS_AUTH_PROVIDER"_L1).toString();
    if (simulated && !provider.isEmpty() && provider != "sandbox"_L1) {
        questions.append(
            {Text::tr("Go live"), Text::tr("Go live with %1?").arg(provider),
             Text::tr("From now on every sign-in sends a real SMS through %1, which it will charge for. "
                      "Codes are no longer shown here.")
                 .arg(provider),
             Text::tr("Go live with %1").arg(provider)});
    }
    const QString host = changes.value("SMS_AUTH_HOST"_L1).toString();
    if (!host.isEmpty() && !checks::isLoopback(host)) {
        questions.append(
            {Text::tr("Listen to the network"), Text::tr("Listen on %1?").arg(host),
             Text::tr("Other computers will reach this server: whoever is on that network can ask for "
                      "codes and try to sign in. Until now that was possible from this computer only."),
             Text::tr("Listen on %1").arg(host)});
    }
    return questions;
}

void askNext(QWidget *page, QList<Question> questions, const std::function<void()> &then)
{
    if (questions.isEmpty())
        return then();
    const Question question = questions.takeFirst();
    auto *box = new QMessageBox(QMessageBox::Warning, question.title, question.text, QMessageBox::NoButton, page);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question.consequence);
    QPushButton *go = box->addButton(question.verb, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(go, &QPushButton::clicked, page, [=] { askNext(page, questions, then); });
    box->open();
}

} // namespace

void askConsent(QWidget *page, const QJsonObject &changes, bool simulated, const std::function<void()> &then)
{
    askNext(page, questionsFor(changes, simulated), then);
}

} // namespace smsauth
