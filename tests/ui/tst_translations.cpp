// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(L?\\d+|n)"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

} // namespace

/// What a person reads in another language: all of it is there, and nothing that is filled in has been lost.
class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Nothing else here needs the library that has them: a linker may leave it out.
    void initTestCase() { Q_INIT_RESOURCE(smsauth_ui_translations); }
    void russianIsComplete();
    void pluralForms_data();
    void pluralForms();
};

void tst_Translations::russianIsComplete()
{
    QFile file(QStringLiteral(SMSAUTH_SOURCE_DIR) + u"/translations/smsauth_ru.ts"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int messages = 0;
    int forms = 0;
    bool numerus = false;
    const auto check = [&](const QString &translation) {
        QVERIFY2(!translation.isEmpty(), qPrintable(u"not translated: %1"_s.arg(source)));
        QCOMPARE(placeholders(translation), placeholders(source));
    };
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "translation"_L1 && numerus)
            QCOMPARE(forms, 3); // one, few, many
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "message"_L1) {
            numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
            ++messages;
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            QVERIFY2(xml.attributes().value("type"_L1).isEmpty(), qPrintable(u"not finished: %1"_s.arg(source)));
            forms = 0;
            if (!numerus)
                check(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1) {
            check(xml.readElementText());
            ++forms;
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(messages > 300);
}

void tst_Translations::pluralForms_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("one day") << u"en"_s << 1 << u"1 day"_s;
    QTest::newRow("two days") << u"en"_s << 2 << u"2 days"_s;
    QTest::newRow("ru 1") << u"ru"_s << 1 << u"1 день"_s;
    QTest::newRow("ru 3") << u"ru"_s << 3 << u"3 дня"_s;
    QTest::newRow("ru 11") << u"ru"_s << 11 << u"11 дней"_s;
    QTest::newRow("ru 21") << u"ru"_s << 21 << u"21 день"_s;
}

void tst_Translations::pluralForms()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    QTranslator translator;
    QVERIFY(translator.load(u"smsauth_"_s + language, u":/smsauth/translations"_s));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QTEST(QCoreApplication::translate("smsauth::Format", "%Ln day(s)", nullptr, count), "text");
    // Other texts have one in every language, their own or the source's.
    QVERIFY(!QCoreApplication::translate("smsauth::FirstSteps", "Send me a code").isEmpty());
}

QTEST_MAIN(tst_Translations)
#include "tst_translations.moc"
