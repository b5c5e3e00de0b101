// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CoreSentences.h"
#include "ui/CoreText.h"
#include "ui/ErrorText.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// Puts every sentence of one context between brackets, as a translation would change it.
class Brackets : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QByteArrayView(context) == "smsauth::CoreText" ? u'[' + QString::fromUtf8(source) + u']' : QString();
    }
    bool isEmpty() const override { return false; }
};

/// Answers of HTTP and of the command line, which no page shows.
bool isShownElsewhere(const QString &path)
{
    for (const QString &part :
         {u"/http/"_s, u"admin/Command"_s, u"Commands."_s, u"admin/Owner"_s, u"sms/SandboxInbox"_s}) {
        if (path.contains(part))
            return true;
    }
    return false;
}

/// Texts that stand in several pieces are one.
QString joined(QString source)
{
    static const QRegularExpression joint(u"\"(?:_s)?\\s*\\n\\s*u?\""_s);
    return source.remove(joint);
}

/// With something in its places; more: a path and its cause follow.
bool isKnown(const QString &text, bool more)
{
    static const QRegularExpression argument(u"%[0-9]"_s);
    for (const QString &sample : {u"7"_s, u"process 7"_s, u"the code"_s, u"environment"_s, u"keyring"_s}) {
        const QString said = QString(text).replace(argument, sample);
        if (knownCoreText(said) || (more && (knownCoreText(said + u"7"_s) || knownCoreText(said + u"7: 7"_s))))
            return true;
    }
    return false;
}

/// The words as they stand, or but for what core puts in their place at the ends: "%1 is no longer there".
bool occurs(const QString &words, const QString &source)
{
    const QStringList all = words.split(u' ');
    for (qsizetype front = 0; front <= 4 && front < all.size(); ++front) {
        for (qsizetype back = 0; back <= 4 && front + back < all.size(); ++back) {
            const QStringList part = all.mid(front, all.size() - front - back);
            if ((part == all || part.size() > 1) && source.contains(part.join(u' ')))
                return true;
        }
    }
    return false;
}

QMap<QString, QString> coreSources()
{
    QMap<QString, QString> sources;
    QDirIterator files(QStringLiteral(SMSAUTH_SOURCE_DIR "/core"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            sources.insert(file.fileName(), joined(QString::fromUtf8(file.readAll())));
    }
    return sources;
}

} // namespace

