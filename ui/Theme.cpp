// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Theme.h"

#include "ui/ThemedIcon.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct ToneColors
{
    QRgb light;
    QRgb dark;
};

/// Text tones reach a contrast of 4.5 : 1 upon Window, Surface and Raised (WCAG 2.1, 1.4.3); tests/ui/tst_theme
/// checks.
ToneColors colorsOf(Tone tone)
{
    switch (tone) {
    case Tone::Text:
        return {0xff1b1f24, 0xffe7e9ed};
    case Tone::Muted:
        return {0xff59626e, 0xffa2abb8};
    case Tone::Accent:
        return {0xff2b5bd0, 0xff8fb0ff};
    case Tone::OnAccent:
        return {0xffffffff, 0xff0e1730};
    case Tone::Good:
        return {0xff17724a, 0xff66cf97};
    case Tone::Warning:
        return {0xff8a5200, 0xfff2b760};
    case Tone::Bad:
        return {0xffb3261e, 0xffff938a};
    case Tone::Simulated:
        return {0xff6b3fa8, 0xffc3a5f5};
    case Tone::Live:
        return {0xffb3261e, 0xffff938a};
    case Tone::Window:
        return {0xfff4f5f8, 0xff15171c};
    case Tone::Surface:
        return {0xffffffff, 0xff1d2027};
    case Tone::Raised:
        return {0xffecf0f7, 0xff282d37};
    case Tone::Line:
        return {0xffd9dee6, 0xff353b47};
    }
    Q_UNREACHABLE();
}

QColor colorFor(Tone tone, bool dark)
{
    const ToneColors colors = colorsOf(tone);
    return QColor(dark ? colors.dark : colors.light);
}

QColor mix(const QColor &a, const QColor &b, qreal share)
{
    const auto part = [share](int x, int y) { return int(x + (y - x) * share); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QLatin1StringView nameOf(Look look)
{
    switch (look) {
    case Look::Default:
        return "default"_L1;
    case Look::Primary:
        return "primary"_L1;
    case Look::Danger:
        return "danger"_L1;
    case Look::Quiet:
        return "quiet"_L1;
    case Look::Link:
        return "link"_L1;
    case Look::Card:
        return "card"_L1;
    case Look::Banner:
        return "banner"_L1;
    case Look::Headline:
        return "headline"_L1;
    case Look::Title:
        return "title"_L1;
    case Look::Muted:
        return "muted"_L1;
    case Look::Figure:
        return "figure"_L1;
    case Look::Badge:
        return "badge"_L1;
    case Look::Mono:
        return "mono"_L1;
    case Look::Sidebar:
        return "sidebar"_L1;
    case Look::Plain:
        return "plain"_L1;
    }
    Q_UNREACHABLE();
}

constexpr Tone allTones[] = {Tone::Text,    Tone::Muted,  Tone::Accent,    Tone::OnAccent, Tone::Good,
                             Tone::Warning, Tone::Bad,    Tone::Simulated, Tone::Live,     Tone::Window,
                             Tone::Surface, Tone::Raised, Tone::Line};

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Text:
        return u"text"_s;
    case Tone::Muted:
        return u"muted"_s;
    case Tone::Accent:
        return u"accent"_s;
    case Tone::OnAccent:
        return u"onAccent"_s;
    case Tone::Good:
        return u"good"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Bad:
        return u"bad"_s;
    case Tone::Simulated:
        return u"simulated"_s;
    case Tone::Live:
        return u"live"_s;
    case Tone::Window:
        return u"window"_s;
    case Tone::Surface:
        return u"surface"_s;
    case Tone::Raised:
        return u"raised"_s;
    case Tone::Line:
        return u"line"_s;
    }
    Q_UNREACHABLE();
}

