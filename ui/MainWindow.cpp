// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/ErrorText.h"
#include "ui/FailureBanner.h"
#include "ui/Format.h"
#include "ui/Panels.h"
#include "ui/PassphrasePrompt.h"
#include "ui/ShortcutList.h"
#include "ui/Sidebar.h"
#include "ui/StatusLine.h"
#include "ui/Theme.h"
#include "ui/TopBar.h"
#include "ui/UiState.h"
#include "ui/widgets/SimulatedPhone.h"
#include "ui/widgets/Toast.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString geometryKey = u"window.geometry"_s;
const QString layoutKey = u"window.layout"_s;
const QString pageKey = u"window.page"_s;
const QString schemeKey = u"window.scheme"_s;
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
    , m_clipboard(*QApplication::clipboard(), clock)
    , m_context{admin,
                clock,
                m_status,
                state,
                [this](const QString &id, const QString &argument) { openPanel(id, argument); },
                [this](const Notice &notice) { m_toast->show(notice); },
                [this](const QString &secret, const QString &label) {
                    m_clipboard.copy(secret);
                    m_toast->show({tr("%1 copied. It leaves the clipboard in %n second(s).", nullptr,
                                      int(ClipboardGuard::Lease.count()))
                                       .arg(label),
                                   {},
                                   {},
                                   false});
                },
                [this](const PhoneNumber &phone, const QString &code) { useCode(phone, code); },
                [this] { unlock(); }}
{
    setWindowIcon(QIcon(u":/smsauth/icons/app.svg"_s));
    setMinimumSize(880, 560);
    buildFrame();
    buildPanels();
    buildMenus();

    connect(&m_status, &StatusWatch::changed, this, &MainWindow::showStatus);
    connect(&m_control, &ServerControl::failed, this, [this](const Error &error) {
        m_context.notify({errorText(error), {}, {}, true});
    });
    connect(&m_clipboard, &ClipboardGuard::leftChanged, m_statusLine, &StatusLine::showClipboard);
    m_wantsStart = m_state.value(startKey, true).toBool();
    restore();
    // Keys belong to the page from the first moment, not to the first button of the top bar.
    currentPage()->setFocus(Qt::OtherFocusReason);
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
    m_failure = new FailureBanner(this);
    m_passphrase = new PassphrasePrompt(this);
    m_sidebar = new Sidebar(this);
    m_sidebar->setObjectName(u"sideBar"_s);
    m_pages = new QStackedWidget(this);

    auto *pageArea = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(pageArea);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_failure);
    pageLayout->addWidget(m_passphrase);
    pageLayout->addWidget(m_pages, 1);
    m_toast = new Toast(pageArea);

    auto *center = new QWidget(this);
    auto *body = new QHBoxLayout(center);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_sidebar);
    body->addWidget(pageArea, 1);
    setCentralWidget(center);

    m_statusLine = new StatusLine(this);
    setStatusBar(m_statusLine);

    m_phone = new SimulatedPhone(m_context, this);
    m_phoneDock = new QDockWidget(tr("Simulated phone"), this);
    m_phoneDock->setObjectName(u"phoneDock"_s);
    m_phoneDock->setWidget(m_phone);
    m_phoneDock->setTitleBarWidget(new QWidget(m_phoneDock)); // the phone says itself what it is
    m_phoneDock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    addDockWidget(Qt::RightDockWidgetArea, m_phoneDock);
    resizeDocks({m_phoneDock}, {270}, Qt::Horizontal);

    connect(m_topBar, &TopBar::copyUrlRequested, this, [this] {
        QApplication::clipboard()->setText(m_status.current().url);
        m_toast->show({tr("Address copied."), {}, {}, false});
    });
    connect(m_topBar, &TopBar::attentionRequested, this, [this] { openPanel(u"overview"_s); });
    connect(m_failure, &FailureBanner::freePortRequested, &m_control, &ServerControl::startOnFreePort);
    connect(m_failure, &FailureBanner::retryRequested, &m_control, &ServerControl::start);
    connect(m_failure, &FailureBanner::settingsRequested, this, [this] { openPanel(u"settings"_s); });
    connect(m_failure, &FailureBanner::unlockRequested, this, &MainWindow::unlock);
    connect(m_passphrase, &PassphrasePrompt::given, this, &MainWindow::unlockWith);
    connect(m_passphrase, &PassphrasePrompt::cancelled, this, [this] {
        m_leftLocked = true;
        showStatus(m_status.current());
        currentPage()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_phone, &SimulatedPhone::useRequested, this, &MainWindow::useCode);
    connect(m_phone, &SimulatedPhone::sendRequested, this,
            [this](const PhoneNumber &phone) { openPanel(u"try-it"_s, phone.e164()); });
}

