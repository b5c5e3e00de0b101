// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FieldTexts.h"

#include "ui/CoreText.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct FieldSentences
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::FieldTexts)

public:
    static QHash<QString, QString> labels();
    static QString help(const QString &name);
    static QString reason(const QString &reason);
};

QHash<QString, QString> FieldSentences::labels()
{
    return {
        // clang-format off
        {u"Token"_s, tr("Token")},
        {u"Sender"_s, tr("Sender")},
        {u"Address of the gateway"_s, tr("Address of the gateway")},
        {u"API token"_s, tr("API token")},
        {u"Address of the gateway (.com or .eu)"_s, tr("Address of the gateway (.com or .eu)")},
        {u"Address of the gateway, https://sms.example.com"_s, tr("Address of the gateway, https://sms.example.com")},
        {u"API key"_s, tr("API key")},
        {u"Address, https://XXXXX.api.infobip.com"_s, tr("Address, https://XXXXX.api.infobip.com")},
        {u"Login"_s, tr("Login")},
        {u"Password"_s, tr("Password")},
        {u"Sender number"_s, tr("Sender number")},
        {u"Address of the smsbox"_s, tr("Address of the smsbox")},
        {u"Sender name, up to 11 characters"_s, tr("Sender name, up to 11 characters")},
        {u"Access key"_s, tr("Access key")},
        {u"Auth ID"_s, tr("Auth ID")},
        {u"Auth token"_s, tr("Auth token")},
        {u"Service plan ID"_s, tr("Service plan ID")},
        {u"E-mail of the account"_s, tr("E-mail of the account")},
        {u"Signature"_s, tr("Signature")},
        {u"Address of the phone, http://PHONE:8080"_s, tr("Address of the phone, http://PHONE:8080")},
        {u"Address of the cloud or private server, with /3rdparty/v1"_s, tr("Address of the cloud or private server, with /3rdparty/v1")},
        {u"API ID"_s, tr("API ID")},
        {u"Messaging profile"_s, tr("Messaging profile")},
        {u"Account SID or API key SID"_s, tr("Account SID or API key SID")},
        {u"Account SID, if the login is an API key"_s, tr("Account SID, if the login is an API key")},
        {u"Auth token or API key secret"_s, tr("Auth token or API key secret")},
        {u"Number, sender name or messaging service (MG…)"_s, tr("Number, sender name or messaging service (MG…)")},
        {u"API secret"_s, tr("API secret")},
        // clang-format on
    };
}

QString FieldSentences::help(const QString &name)
{
    if (name == "from"_L1)
        return tr("A number or a name that the gateway has allowed you to send from.");
    if (name == "base"_L1)
        return tr("Begins with https://. Change it only when the gateway gave you another one.");
    return {};
}

QString FieldSentences::reason(const QString &reason)
{
    static const QString setting = u"SMS_AUTH_SECRETS is "_s;
    static const QString simulated = u"The mode is simulated and no keyring was ready: "_s;
    if (reason.startsWith(setting))
        return tr("SMS_AUTH_SECRETS is %1.").arg(reason.sliced(setting.size()).chopped(1));
    if (reason.startsWith(simulated))
        return tr("The mode is simulated and no keyring was ready. %1")
            .arg(coreText(reason.sliced(simulated.size()).chopped(1)));
    if (reason == "A keyring was ready when the store was chosen."_L1)
        return tr("A keyring was ready when the store was chosen.");
    if (reason == "The store that was chosen could not be used, and memory was taken for this run."_L1)
        return tr("The store that was chosen could not be used, and memory was taken for this run.");
    return reason;
}

} // namespace

QString fieldLabelText(const QString &label)
{
    return FieldSentences::labels().value(label, label);
}

QString fieldHelpText(const QString &name)
{
    return FieldSentences::help(name);
}

QString storeReasonText(const QString &reason)
{
    return FieldSentences::reason(reason);
}

} // namespace smsauth