QPalette paletteFor(bool dark)
{
    const auto color = [dark](Tone tone) { return colorFor(tone, dark); };
    const QColor faint = mix(color(Tone::Muted), color(Tone::Window), 0.4);
    QPalette palette;
    palette.setColor(QPalette::Window, color(Tone::Window));
    palette.setColor(QPalette::WindowText, color(Tone::Text));
    palette.setColor(QPalette::Base, color(Tone::Surface));
    palette.setColor(QPalette::AlternateBase, mix(color(Tone::Surface), color(Tone::Raised), 0.4));
    palette.setColor(QPalette::Text, color(Tone::Text));
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Button, dark ? color(Tone::Raised) : color(Tone::Surface));
    palette.setColor(QPalette::ButtonText, color(Tone::Text));
    palette.setColor(QPalette::BrightText, color(Tone::Bad));
    palette.setColor(QPalette::Highlight, color(Tone::Accent));
    palette.setColor(QPalette::HighlightedText, color(Tone::OnAccent));
    palette.setColor(QPalette::Link, color(Tone::Accent));
    palette.setColor(QPalette::LinkVisited, color(Tone::Accent));
    palette.setColor(QPalette::ToolTipBase, color(Tone::Raised));
    palette.setColor(QPalette::ToolTipText, color(Tone::Text));
    palette.setColor(QPalette::Light, mix(color(Tone::Surface), color(Tone::Window), 0.2));
    palette.setColor(QPalette::Midlight, color(Tone::Line));
    palette.setColor(QPalette::Mid, color(Tone::Line));
    palette.setColor(QPalette::Dark, mix(color(Tone::Line), color(Tone::Text), 0.25));
    palette.setColor(QPalette::Shadow, mix(color(Tone::Window), QColor(0xff000000), 0.6));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Tone::Line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return palette;
}