void MainWindow::buildPanels()
{
    for (const PanelEntry &entry : panels()) {
        Panel *page = entry.make(m_context).release();
        m_ids.append(QString::fromLatin1(entry.id));
        m_pages->addWidget(page);
        m_sidebar->addPage(page->title(), page->iconName(), u"Ctrl+%1"_s.arg(m_ids.size()));
    }
    connect(m_sidebar, &QListWidget::currentRowChanged, this, [this](int row) {
        m_pages->setCurrentIndex(row);
        m_state.setValue(pageKey, m_ids.value(row));
        showTitle();
    });
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(themedIcon(u"undo"_s), tr("&Undo"), QKeySequence::Undo, this, [this] {
        if (!currentPage()->undo())
            m_toast->show({tr("There is nothing to undo."), {}, {}, false});
    });
    edit->addAction(themedIcon(u"search"_s), tr("&Find in page"), QKeySequence::Find, this,
                    [this] { currentPage()->focusFilter(); });

    buildViewMenu();

    QMenu *server = menuBar()->addMenu(tr("&Server"));
    server->addAction(m_control.toggleAction());
    server->addAction(tr("Start on a &free port"), &m_control, &ServerControl::startOnFreePort);
    server->addAction(tr("&Copy the address"), m_topBar, &TopBar::copyUrlRequested);
    server->addSeparator();
    QAction *withConsole = server->addAction(tr("Start with the &console"));
    withConsole->setCheckable(true);
    withConsole->setChecked(m_state.value(startKey, true).toBool());
    connect(withConsole, &QAction::toggled, this, [this](bool on) { m_state.setValue(startKey, on); });

    // A page's own actions work from everywhere: they bring their page with them.
    for (int i = 0; i < m_pages->count(); ++i) {
        const QWidget *page = m_pages->widget(i);
        if (page->actions().isEmpty())
            continue;
        QMenu *menu = menuBar()->addMenu(page->property("menuTitle").toString());
        menu->addActions(page->actions());
        addActions(page->actions());
    }

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash), this,
                    &MainWindow::showShortcuts);
}

void MainWindow::buildViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < m_ids.size(); ++i) {
        auto *action = new QAction(m_sidebar->item(i)->icon(), m_sidebar->item(i)->text(), this);
        QList<QKeySequence> keys{QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i))};
        if (m_ids.at(i) == "settings"_L1)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key_Comma));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, id = m_ids.at(i)] { openPanel(id); });
        view->addAction(action);
    }
    view->addSeparator();
    QAction *phone = m_phoneDock->toggleViewAction();
    phone->setShortcut(Qt::Key_F9);
    view->addAction(phone);

    QMenu *appearance = view->addMenu(tr("&Appearance"));
    auto *schemes = new QActionGroup(this);
    const auto addScheme = [&](const QString &text, Theme::Scheme scheme, const QString &name) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(schemes);
        action->setChecked(m_theme.scheme() == scheme);
        connect(action, &QAction::triggered, this, [this, scheme, name] {
            m_theme.setScheme(scheme);
            m_state.setValue(schemeKey, name);
        });
        if (m_state.value(schemeKey).toString() == name)
            action->trigger();
    };
    addScheme(tr("As the &system"), Theme::Scheme::System, u"system"_s);
    addScheme(tr("&Light"), Theme::Scheme::Light, u"light"_s);
    addScheme(tr("&Dark"), Theme::Scheme::Dark, u"dark"_s);
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_state.bytes(geometryKey)))
        resize(1240, 780);
    restoreState(m_state.bytes(layoutKey), LayoutVersion);
    const qsizetype page = m_ids.indexOf(m_state.value(pageKey).toString());
    m_sidebar->setCurrentRow(int(std::max<qsizetype>(0, page)));
}

