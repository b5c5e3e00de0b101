// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/PanelTest.h"
#include "ui/panels/ProvidersPanel.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>

namespace smsauth {

using namespace Qt::StringLiterals;

/// The page Providers over four gateways, and short words for what its tests do with it.
class ProvidersTest : protected PanelTest
{
protected:
    QListWidget *list = nullptr;

    void makeProviders()
    {
        fixture = std::make_unique<PanelFixture>();
        admin().statusNow.secretStore = u"keyring"_s;
        fixture->status.ask();
        makePage(makeProvidersPanel);
        list = panel->findChild<QListWidget *>();
    }

    void type(QLineEdit *field, const QString &text)
    {
        field->clear();
        QTest::keyClicks(field, text);
    }
    QLineEdit *edit(const QString &name)
    {
        const auto all = panel->findChildren<QLineEdit *>(name);
        for (QLineEdit *found : all) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    void giveTwilioAFile()
    {
        QFile file(u":/smsauth/providers/twilio.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        admin().gatewayFiles.insert(u"twilio"_s, {u"twilio"_s, file.readAll(), false});
        admin().providerRows[1].isFile = true;
    }
    void showTwilio()
    {
        showPanel(*panel);
        QTRY_COMPARE(list->count(), 4);
        panel->open(u"twilio"_s);
        settle();
        QVERIFY(edit(u"login"_s));
    }
    QString chosenId()
    {
        return list->currentItem() ? list->currentItem()->data(Qt::UserRole).toString() : QString();
    }
};

} // namespace smsauth