/// The sheet is written with the names of the tones, "$accent"; "$accent@12" is that colour at 12 % over the
/// surface.
QString styleSheetFor(bool dark)
{
    QString sheet = u""
                    R"(
QPushButton { padding: 7px 14px; border: 1px solid $line; border-radius: 7px; background: palette(button);
    outline: none; min-height: 18px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:disabled { color: $faint; background: transparent; }
QPushButton[look="primary"] { color: $onAccent; background: $accent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accentHover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { color: $faint; background: $raised; border-color: $line; }
QPushButton[look="danger"] { color: $bad; border-color: $bad; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { border: 1px solid transparent; border-radius: 7px;
    background: transparent; padding: 5px; outline: none; }
QPushButton[look="quiet"] { padding: 6px 10px; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $raised; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 1px solid $accent; }
QPushButton[look="quiet"][tone="warning"] { color: $warning; background: $warning@14; }
QToolButton[look="quiet"]:checked { background: $accent@16; }
QPushButton[look="link"] { color: $accent; border: 1px solid transparent; background: transparent; padding: 2px 4px;
    text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid $accent; }

QPushButton::menu-indicator { image: url(:/smsauth/icons/chevron-down-$scheme.svg); width: 12px; height: 12px;
    subcontrol-origin: content; subcontrol-position: right center; }
QToolButton::menu-indicator { image: url(:/smsauth/icons/chevron-down-$scheme.svg); width: 10px; height: 10px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 3px; }
QToolButton[popupMode="2"], QToolButton[popupMode="InstantPopup"] { padding-right: 17px; }

QLineEdit, QPlainTextEdit, QTextEdit { border: 1px solid $line; border-radius: 7px; padding: 6px 8px;
    background: $surface; selection-background-color: $accent; selection-color: $onAccent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QLineEdit:disabled { color: $faint; background: $window; }
QLineEdit[readOnly="true"] { background: $window; }
QPlainTextEdit[readOnly="true"] { background: $window; }
QComboBox, QAbstractSpinBox { border: 1px solid $line; border-radius: 7px; padding: 6px 8px; background: $surface;
    selection-background-color: $accent; selection-color: $onAccent; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 5px 7px; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: $faint; background: $window; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/smsauth/icons/chevron-down-$scheme.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border: 1px solid $line; background: $surface; selection-background-color: $accent@16;
    selection-color: $text; padding: 4px; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none; width: 22px;
    background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/smsauth/icons/chevron-up-$scheme.svg); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url(:/smsauth/icons/chevron-down-$scheme.svg); width: 11px; height: 11px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }

QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 15px; height: 15px; border: 1px solid $muted;
    background: $surface; }
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked { border-color: $accent; background: $accent;
    image: url(:/smsauth/icons/check-on-$scheme.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 13px; height: 13px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QListView::indicator:disabled { border-color: $line; background: $window; }

QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[look="banner"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[look="banner"][tone="warning"] { background: $warning@10; border-color: $warning@45; }
QFrame[look="banner"][tone="bad"] { background: $bad@10; border-color: $bad@45; }
QFrame[look="banner"][tone="good"] { background: $good@10; border-color: $good@45; }
QFrame[look="banner"][tone="accent"] { background: $accent@10; border-color: $accent@45; }
QScrollArea[look="plain"], QScrollArea[look="plain"] > QWidget > QWidget { background: transparent; border: none; }
QAbstractItemView[look="plain"] { background: transparent; border: none; }

QLabel[look="headline"] { font-size: $headlinept; font-weight: 600; }
QLabel[look="title"] { font-size: $titlept; font-weight: 600; }
QLabel[look="figure"] { font-size: $figurept; font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="badge"] { border-radius: 9px; padding: 2px 9px; background: $raised; font-weight: 600; }
$toneRules

QTableView, QTreeView, QListView { border: 1px solid $line; border-radius: 8px; background: $surface;
    gridline-color: $line; alternate-background-color: palette(alternate-base); }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid $accent; }
QTableView, QTreeView, QListView { padding: 2px; }
QTableView::item, QTreeView::item { padding: 4px 8px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-weight: 600; }
QTableCornerButton::section { background: $surface; border: none; }

QListView[look="sidebar"] { background: transparent; border: none; border-radius: 0; outline: none; padding: 8px; }
QListView[look="sidebar"]::item { padding: 8px 10px; border-radius: 7px; margin: 1px 0; color: $text;
    border: 2px solid transparent; }
QListView[look="sidebar"]::item:hover { background: $raised; }
QListView[look="sidebar"]::item:selected { background: $accent@16; color: $text; }
QListView[look="sidebar"]:focus::item:selected { border-color: $accent; }

QTabWidget::pane { border: 1px solid $line; border-radius: 8px; top: -1px; background: $surface; }
QTabBar::tab { padding: 7px 14px; border: none; border-bottom: 2px solid transparent; color: $muted; background: transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { color: $accent; }
QTabBar { outline: none; qproperty-drawBase: 0; }

QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: 22px; padding: 10px; background: $surface; }
QGroupBox::title { subcontrol-origin: margin; left: 4px; font-weight: 600; }

QStatusBar { border-top: 1px solid $line; background: $surface; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 8px; }
QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent@16; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QScrollBar:vertical { width: 11px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 11px; background: transparent; margin: 0; }
QScrollBar::handle { background: $muted@45; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 30px; }
QScrollBar::handle:horizontal { min-width: 30px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
#bubble { background: $raised; border: none; border-radius: 12px; }
QLabel#bubbleText { font-size: $bubblept; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 360px; }
QMainWindow::separator { background: transparent; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: $accent@45; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $line; padding: 0; spacing: 0; }
#phoneScreen { background: $surface; border: 1px solid $line; border-radius: 18px; }
#topBar { background: transparent; border: none; }
#sideBar { background: $surface; border-right: 1px solid $line; }
#toast { background: $text; border-radius: 8px; }
#toast QLabel { color: $window; }
#toast[tone="bad"] { background: $bad; }
#toast QPushButton { color: $window; background: transparent; border: 1px solid $window; padding: 4px 10px; }
#toast QPushButton:focus { border-width: 2px; padding: 3px 9px; }
)"_s;
    QString toneRules;
    for (const Tone tone : allTones) {
        const QString name = toneName(tone);
        toneRules += u"QLabel[tone=\"%1\"] { color: $%1; }\n"
                     "QLabel[look=\"badge\"][tone=\"%1\"] { background: $%1@14; }\n"_s.arg(name);
    }
    sheet.replace(u"$toneRules"_s, toneRules);
    const qreal points = QApplication::font().pointSizeF();
    const auto size = [points](qreal factor) { return QString::number(points * factor, 'f', 1) + u"pt"_s; };
    sheet.replace(u"$headlinept"_s, size(1.55))
        .replace(u"$titlept"_s, size(1.15))
        .replace(u"$figurept"_s, size(2.0));
    sheet.replace(u"$bubblept"_s, size(1.1));

    sheet.replace(u"$scheme"_s, dark ? u"dark"_s : u"light"_s);
    const QColor surface = colorFor(Tone::Surface, dark);
    const QColor accent = colorFor(Tone::Accent, dark);
    sheet.replace(u"$accentHover"_s, mix(accent, colorFor(Tone::Text, dark), 0.15).name());
    sheet.replace(u"$faint"_s, mix(colorFor(Tone::Muted, dark), colorFor(Tone::Window, dark), 0.4).name());
    for (const Tone tone : allTones) {
        const QColor color = colorFor(tone, dark);
        for (const int percent : {10, 14, 16, 45})
            sheet.replace(u"$%1@%2"_s.arg(toneName(tone)).arg(percent),
                          mix(surface, color, percent / 100.0).name());
    }
    for (const Tone tone : allTones)
        sheet.replace(u"$"_s + toneName(tone), colorFor(tone, dark).name());
    return sheet;
}

void polishAgain(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    return colorFor(tone, isDarkPalette(palette));
}

QColor toneColor(Tone tone)
{
    return toneColor(tone, QGuiApplication::palette());
}

QIcon themedIcon(const QString &name, Tone tone)
{
    return QIcon(new ThemedIcon(name, tone));
}

void setLook(QWidget *widget, Look look)
{
    if (look == Look::Mono) {
        widget->setFont(monospaceFont());
        return;
    }
    const QString name = nameOf(look);
    if (widget->property("look").toString() == name)
        return;
    widget->setProperty("look", name);
    if (look == Look::Badge)
        widget->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    polishAgain(widget);
}

void setTone(QWidget *widget, Tone tone)
{
    const QString name = toneName(tone);
    if (widget->property("tone").toString() == name)
        return;
    widget->setProperty("tone", name);
    polishAgain(widget);
}

QFont monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

Theme::Theme(QApplication &app)
    : m_app(app)
    , m_startedDark(isDarkPalette(QGuiApplication::palette()))
{
    m_app.setStyle(QStyleFactory::create(u"Fusion"_s));
    m_app.installEventFilter(this);
    apply();
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

bool Theme::isDark() const
{
    switch (m_scheme) {
    case Scheme::System:
        return systemIsDark();
    case Scheme::Light:
        return false;
    case Scheme::Dark:
        return true;
    }
    Q_UNREACHABLE();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_scheme == Scheme::System)
        apply();
    return QObject::eventFilter(watched, event);
}

bool Theme::systemIsDark() const
{
    // QStyleHints::colorScheme is there from Qt 6.5 on: 0 unknown, 1 light, 2 dark. Before, or when it is unknown,
    // the palette that the platform had given the application tells.
    const int scheme = QGuiApplication::styleHints()->property("colorScheme").toInt();
    return scheme == 0 ? m_startedDark : scheme == 2;
}

void Theme::apply()
{
    const bool dark = isDark();
    if (m_applied == dark)
        return;
    m_applied = dark;
    QApplication::setPalette(paletteFor(dark));
    m_app.setStyleSheet(styleSheetFor(dark));
    Q_EMIT changed();
}

} // namespace smsauth
