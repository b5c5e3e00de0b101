// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Menus.h"

#include "ui/AppearanceMenu.h"
#include "ui/Closing.h"
#include "ui/Locking.h"
#include "ui/PageStack.h"
#include "ui/ServerControl.h"
#include "ui/Theme.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::MainWindow)
};

} // namespace

Menus::Menus(QMainWindow &window, const Parts &parts)
    : QObject(&window)
    , m_window(window)
    , m_parts(parts)
{
    buildFile();
    buildEdit();
    buildView();
    buildServer();
    buildPages();
    buildTools();
    buildHelp();
}

QMenu *Menus::addMenu(const QString &title)
{
    return m_window.menuBar()->addMenu(title);
}

void Menus::buildFile()
{
    QMenu *file = addMenu(Text::tr("&File"));
    file->addMenu(m_parts.closing.makeMenu());
    file->addSeparator();
    file->addAction(Text::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &Menus::quitRequested);
}

void Menus::buildEdit()
{
    QMenu *edit = addMenu(Text::tr("&Edit"));
    edit->addAction(themedIcon(u"undo"_s), Text::tr("&Undo"), QKeySequence::Undo, this, &Menus::undoRequested);
    edit->addAction(themedIcon(u"search"_s), Text::tr("&Find in page"), QKeySequence::Find, this,
                    [this] { m_parts.pages.current()->focusFilter(); });
}

void Menus::buildView()
{
    QMenu *view = addMenu(Text::tr("&View"));
    const QStringList &ids = m_parts.pages.ids();
    for (int i = 0; i < ids.size(); ++i) {
        const Panel *page = m_parts.pages.page(ids.at(i));
        auto *action = new QAction(themedIcon(page->iconName()), page->title(), &m_window);
        QList<QKeySequence> keys{QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (i + 1) % 10))};
        if (ids.at(i) == "settings"_L1)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key_Comma));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, id = ids.at(i)] { m_parts.pages.open(id, {}); });
        view->addAction(action);
    }
    view->addSeparator();
    m_parts.phone->setShortcut(Qt::Key_F9);
    view->addAction(m_parts.phone);
    view->addMenu(new AppearanceMenu(m_parts.theme, m_parts.state, &m_window));
}

void Menus::buildServer()
{
    QMenu *server = addMenu(Text::tr("&Server"));
    server->addAction(m_parts.control.toggleAction());
    server->addAction(Text::tr("Start on a &free port"), &m_parts.control, &ServerControl::startOnFreePort);
    server->addAction(Text::tr("&Copy the address"), this, &Menus::copyAddressRequested);
    server->addSeparator();
    QAction *withConsole = server->addAction(Text::tr("Start with the &console"));
    withConsole->setCheckable(true);
    withConsole->setChecked(m_parts.startsWithConsole);
    connect(withConsole, &QAction::toggled, this, &Menus::startWithConsoleChanged);
}

/// A page's own actions work from everywhere: they bring their page with them.
void Menus::buildPages()
{
    for (const QString &id : m_parts.pages.ids()) {
        const Panel *page = m_parts.pages.page(id);
        if (page->actions().isEmpty())
            continue;
        addMenu(page->property("menuTitle").toString())->addActions(page->actions());
        m_window.addActions(page->actions());
    }
}

void Menus::buildTools()
{
    QMenu *tools = addMenu(Text::tr("&Tools"));
    tools->addAction(themedIcon(u"search"_s), Text::tr("Find an &action…"), QKeySequence(Qt::CTRL | Qt::Key_K),
                     this, &Menus::findActionRequested);
    tools->addSeparator();
    tools->addAction(m_parts.locking.lockAction());
    tools->addAction(m_parts.locking.idleAction());
}

void Menus::buildHelp()
{
    QMenu *help = addMenu(Text::tr("&Help"));
    help->addAction(themedIcon(u"help"_s), Text::tr("&About this page"), QKeySequence(Qt::Key_F1), this,
                    &Menus::helpRequested);
    help->addAction(Text::tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash), this,
                    &Menus::shortcutsRequested);
}

} // namespace smsauth
