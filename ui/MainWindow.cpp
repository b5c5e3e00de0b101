// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/CommandField.h"
#include "ui/ErrorText.h"
#include "ui/FailureArea.h"
#include "ui/Format.h"
#include "ui/HelpDialog.h"
#include "ui/Locking.h"
#include "ui/Menus.h"
#include "ui/PageStack.h"
#include "ui/PhoneDock.h"
#include "ui/ShortcutList.h"
#include "ui/Sidebar.h"
#include "ui/StatusLine.h"
#include "ui/Theme.h"
#include "ui/TopBar.h"
#include "ui/TrayIcon.h"
#include "ui/UiState.h"
#include "ui/widgets/SimulatedPhone.h"
#include "ui/widgets/Toast.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString geometryKey = u"window.geometry"_s;
const QString layoutKey = u"window.layout"_s;
const QString startKey = u"server.start"_s;
constexpr int LayoutVersion = 1;

} // namespace

MainWindow::MainWindow(Admin &admin, const Clock &clock, Theme &theme, UiState &state, QWidget *parent)
    : QMainWindow(parent)
    , m_admin(admin)
    , m_theme(theme)
    , m_state(state)
    , m_status(admin)
    , m_control(admin, m_status, this)
    , m_closing(state, this)
    , m_clipboard(*QApplication::clipboard(), clock)
    , m_context{admin,
                clock,
                m_status,
                state,
                [this](const QString &id, const QString &argument) { openPanel(id, argument); },
                [this](const Notice &notice) { m_toast->show(notice); },
                [this](const QString &secret, const QString &label) {
                    m_clipboard.copy(secret);
                    m_toast->show({tr("%1 copied. It leaves the clipboard in %Ln second(s).", nullptr,
                                      int(ClipboardGuard::Lease.count()))
                                       .arg(label),
                                   {},
                                   {},
                                   false});
                },
                [this](const PhoneNumber &phone, const QString &code) { useCode(phone, code); },
                [this] { m_failure->unlock(); }}
{
    setWindowIcon(QIcon(u":/smsauth/icons/app.svg"_s));
    setMinimumSize(880, 560);
    buildFrame();
    m_pages->fill(m_context);
    m_wantsStart = m_state.value(startKey, true).toBool();
    m_locking = new Locking(this, clock);
    buildMenus();

    connect(&m_status, &StatusWatch::changed, this, &MainWindow::showStatus);
    connect(&m_control, &ServerControl::failed, this, [this](const Error &error) {
        m_context.notify({errorText(error), {}, {}, true});
    });
    connect(&m_clipboard, &ClipboardGuard::leftChanged, m_statusLine, &StatusLine::showClipboard);
    connect(m_pages, &PageStack::turned, this, &MainWindow::showTitle);
    connect(m_locking, &Locking::lockedChanged, this, &MainWindow::showTitle);
    restore();
    // Keys belong to the page from the first moment, not to the first button of the top bar.
    m_pages->current()->focusFirst(Qt::OtherFocusReason);
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    m_topBar = new TopBar(m_control.toggleAction(), this);
    // As a tool bar it spans the window, above the simulated phone as well.
    auto *strip = new QToolBar(tr("Server"), this);
    strip->setObjectName(u"topStrip"_s);
    strip->setMovable(false);
    strip->setContextMenuPolicy(Qt::PreventContextMenu);
    strip->toggleViewAction()->setEnabled(false);
    strip->addWidget(m_topBar);
    addToolBar(strip);
    m_failure = new FailureArea(m_admin, m_control, this);
    auto *sidebar = new Sidebar(this);
    sidebar->setObjectName(u"sideBar"_s);
    m_pages = new PageStack(*sidebar, m_state, this);

    auto *pageArea = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(pageArea);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_failure);
    pageLayout->addWidget(m_pages, 1);
    m_toast = new Toast(pageArea);

    auto *center = new QWidget(this);
    auto *body = new QHBoxLayout(center);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(sidebar);
    body->addWidget(pageArea, 1);
    setCentralWidget(center);

    m_statusLine = new StatusLine(this);
    setStatusBar(m_statusLine);

    m_phoneDock = new PhoneDock(m_context, this);
    // The areas of docks are not mirrored by themselves.
    addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_phoneDock);
    resizeDocks({m_phoneDock}, {270}, Qt::Horizontal);

    connect(m_topBar, &TopBar::copyUrlRequested, this, [this] {
        QApplication::clipboard()->setText(m_status.current().url);
        m_toast->show({tr("Address copied."), {}, {}, false});
    });
    connect(m_topBar, &TopBar::attentionRequested, this, &MainWindow::openPanel);
    connect(m_topBar, &TopBar::findRequested, this, &MainWindow::findAction);
    connect(m_failure, &FailureArea::settingsRequested, this, [this] { openPanel(u"settings"_s); });
    connect(m_failure, &FailureArea::cleanupRequested, this, [this] { openPanel(u"cleanup"_s, u"database"_s); });
    connect(m_failure, &FailureArea::leftLocked, this,
            [this] { m_pages->current()->focusFirst(Qt::OtherFocusReason); });
    connect(m_failure, &FailureArea::failed, this, [this](const Error &error) {
        m_context.notify({errorText(error), {}, {}, true});
    });
    m_tray = new TrayIcon(m_control.toggleAction(), this);
    connect(m_tray, &TrayIcon::windowRequested, this, &MainWindow::raiseToFront);
    connect(m_tray, &TrayIcon::quitRequested, this, &MainWindow::quit);
    connect(m_phoneDock->phone(), &SimulatedPhone::useRequested, this, &MainWindow::useCode);
    connect(m_phoneDock->phone(), &SimulatedPhone::sendRequested, this,
            [this](const PhoneNumber &phone) { openPanel(u"try-it"_s, phone.e164()); });
}