void MainWindow::remember()
{
    m_state.setBytes(geometryKey, saveGeometry());
    m_state.setBytes(layoutKey, saveState(LayoutVersion));
}

void MainWindow::openPanel(const QString &id, const QString &argument)
{
    const qsizetype index = m_ids.indexOf(id);
    if (index < 0)
        return;
    m_sidebar->setCurrentRow(int(index));
    currentPage()->open(argument);
    if (!currentPage()->isAncestorOf(focusWidget()))
        currentPage()->setFocus(Qt::ShortcutFocusReason);
}

QString MainWindow::currentPanel() const
{
    return m_ids.value(m_pages->currentIndex());
}

Panel *MainWindow::panel(const QString &id) const
{
    return qobject_cast<Panel *>(m_pages->widget(int(m_ids.indexOf(id))));
}

Panel *MainWindow::currentPage() const
{
    return qobject_cast<Panel *>(m_pages->currentWidget());
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

/// A keyring asks by itself; a sealed file is asked for here.
void MainWindow::unlock()
{
    if (m_status.current().passphrase == PassphraseNeed::None) {
        unlockWith({});
        return;
    }
    m_leftLocked = false;
    showFailure();
}

void MainWindow::unlockWith(const Secret &passphrase)
{
    whenDone(this, m_admin.unlockSecrets(passphrase), [this](const Result<void> &result) {
        if (result)
            m_control.start();
        else if (!m_passphrase->isVisible())
            m_context.notify({errorText(result.error()), {}, {}, true});
        else if (result.error().code == ErrorCode::SecretsLocked)
            m_passphrase->refuse(tr("This is not the passphrase of this profile. Try again."));
        else
            m_passphrase->refuse(errorText(result.error()));
    });
}

void MainWindow::showFailure()
{
    const ServerStatus &status = m_status.current();
    const bool locked = status.state == ServerState::Failed && status.passphrase != PassphraseNeed::None;
    if (!locked)
        m_leftLocked = false;
    if (locked && !m_leftLocked) {
        m_failure->hide(); // the prompt says it already
        m_passphrase->ask(status.passphrase);
    } else {
        m_passphrase->hide();
        m_failure->show(status);
    }
}

void MainWindow::showStatus(const ServerStatus &status)
{
    m_topBar->show(status);
    showFailure();
    m_statusLine->show(status);
    for (int i = 0; i < m_pages->count(); ++i)
        m_sidebar->setBadge(i, qobject_cast<Panel *>(m_pages->widget(i))->badge(status));
    // Real messages go to real phones: there is nothing that a simulated one could show.
    const bool simulated = status.mode == Mode::Simulated;
    m_phoneDock->toggleViewAction()->setEnabled(simulated);
    m_phoneDock->widget()->setVisible(simulated);
    if (!simulated)
        m_phoneDock->hide();
    showTitle();
    if (std::exchange(m_wantsStart, false) && status.state == ServerState::Stopped)
        m_control.start();
}

void MainWindow::showTitle()
{
    const QString mode = m_status.isSimulated() ? tr("SIMULATED") : tr("LIVE");
    setWindowTitle(tr("%1 – SMS Auth Console – %2").arg(currentPage()->title(), mode));
}

void MainWindow::useCode(const PhoneNumber &phone, const QString &code)
{
    if (currentPage()->takeCode(phone, code))
        return;
    openPanel(u"try-it"_s);
    currentPage()->takeCode(phone, code);
}

void MainWindow::showShortcuts()
{
    auto *list = new ShortcutList(findChildren<QAction *>(), this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_failure)
        showFailure();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const ServerState state = m_status.current().state;
    if (m_stopped || (state != ServerState::Running && state != ServerState::Starting)) {
        remember();
        event->accept();
        return;
    }
    // First the server, which answers what it has begun; then the window.
    event->ignore();
    setEnabled(false);
    m_control.stop([this] {
        m_stopped = true;
        close();
    });
}

} // namespace smsauth
