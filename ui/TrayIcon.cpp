// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TrayIcon.h"

#include "ui/Format.h"
#include "ui/StateLamp.h"
#include "ui/Theme.h"

#include <QAction>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// The program's icon with a lamp: its colour says the state of the server.
QIcon iconFor(ServerState state)
{
    const QIcon base(u":/smsauth/icons/app.svg"_s);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48}) {
        QPixmap picture = base.pixmap(QSize(size, size), 1.0);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal lamp = size * 0.42;
        painter.setPen(QPen(toneColor(Tone::Window), size / 16.0));
        painter.setBrush(toneColor(lampTone(state)));
        painter.drawEllipse(QRectF(size - lamp - 0.5, size - lamp - 0.5, lamp, lamp));
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace

TrayIcon::TrayIcon(QAction *toggle, QWidget *window)
    : QObject(window)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(new QSystemTrayIcon(this))
    , m_mode(m_menu->addAction(QString()))
{
    m_mode->setEnabled(false);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Show the &window")), &QAction::triggered, this, &TrayIcon::windowRequested);
    m_menu->addAction(toggle);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Stop and quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowRequested();
    });
    show({});
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

QString TrayIcon::toolTip() const
{
    return m_icon->toolTip();
}

void TrayIcon::show(const ServerStatus &status)
{
    const bool simulated = status.mode == Mode::Simulated;
    m_mode->setText(simulated ? tr("SIMULATED") : tr("LIVE"));
    m_mode->setIcon(themedIcon(simulated ? u"simulated"_s : u"live"_s, simulated ? Tone::Simulated : Tone::Live));
    m_icon->setToolTip(tr("SMS Auth Console: %1, %2").arg(stateText(status.state), m_mode->text()));
    m_icon->setIcon(iconFor(status.state));
    if (!m_icon->isVisible() && isAvailable())
        m_icon->show();
}

} // namespace smsauth
