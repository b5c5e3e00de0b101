// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/ProviderRegistry.h"
#include "ui/FieldTexts.h"
#include "ui/SettingTexts.h"
#include "ui/widgets/SettingRow.h"

#include <QLibraryInfo>
#include <QTest>
#include <QTranslator>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// Another language: every text between guillemets, so that what was not asked for stands out.
class Foreign : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return u'«' + QString::fromUtf8(text) + u'»';
    }
    bool isEmpty() const override { return false; }
};

} // namespace

/// The words of core that a person reads in their own language.
class tst_SettingTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingHasItsTexts()
    {
        for (const SettingInfo &info : settingsList()) {
            QVERIFY2(hasSettingText(info), info.key.data());
            // In English they are the words of manual and command line.
            QCOMPARE(settingText(info).label, QString(info.label));
            QCOMPARE(settingText(info).help, QString(info.help));
            QCOMPARE(settingText(info).range, QString(info.range));
        }
    }

    void everyFieldOfAGatewayHasALabel()
    {
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        for (const auto &provider : ProviderRegistry().all()) {
            for (const ProviderField &field : provider->fields())
                QVERIFY2(fieldLabelText(field.label).startsWith(u'«'), qPrintable(provider->id() + field.label));
        }
        QCOMPARE(fieldLabelText(u"What somebody wrote"_s), u"What somebody wrote"_s);
    }

    void rulesAreSentences_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("sentence");
        const QString length = u"SMS_AUTH_CODE_LEN"_s;
        QTest::newRow("range") << length << u"must be 4 to 10"_s << u"Must be 4 to 10."_s;
        QTest::newRow("one of") << u"SMS_AUTH_SUCCESS_KEY"_s << u"must be one of pk, id"_s
                                << u"Must be one of pk, id."_s;
        QTest::newRow("together") << u"SMS_AUTH_MESSAGE"_s << u"must contain {code}"_s
                                  << u"Must have {code} in it."_s;
        QTest::newRow("of the system") << u"SMS_AUTH_TLS_CERT"_s << u"no such file"_s << u"No such file."_s;
        QTest::newRow("nothing") << length << QString() << QString();
    }
    void rulesAreSentences()
    {
        QFETCH(QString, key);
        QFETCH(QString, rule);
        QFETCH(QString, sentence);
        QCOMPARE(settingRuleText(*findSetting(key), rule), sentence);
    }

    void everyRefusalIsTranslated()
    {
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        Settings settings;
        for (const SettingInfo &info : settingsList()) {
            if (info.range.isEmpty())
                continue;
            const Result<void> read = info.read(settings, QJsonValue(QString(5000, u'\x01')));
            QVERIFY2(!read, info.key.data());
            const QString text = settingRuleText(info, ruleOf(read.error().detail));
            QVERIFY2(text.startsWith(u'«'), qPrintable(info.key + text));
        }
        QVERIFY(settingWarningText(u"SMS_AUTH_DATABASE takes effect when the program starts again."_s)
                    .startsWith(u'«'));
        QVERIFY(settingWarningText(u"SMS_AUTH_X in the environment is not a setting and has no effect."_s)
                    .startsWith(u'«'));
        QVERIFY(storeReasonText(u"SMS_AUTH_SECRETS is file."_s).contains(u"file"));
    }

    void searchKnowsBothLanguages()
    {
        Foreign foreign;
        QVERIFY(QCoreApplication::installTranslator(&foreign));
        const SettingRow row(*findSetting(u"SMS_AUTH_CODE_LEN"_s));
        QVERIFY(row.matches({u"code_len"_s}));
        QVERIFY(row.matches({u"«Code"_s}));            // as it is shown
        QVERIFY(row.matches({u"should"_s, u"use"_s})); // as the manual has it
        QVERIFY(!row.matches({u"keyring"_s}));
    }

    void qtItselfSpeaksRussian()
    {
        QTranslator qt;
        QVERIFY2(qt.load(QLocale(QLocale::Russian), u"qtbase"_s, u"_"_s,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
                 "the package qt6-translations-l10n holds it");
        QCOMPARE(qt.translate("QPlatformTheme", "Cancel"), u"Отмена"_s);
    }
};

QTEST_MAIN(tst_SettingTexts)
#include "tst_settingtexts.moc"
