// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Closing.h"

#include "ui/UiState.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString choiceKey = u"window.onClose"_s;

QString nameOf(Closing::Choice choice)
{
    switch (choice) {
    case Closing::Choice::Ask:
        return u"ask"_s;
    case Closing::Choice::KeepRunning:
        return u"keep"_s;
    case Closing::Choice::Quit:
        return u"quit"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Closing::Closing(UiState &state, QWidget *window)
    : QObject(window)
    , m_state(state)
    , m_window(window)
{
}

Closing::Choice Closing::choice() const
{
    const QString name = m_state.value(choiceKey).toString();
    for (const Choice choice : {Choice::KeepRunning, Choice::Quit}) {
        if (name == nameOf(choice))
            return choice;
    }
    return Choice::Ask;
}

void Closing::setChoice(Choice choice)
{
    m_state.setValue(choiceKey, nameOf(choice));
}

void Closing::ask(bool hasTray, const std::function<void(Choice)> &then)
{
    if (m_asking)
        return;
    m_asking = true;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Close the window"), tr("The server is still running."),
                                QMessageBox::NoButton, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(hasTray ? tr("Apps can go on using it while its window is in the tray.")
                                    : tr("Apps can go on using it while its window is minimised."));
    auto *always = new QCheckBox(tr("Do this every time"), box);
    box->setCheckBox(always);
    const auto add = [&](const QString &text, Choice choice) {
        QPushButton *button = box->addButton(text, QMessageBox::AcceptRole);
        connect(button, &QPushButton::clicked, this, [this, always, choice, then] {
            if (always->isChecked())
                setChoice(choice);
            then(choice);
        });
    };
    add(hasTray ? tr("Keep in the tray") : tr("Keep running, minimised"), Choice::KeepRunning);
    add(tr("Stop and quit"), Choice::Quit);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    connect(box, &QDialog::finished, this, [this] { m_asking = false; });
    box->open();
}

QMenu *Closing::makeMenu()
{
    auto *menu = new QMenu(tr("When the window is &closed"), m_window);
    auto *choices = new QActionGroup(menu);
    const auto add = [&](const QString &text, Choice choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(choices);
        connect(action, &QAction::triggered, this, [this, choice] { setChoice(choice); });
        // The dialog can change it, too.
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, choice] { action->setChecked(this->choice() == choice); });
        action->setChecked(this->choice() == choice);
    };
    add(tr("&Ask"), Choice::Ask);
    add(tr("&Keep the server running"), Choice::KeepRunning);
    add(tr("&Stop and quit"), Choice::Quit);
    return menu;
}

} // namespace smsauth
