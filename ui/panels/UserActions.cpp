// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UserActions.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/panels/NumberDialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {

UserActions::UserActions(const PanelContext &context, Undo &undo, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_undo(undo)
    , m_block(new QPushButton(this))
    , m_number(new QPushButton(tr("Change &number…"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
    , m_deleteAction(new QAction(tr("Delete this user"), this))
{
    m_delete->setAccessibleName(m_deleteAction->text());
    setLook(m_delete, Look::Quiet);
    m_delete->setIcon(themedIcon(u"trash"_s));
    m_deleteAction->setShortcut(QKeySequence::Delete);
    m_deleteAction->setShortcutContext(Qt::WidgetShortcut);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    for (QPushButton *button : {m_number, m_block, m_delete})
        layout->addWidget(button);
    layout->addStretch(1);
    connect(m_block, &QPushButton::clicked, this, &UserActions::toggleBlock);
    connect(m_number, &QPushButton::clicked, this, &UserActions::askForNumber);
    connect(m_delete, &QPushButton::clicked, m_deleteAction, &QAction::trigger);
    connect(m_deleteAction, &QAction::triggered, this, [this] { Q_EMIT deleteRequested(*m_user); });
    updateActions();
}

void UserActions::show(const std::optional<UserRecord> &user)
{
    m_user = user;
    updateActions();
}

void UserActions::updateActions()
{
    const bool idle = m_user && !m_changing.isWaiting();
    m_block->setText(m_user && !m_user->isActive ? tr("&Unblock") : tr("&Block"));
    m_block->setEnabled(idle);
    m_number->setEnabled(idle);
    m_delete->setEnabled(idle);
    m_deleteAction->setEnabled(idle);
}

void UserActions::toggleBlock()
{
    const bool active = !m_user->isActive;
    const QString name = phoneText(m_user->phone, m_context.status.current().mode);
    change(*m_user, {.active = active, .phone = {}, .before = {}},
           active ? tr("%1 may sign in again.").arg(name) : tr("%1 is blocked: no code is accepted.").arg(name));
}

/// The row becomes as it was.
void UserActions::takeBack(const UserRecord &before)
{
    whenDone(this, m_context.admin.changeUser(before.id, {.active = {}, .phone = {}, .before = before}),
             [this](const Result<UserRecord> &result) {
                 if (!result)
                     m_context.notify({errorText(result.error()), {}, {}, true});
             });
}

void UserActions::askForNumber()
{
    auto *dialog = new NumberDialog(phoneText(m_user->phone, m_context.status.current().mode), this);
    connect(dialog, &NumberDialog::chosen, this, [this, dialog, user = *m_user](const PhoneNumber &phone) {
        const bool isShown = m_user && m_user->id == user.id; // as it is by now
        change(isShown ? *m_user : user, {.active = {}, .phone = phone, .before = {}}, tr("The number is changed."),
               dialog);
    });
    dialog->open();
}

void UserActions::change(const UserRecord &user, const UserChange &change, const QString &done,
                         const QPointer<NumberDialog> &dialog)
{
    m_changing.ask(m_context.admin.changeUser(user.id, change), this,
                   [this, done, dialog, before = user](const Result<UserRecord> &changed) {
                       if (changed) {
                           if (dialog)
                               dialog->accept();
                           m_undo.offer([this, before] { takeBack(before); });
                           m_context.notify({done, tr("&Undo"), [this] { m_undo.takeBack(); }, false});
                       } else if (dialog) {
                           dialog->tell(errorText(changed.error()));
                       } else {
                           m_context.notify({errorText(changed.error()), {}, {}, true});
                       }
                       updateActions();
                   });
    updateActions();
}

} // namespace smsauth