void MainWindow::buildMenus()
{
    auto *menus = new Menus(*this, {.pages = *m_pages,
                                    .control = m_control,
                                    .closing = m_closing,
                                    .locking = *m_locking,
                                    .theme = m_theme,
                                    .state = m_state,
                                    .phone = m_phoneDock->toggleViewAction(),
                                    .startsWithConsole = m_wantsStart});
    connect(menus, &Menus::quitRequested, this, &MainWindow::quit);
    connect(menus, &Menus::undoRequested, this, &MainWindow::undo);
    connect(menus, &Menus::copyAddressRequested, m_topBar, &TopBar::copyUrlRequested);
    connect(menus, &Menus::startWithConsoleChanged, this, [this](bool on) { m_state.setValue(startKey, on); });
    connect(menus, &Menus::findActionRequested, this, &MainWindow::findAction);
    connect(menus, &Menus::helpRequested, this, &MainWindow::showHelp);
    connect(menus, &Menus::shortcutsRequested, this, &MainWindow::showShortcuts);
}

void MainWindow::undo()
{
    if (m_pages->undo())
        m_toast->withdrawOffer();
    else
        m_toast->show({tr("There is nothing to undo."), {}, {}, false});
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_state.bytes(geometryKey)))
        resize(QSize(1240, 780).boundedTo(screen()->availableSize()));
    restoreState(m_state.bytes(layoutKey), LayoutVersion);
    m_pages->restore();
}

void MainWindow::remember()
{
    m_state.setBytes(geometryKey, saveGeometry());
    if (!m_locking->isLocked()) // otherwise everything is hidden just now
        m_state.setBytes(layoutKey, saveState(LayoutVersion));
}

void MainWindow::openPanel(const QString &id, const QString &argument)
{
    m_pages->open(id, argument);
}

QString MainWindow::currentPanel() const
{
    return m_pages->currentId();
}

Panel *MainWindow::panel(const QString &id) const
{
    return m_pages->page(id);
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showStatus(const ServerStatus &status)
{
    m_topBar->show(status);
    m_failure->show(status);
    m_tray->show(status);
    m_statusLine->show(status);
    m_pages->showBadges(status);
    m_phoneDock->show(status);
    showTitle();
    if (std::exchange(m_wantsStart, false) && status.state == ServerState::Stopped)
        m_control.start();
}

void MainWindow::showTitle()
{
    const QString mode = m_status.isSimulated() ? tr("SIMULATED") : tr("LIVE");
    if (m_locking && m_locking->isLocked())
        setWindowTitle(tr("SMS Auth Console – locked"));
    else
        setWindowTitle(tr("%1 – SMS Auth Console – %2").arg(m_pages->current()->title(), mode));
}

void MainWindow::useCode(const PhoneNumber &phone, const QString &code)
{
    if (m_pages->current()->takeCode(phone, code))
        return;
    openPanel(u"try-it"_s);
    m_pages->current()->takeCode(phone, code);
}

void MainWindow::showShortcuts()
{
    auto *list = new ShortcutList(listActions(*this), this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

void MainWindow::showHelp()
{
    auto *help = new HelpDialog(currentPanel(), m_pages->current()->title(), this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    connect(help, &HelpDialog::shortcutsRequested, this, &MainWindow::showShortcuts);
    help->open();
}

void MainWindow::findAction()
{
    auto *field = new CommandField(listActions(*this), this);
    field->setAttribute(Qt::WA_DeleteOnClose);
    field->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_failure)
        m_failure->show(m_status.current());
    QMainWindow::changeEvent(event);
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const ServerState state = m_status.current().state;
    const bool isUp =
        state == ServerState::Running || state == ServerState::Starting || state == ServerState::Stopping;
    if (m_stopped || !isUp) {
        remember();
        event->accept();
        Q_EMIT closed();
        return;
    }
    event->ignore();
    const Closing::Choice choice = m_quitting ? Closing::Choice::Quit : m_closing.choice();
    if (choice == Closing::Choice::Ask)
        m_closing.ask(TrayIcon::isAvailable(), [this](Closing::Choice chosen) { closeAs(chosen); });
    else
        closeAs(choice);
}

void MainWindow::closeAs(Closing::Choice choice)
{
    if (choice == Closing::Choice::KeepRunning) {
        remember();
        if (TrayIcon::isAvailable())
            hide();
        else
            showMinimized(); // hidden it could not be found again
        return;
    }
    // First the server, which answers what it has begun; then the window.
    setEnabled(false);
    m_control.stop([this] {
        m_stopped = true;
        close();
    });
}

} // namespace smsauth
