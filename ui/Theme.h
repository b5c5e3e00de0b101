// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <optional>

class QApplication;
class QWidget;

namespace smsauth {

/// What a colour means. The only way to a colour outside Theme.cpp.
enum class Tone {
    Text,
    Muted,    ///< secondary text
    Accent,   ///< links, focus, the one primary button
    OnAccent, ///< text upon it
    Good,
    Warning,
    Bad,
    Simulated, ///< the mode badge while no SMS leaves this computer
    Live,      ///< the mode badge when they do
    Window,
    Surface, ///< cards, lists, fields
    Raised,  ///< message bubbles, hovered rows
    Line,    ///< borders and separators
};

/// How a standard widget looks, beyond its class.
enum class Look {
    Default,  ///< as its class looks
    Primary,  ///< QPushButton: the one main action of a page
    Danger,   ///< QPushButton: cannot be undone
    Quiet,    ///< QPushButton, QToolButton: no frame until hovered
    Link,     ///< QPushButton: text in the accent colour
    Card,     ///< QFrame: a raised surface with a border and round corners
    Banner,   ///< QFrame: a coloured strip, with setTone()
    Headline, ///< QLabel: title of a page
    Title,    ///< QLabel: title of a card or section
    Muted,    ///< QLabel: secondary text
    Figure,   ///< QLabel: a large number
    Badge,    ///< QLabel: a small pill, with setTone()
    Mono,     ///< QLabel, QPlainTextEdit, QLineEdit: fixed pitch
    Sidebar,  ///< QListWidget: the list of pages
    Plain,    ///< QScrollArea, QListView: no frame, the window's background
};

/// Distances in device-independent pixels; use no other numbers in layouts.
struct Space
{
    static constexpr int XS = 4;
    static constexpr int S = 8;
    static constexpr int M = 12;
    static constexpr int L = 16;
    static constexpr int XL = 24;
};

QColor toneColor(Tone tone, const QPalette &palette);
/// From the application's palette.
QColor toneColor(Tone tone);
/// resources/icons/<name>.svg in the tone's colour; follows a change of the theme by itself. Sharp at every scale.
QIcon themedIcon(const QString &name, Tone tone = Tone::Text);

void setLook(QWidget *widget, Look look);
/// Colour of a label's text, a badge or a banner. May be changed at any time.
void setTone(QWidget *widget, Tone tone);

QFont monospaceFont();

/// Fusion with the project's own palettes. One per application; owned by main.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    Q_ENUM(Scheme)

    /// Before the first window; remembers what the system's own palette looked like.
    explicit Theme(QApplication &app);

    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    bool isDark() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool systemIsDark() const;
    void apply();

    QApplication &m_app;
    const bool m_startedDark;
    Scheme m_scheme = Scheme::System;
    std::optional<bool> m_applied; ///< dark or not
};

} // namespace smsauth
