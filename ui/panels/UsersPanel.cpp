// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UsersPanel.h"

#include "ui/Format.h"
#include "ui/panels/SignInEvents.h"
#include "ui/panels/UserActions.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterBar.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RecordDetails.h"
#include "ui/widgets/RecordTable.h"
#include "ui/widgets/StatusDelegate.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

enum Column { PhoneColumn, LastColumn, CreatedColumn, StateColumn };
constexpr int SignIns = 20; ///< of one user that are shown

QString nameOf(const UserRecord &user)
{
    return QStringList{user.firstName, user.lastName}.join(u' ').trimmed();
}

} // namespace

UsersPanel::UsersPanel(const PanelContext &context, QWidget *parent)
    : RecordPanel(context, {Admin::Topic::Users, Admin::Topic::Messages, Admin::Topic::Settings},
                  {tr("Users"), tr("Find users"), tr("Phone, name or e-mail"), u"users"_s}, parent)
    , m_model(new Model(columns(), this))
    , m_undo(new Undo(context.undoTime, this))
    , m_actions(new UserActions(context, *m_undo, this))
{
    m_details->setActions(m_actions);
    m_filter->setFixedWidth(240);
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_filter);
    layOut({header});
    connect(m_actions, &UserActions::deleteRequested, this, &UsersPanel::remove);
    m_table->addAction(m_actions->deleteAction());
    m_table->setItemDelegateForColumn(StateColumn, new StatusDelegate(this));
    setRecords(m_model, {160, 140, 140}, {CreatedColumn});
}

UsersPanel::~UsersPanel()
{
    m_undo->settle(); // nobody can take it back any more
}

QString UsersPanel::title() const
{
    return tr("Users");
}

QString UsersPanel::iconName() const
{
    return u"users"_s;
}

void UsersPanel::open(const QString &argument)
{
    if (argument.isEmpty())
        return;
    m_filter->setText(argument);
    askAnew();
}

void UsersPanel::refresh()
{
    RecordPanel::refresh();
    m_signInsAreOld = true;
}

void UsersPanel::askAnew()
{
    // Nobody waits for what the former words find any more.
    m_cancellation.cancel();
    m_cancellation = {};
    const auto ask = [this, typed = m_filter->text().trimmed()](RowId before, int limit) {
        return admin().users({.find = typed, .before = before, .limit = limit, .cancellation = m_cancellation});
    };
    m_model->setSource(ask, [removing = m_removing](const UserRecord &user) { return user.id != removing; });
    updateEmptyState();
}

void UsersPanel::updateEmptyState()
{
    if (m_filter->text().isEmpty())
        m_table->emptyState()->setContent(u"users"_s, tr("A user is created by the first correct code."),
                                          tr("Try it"));
    else
        m_table->emptyState()->setContent(u"search"_s, tr("No user fits."), tr("Show all"));
}

QList<UsersPanel::Model::Column> UsersPanel::columns() const
{
    const auto muted = [](const UserRecord &user, int role) -> QVariant {
        return role == ToneRole && !user.isActive ? QVariant(int(Tone::Muted)) : QVariant();
    };
    return {
        {tr("Phone"),
         [this, muted](const UserRecord &user, int role) -> QVariant {
             return role == Qt::DisplayRole ? phoneText(user.phone, status().mode) : muted(user, role);
         }},
        {tr("Last sign-in"),
         [this, muted](const UserRecord &user, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return user.lastSignInAt ? timeText(*user.lastSignInAt, context().clock.now()) : tr("Never");
             return muted(user, role);
         }},
        {tr("Since"),
         [this, muted](const UserRecord &user, int role) -> QVariant {
             return role == Qt::DisplayRole ? timeText(user.createdAt, context().clock.now()) : muted(user, role);
         }},
        {tr("State"),
         [](const UserRecord &user, int role) -> QVariant {
             if (role == ToneRole)
                 return int(user.isActive ? Tone::Good : Tone::Bad);
             return role == Qt::DisplayRole ? (user.isActive ? tr("Active") : tr("Blocked")) : QVariant();
         }},
    };
}

void UsersPanel::showCurrent()
{
    const RowId id = m_table->currentId();
    m_model->setKept(id);
    const UserRecord *user = m_model->recordOf(id);
    m_actions->show(user ? std::optional(*user) : std::nullopt);
    m_details->setVisible(user || m_model->rowCount() > 0);
    if (!user) {
        m_asking.drop();
        m_details->clear(tr("Choose a user to see their sign-ins."));
        return;
    }
    if (m_signInsOf != id || m_signInsAreOld)
        askSignIns(*user);
    m_details->show(detailsOf(*user));
}

void UsersPanel::askSignIns(const UserRecord &user)
{
    if (std::exchange(m_signInsOf, user.id) != user.id)
        m_signIns.clear();
    m_signInsAreOld = false;
    MessageQuery query; // codes are cleared away, the log is kept
    query.phone = user.phone;
    query.limit = SignIns;
    m_asking.ask(admin().messages(query), this, [this, id = user.id](const Result<QList<MessageRecord>> &messages) {
        const UserRecord *shown = m_model->recordOf(id);
        if (!messages || !shown || m_table->currentId() != id)
            return; // the list itself says what is wrong
        m_signIns = *messages;
        m_details->show(detailsOf(*shown));
    });
}

Details UsersPanel::detailsOf(const UserRecord &user) const
{
    const Timestamp now = context().clock.now();
    Details details;
    details.title = phoneText(user.phone, status().mode);
    details.state = user.isActive ? tr("Active") : tr("Blocked");
    details.tone = user.isActive ? Tone::Good : Tone::Bad;
    if (!user.isActive)
        details.reason = tr("No code of this user is accepted until they are unblocked.");
    details.facts = {{tr("Number of the user"), QString::number(user.id)}};
    const bool simulated = isSimulated();
    for (const auto &[name, value] : {std::pair(tr("User name"), user.username),
                                      std::pair(tr("Name"), nameOf(user)), std::pair(tr("E-mail"), user.email)}) {
        // In live mode a number is not written out, wherever the settings put it.
        if (!value.isEmpty() && (simulated || value != user.phone.e164()))
            details.facts.append({name, value});
    }
    details.facts.append({tr("Since"), timeText(user.createdAt, now)});
    details.facts.append({tr("Last sign-in"), user.lastSignInAt ? timeText(*user.lastSignInAt, now) : tr("Never")});
    details.events = signInEvents(m_signIns, now);
    return details;
}

/// They disappear from the page at once and from the store when the time to take it back is over.
void UsersPanel::remove(const UserRecord &user)
{
    const auto hide = [this](RowId id) {
        m_removing = id;
        askAnew();
    };
    m_undo->offer([hide] { hide(0); }, [this] { removeNow(); });
    m_table->chooseNothing();
    hide(user.id);
    context().notify(
        {tr("User %1 deleted.").arg(phoneText(user.phone, status().mode)), tr("&Undo"), [this] { undo(); }, false});
}

bool UsersPanel::undo()
{
    return m_undo->takeBack();
}

void UsersPanel::removeNow()
{
    ask(
        admin().removeUser(std::exchange(m_removing, 0)), [] {},
        [this](const Error &error) {
            if (error.code == ErrorCode::NotFound)
                return; // somebody was faster
            showError(error);
            askAnew();
        });
}

std::unique_ptr<Panel> makeUsersPanel(const PanelContext &context)
{
    return std::make_unique<UsersPanel>(context);
}

} // namespace smsauth
