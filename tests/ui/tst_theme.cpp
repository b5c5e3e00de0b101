// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AppearanceMenu.h"
#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Motion.h"
#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <cmath>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void textIsReadable_data();
    void textIsReadable();
    void sheetHasNoLooseNames_data();
    void sheetHasNoLooseNames();
    void everyIconIsDrawn();
    void errorsHaveSentences();
    void durations_data();
    void durations();
    void json_data();
    void json();
    void remembersTheAppearance();
    void numbersAreReadFromTheLeft();

private:
    std::unique_ptr<Theme> m_theme;
};

void tst_Theme::textIsReadable_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void tst_Theme::textIsReadable()
{
    QFETCH(Theme::Scheme, scheme);
    m_theme->setScheme(scheme);
    for (const Tone text : {Tone::Text, Tone::Muted, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad,
                            Tone::Simulated, Tone::Live}) {
        for (const Tone ground : {Tone::Window, Tone::Surface, Tone::Raised}) {
            const double ratio = contrast(toneColor(text), toneColor(ground));
            QVERIFY2(ratio >= 4.5,
                     qPrintable(u"tone %1 on %2: %3"_s.arg(int(text)).arg(int(ground)).arg(ratio, 0, 'f', 2)));
        }
    }
    QVERIFY(contrast(toneColor(Tone::OnAccent), toneColor(Tone::Accent)) >= 4.5);
}

void tst_Theme::sheetHasNoLooseNames_data()
{
    textIsReadable_data();
}

void tst_Theme::sheetHasNoLooseNames()
{
    QFETCH(Theme::Scheme, scheme);
    m_theme->setScheme(scheme);
    QVERIFY(!qApp->styleSheet().isEmpty());
    QVERIFY2(!qApp->styleSheet().contains(u'$'),
             qPrintable(qApp->styleSheet().mid(qApp->styleSheet().indexOf(u'$'), 30)));
}

void tst_Theme::everyIconIsDrawn()
{
    const QStringList files = QDir(u":/smsauth/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        const QImage image = themedIcon(file.chopped(4)).pixmap(24, 24).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(drawn > 8, qPrintable(file));
    }
    QVERIFY(themedIcon(u"no-such-icon"_s).isNull());
}

void tst_Theme::errorsHaveSentences()
{
    QSet<QString> sentences;
    const int last = int(ErrorCode::Internal);
    for (int code = 0; code <= last; ++code)
        sentences.insert(errorText({ErrorCode(code), {}}));
    QCOMPARE(sentences.size(), last + 1);
    QVERIFY(errorText({ErrorCode::LimitReached, {}, std::chrono::seconds(30)}).contains(u"30"_s));
    QVERIFY(errorText({ErrorCode::Provider, u"Authenticate"_s}).endsWith(u"“Authenticate”"_s));
}

void tst_Theme::durations_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << -5 << u"0 s"_s;
    QTest::newRow("seconds") << 4900 << u"4 s"_s;
    QTest::newRow("minute") << 60'000 << u"1 min"_s;
    QTest::newRow("minutes") << 125'000 << u"2 min 5 s"_s;
    QTest::newRow("hours") << 3'600'000 * 3 << u"3 h"_s;
    QTest::newRow("hours and minutes") << 3'600'000 + 60'000 << u"1 h 1 min"_s;
    QTest::newRow("days") << 86'400'000 * 3 << u"3 day(s)"_s;
}

void tst_Theme::durations()
{
    QFETCH(int, ms);
    QTEST(durationText(milliseconds(ms)), "text");
}

void tst_Theme::json_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pretty");
    QTest::newRow("order stays") << QByteArray(R"({"b":1,"a":[]})") << u"{\n  \"b\": 1,\n  \"a\": []\n}"_s;
    QTest::newRow("texts stay") << QByteArray(R"({"a":"x,  {\"y\": 1}"})")
                                << u"{\n  \"a\": \"x,  {\\\"y\\\": 1}\"\n}"_s;
    QTest::newRow("numbers stay") << QByteArray(R"([1.0,1e2])") << u"[\n  1.0,\n  1e2\n]"_s;
    QTest::newRow("not JSON") << QByteArray("<p>a, b</p>") << u"<p>a, b</p>"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void tst_Theme::json()
{
    QFETCH(QByteArray, text);
    QTEST(prettyJson(text), "pretty");
}

void tst_Theme::remembersTheAppearance()
{
    UiState state{{}};
    const auto choose = [](const AppearanceMenu &menu, const QString &text) {
        for (QAction *action : menu.actions()) {
            if (action->text().remove(u'&') == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text + u" is not there"_s));
    };
    {
        const AppearanceMenu menu(*m_theme, state);
        QVERIFY(!isMotionReduced());
        choose(menu, u"Dark"_s);
        choose(menu, u"Reduce motion"_s);
    }
    QVERIFY(m_theme->isDark());
    QVERIFY(isMotionReduced());
    m_theme->setScheme(Theme::Scheme::Light);
    setReducedMotion(false);
    const AppearanceMenu again(*m_theme, state); // as after a restart
    QVERIFY(m_theme->isDark());
    QCOMPARE(motionTime(std::chrono::milliseconds(200)), std::chrono::milliseconds(0));
    choose(again, u"Light"_s);
    choose(again, u"Reduce motion"_s);
    QVERIFY(!m_theme->isDark());
    QCOMPARE(motionTime(std::chrono::milliseconds(200)), std::chrono::milliseconds(200));
}

void tst_Theme::numbersAreReadFromTheLeft()
{
    const auto phone = PhoneNumber::fromStored(u"+12025550101"_s);
    QCOMPARE(phoneText(phone, Mode::Simulated), u"+1 202-555-0101"_s);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QString mirrored = phoneText(phone, Mode::Simulated);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(mirrored.endsWith(u"+1 202-555-0101"_s));
    QCOMPARE(mirrored.front().direction(), QChar::DirL);
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