/// What core says in English reaches a person in their own language, and core says nothing that nobody knows.
class TestCoreText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("shown");
        const auto row = [](const QString &english, const QString &shown) {
            QTest::newRow(qPrintable(english)) << english << shown;
        };
        row({}, {});
        row(u"the code is no longer live"_s, u"The code is no longer valid."_s);
        row(u"port 8000 is in use"_s, u"Port 8000 is in use."_s);
        row(u"port 8000 is in use by nginx (pid 17)"_s, u"Port 8000 is in use by nginx (process 17)."_s);
        row(u"limit phone: 5 per 3600 s"_s, u"Limit of a number reached: 5 within 3600 s."_s);
        row(u"limit global: 5 per 3600 s; further refusals of this hour are not listed"_s,
            u"Limit of all sign-ins together reached: 5 within 3600 s. Further refusals of this hour are not listed."_s);
        // Whose words: those of the system in quotation marks, those of core translated, wherever they stand.
        row(u"cannot write /a: b/c.db: No space left on device"_s,
            u"/a cannot be written. The system says: “b/c.db: No space left on device”"_s);
        row(u"cannot write /tmp/c.db: No space left on device"_s,
            u"/tmp/c.db cannot be written. The system says: “No space left on device”"_s);
        row(u"/tmp/x.txt cannot be restored: it is not a database"_s,
            u"/tmp/x.txt cannot be restored. It is not a database."_s);
        row(u"/tmp/x.txt is not a database"_s, u"/tmp/x.txt is not a database."_s);
        row(u"/tmp/x.db cannot be restored: it is empty"_s, u"/tmp/x.db cannot be restored. It is empty."_s);
        row(u"/tmp/x.db cannot be restored: it is damaged: row 3 missing"_s,
            u"/tmp/x.db cannot be restored. It is damaged. The database says: “row 3 missing”"_s);
        row(u"database disk image is malformed"_s, u"“database disk image is malformed”"_s);
        row(u"/p/settings.json: must hold one JSON object"_s, u"/p/settings.json: It must hold one JSON object."_s);
        row(u"SMS_AUTH_CODE_LEN = 3: must be 4 to 10"_s, u"SMS_AUTH_CODE_LEN = 3: Must be 4 to 10."_s);
        row(u"SMS_AUTH_PROVIDER = x: no gateway has this id"_s,
            u"SMS_AUTH_PROVIDER = x: No gateway has this id."_s);
        row(u"Invalid 'To' number"_s, u"“Invalid 'To' number”"_s);
        row(u"no gateway has the id %1"_s, u"No gateway has the id %1."_s);
        row(u"country %2 is not allowed"_s, u"Numbers of the country %2 are not allowed."_s);
    }
    void translates()
    {
        QFETCH(QString, english);
        QTEST(coreText(english), "shown");
    }

    void isTranslated()
    {
        Brackets brackets;
        QVERIFY(QCoreApplication::installTranslator(&brackets));
        QCOMPARE(coreText(u"the server is stopping"_s), u"[The server is stopping.]"_s);
        QCOMPARE(coreText(u"not accepted before the code ran out: connection refused"_s),
                 u"[Not accepted before the code ran out. [The connection was refused.]]"_s);
        QCOMPARE(coreText(u"somebody else"_s), u"[“somebody else”]"_s);
        QCOMPARE(reasonText(u"somebody else"_s), u"somebody else"_s);
        QVERIFY(errorText({ErrorCode::Busy, u"the storage queue is full"_s, {}}).contains(u"[Too much waits"_s));
        QCoreApplication::removeTranslator(&brackets);
    }

    /// Nothing is said twice, and a table that is gone is told in words.
    void errorsSayItOnce()
    {
        QCOMPARE(errorText({ErrorCode::UserExists, u"another user has this number"_s, {}}),
                 u"Another user has this number already. Choose a different one."_s);
        QCOMPARE(errorText({ErrorCode::NotFound, u"the user is no longer there"_s, {}}),
                 u"The user is no longer there. Refresh the page."_s);
        QCOMPARE(errorText({ErrorCode::NotFound}), u"This is no longer there. Refresh the page."_s);
        const QString gone =
            errorText({ErrorCode::Storage, u"no such table: main.audit Unable to fetch row"_s, {}});
        QVERIFY2(gone.startsWith(u"The table “audit” is gone from the database."_s), qPrintable(gone));
        QVERIFY(!gone.contains(u"no such"_s));
        QVERIFY(errorText({ErrorCode::Storage, u"disk I/O error"_s, {}}).endsWith(u"“disk I/O error”"_s));
    }

    void everyPlaceIsShown()
    {
        static const QRegularExpression place(u"\\{\\*?\\}"_s);
        static const QRegularExpression shownPlace(u"%([0-9])"_s);
        for (const CoreSentence &sentence : coreSentences()) {
            const qsizetype places = QString::fromUtf8(sentence.core).count(place);
            if (places == 0)
                QCOMPARE(coreText(QString::fromUtf8(sentence.core)), QString::fromUtf8(sentence.shown));
            auto shown = shownPlace.globalMatch(QString::fromUtf8(sentence.shown));
            while (shown.hasNext()) {
                const int number = shown.next().captured(1).toInt();
                QVERIFY2(number >= 1 && number <= places, sentence.core);
            }
        }
    }

    /// The details of all errors that core makes.
    void knowsWhatCoreSays()
    {
        static const QRegularExpression detail(
            u"ErrorCode::\\w+,\\s*(?:u|QStringLiteral\\(\\s*)\"((?:[^\"\\\\]|\\\\.)*)\"(?:_s|\\))(\\s*\\+)?"_s);
        const QMap<QString, QString> sources = coreSources();
        QVERIFY(sources.size() > 200);
        QStringList unknown;
        int found = 0;
        for (auto source = sources.begin(); source != sources.end(); ++source) {
            if (isShownElsewhere(source.key()))
                continue;
            auto details = detail.globalMatch(source.value());
            while (details.hasNext()) {
                const QRegularExpressionMatch match = details.next();
                const QString text = match.captured(1).replace(u"\\\""_s, u"\""_s);
                ++found;
                if (!isKnown(text, !match.captured(2).isEmpty()))
                    unknown.append(source.key().section(u'/', -2) + u": "_s + text);
            }
        }
        QVERIFY2(found > 120, qPrintable(QString::number(found)));
        unknown.removeIf([](const QString &line) {
            // Said only where the console does not come, or by nobody but a program.
            return line.contains(u"secret set"_s) || line.contains(u"Enter a valid phone number."_s) ||
                   line.contains(u"set SMS_AUTH_SECRETS to file or keyring"_s) ||
                   line.contains(u"QHttpServer does not take"_s) ||
                   // Only put together here: the pieces are known.
                   line.endsWith(u".cpp: %1: %2"_s) || line.endsWith(u".cpp: %1 %2 per %3 s"_s);
        });
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    /// Nothing is translated that core does not say any more.
    void coreSaysWhatIsKnown()
    {
        QString all;
        for (const QString &source : coreSources())
            all += source;
        all.replace(u"\\\""_s, u"\""_s);
        static const QRegularExpression pieces(u"\\{\\*?\\}|: |; "_s);
        QStringList gone;
        for (const CoreSentence &sentence : coreSentences()) {
            QString longest;
            const QStringList parts = QString::fromUtf8(sentence.core).split(pieces);
            for (const QString &part : parts) {
                if (part.trimmed().size() > longest.size())
                    longest = part.trimmed();
            }
            if (!occurs(longest, all) && !longest.startsWith(u"limit "_s))
                gone.append(QString::fromUtf8(sentence.core));
        }
        QVERIFY2(gone.isEmpty(), qPrintable(gone.join(u'\n')));
    }
};

QTEST_MAIN(TestCoreText)
#include "tst_coretext.moc"
