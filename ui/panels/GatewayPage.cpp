// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GatewayPage.h"

#include "ui/ErrorText.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/UiState.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/InlineNotice.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString phoneKey = u"providers.test-phone"_s;

QVBoxLayout *cardLayout(QFrame *card)
{
    setLook(card, Look::Card);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    return layout;
}

} // namespace

GatewayPage::GatewayPage(const PanelContext &context, const ProviderInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_info(info)
    , m_badge(new QLabel(this))
    , m_form(new FieldForm(this))
    , m_check(new QPushButton(tr("Test &credentials"), this))
    , m_save(new QPushButton(tr("&Save"), this))
    , m_revert(new QPushButton(tr("&Revert"), this))
    , m_formNotice(new InlineNotice(this))
    , m_phone(new QLineEdit(this))
    , m_send(new QPushButton(tr("Send &test SMS"), this))
    , m_testNotice(new InlineNotice(this))
    , m_use(new QPushButton(this))
    , m_parts(new QWidget(this))
    , m_problem(new InlineNotice(this))
    , m_description(nullptr)
    , m_origin(new QLabel(this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_copy(new QPushButton(tr("Make a &copy…"), this))
    , m_delete(new QPushButton(tr("&Delete"), this))
    , m_title(new QLabel(info.title, this))
{
    setLook(m_title, Look::Title);
    m_title->setTextFormat(Qt::PlainText);
    setLook(m_badge, Look::Badge);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::M);
    head->addWidget(m_title);
    head->addWidget(m_badge, 0, Qt::AlignVCenter);
    head->addStretch(1);
    head->addWidget(m_use);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addLayout(head);
    layout->addWidget(m_problem);
    auto *parts = new QVBoxLayout(m_parts);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(Space::M);
    parts->addWidget(buildForm());
    parts->addWidget(buildTest());
    layout->addWidget(m_parts);
    layout->addWidget(m_description = buildDescription());
    layout->addStretch(1);

    connect(m_form, &FieldForm::changed, this, [this] {
        m_formNotice->clear(); // it spoke of what was there before
        updateButtons();
        Q_EMIT unsavedChanged();
    });
    connect(m_check, &QPushButton::clicked, this, &GatewayPage::check);
    connect(m_save, &QPushButton::clicked, this, [this] { save({}); });
    connect(m_revert, &QPushButton::clicked, m_form, &FieldForm::revert);
    connect(m_send, &QPushButton::clicked, this, &GatewayPage::sendTest);
    connect(m_phone, &QLineEdit::returnPressed, this, &GatewayPage::sendTest);
    connect(m_phone, &QLineEdit::textChanged, m_testNotice, &InlineNotice::clear);
    connect(m_use, &QPushButton::clicked, this, &GatewayPage::use);
    connect(m_problem, &InlineNotice::triggered, this, &GatewayPage::editWanted);
    connect(m_edit, &QPushButton::clicked, this, &GatewayPage::editWanted);
    connect(m_copy, &QPushButton::clicked, this, &GatewayPage::copyWanted);
    connect(m_delete, &QPushButton::clicked, this, &GatewayPage::deleteWanted);
    connect(&context.status, &StatusWatch::changed, this, &GatewayPage::updateButtons);
    setInfo(info);
}

QWidget *GatewayPage::buildForm()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_save);
    buttons->addWidget(m_check);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    setLook(m_revert, Look::Quiet);
    layout->addWidget(m_form);
    layout->addWidget(m_formNotice);
    layout->addLayout(buttons);
    return card;
}

QWidget *GatewayPage::buildTest()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card);
    auto *title = new QLabel(tr("Try it with your own phone"), card);
    setLook(title, Look::Title);
    auto *hint = new QLabel(tr("Sends one real SMS with the values above, saved or not."), card);
    hint->setWordWrap(true);
    setLook(hint, Look::Muted);
    auto *label = new QLabel(tr("&Phone"), card);
    label->setBuddy(m_phone);
    m_phone->setPlaceholderText(u"+1 202 555 0101"_s);
    m_phone->setText(m_context.state.value(phoneKey).toString());
    m_phone->setMaximumWidth(260);
    setLook(m_send, Look::Primary);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    line->addWidget(label);
    line->addWidget(m_phone, 1);
    line->addWidget(m_send);
    line->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addLayout(line);
    layout->addWidget(m_testNotice);
    return card;
}

QWidget *GatewayPage::buildDescription()
{
    auto *card = new QFrame(this);
    auto *layout = cardLayout(card);
    m_origin->setWordWrap(true);
    setLook(m_origin, Look::Muted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_delete);
    setLook(m_delete, Look::Quiet);
    layout->addWidget(m_origin);
    layout->addLayout(buttons);
    return card;
}

void GatewayPage::setStoreReason(const QString &reason)
{
    m_form->setStoreReason(reason);
}

void GatewayPage::setInfo(const ProviderInfo &info)
{
    m_info = info;
    m_title->setText(info.title);
    m_form->setFields(info.fields);
    const bool broken = !info.problem.isNone();
    if (broken)
        m_problem->tell((info.fields.isEmpty()
                             ? tr("The file %1.json in the profile cannot be used. Line %2: %3")
                             : tr("The file %1.json in the profile cannot be used, so the gateway that comes with "
                                  "the program is there instead. Line %2: %3"))
                            .arg(info.id)
                            .arg(info.problem.place.line)
                            .arg(info.problem.what),
                        Tone::Bad, tr("Correct it…"));
    else
        m_problem->clear();
    m_parts->setVisible(!broken || !info.fields.isEmpty());
    m_description->setVisible(info.isFile);
    m_origin->setText(info.isOwn ? tr("Its description lies in the folder “providers” of the profile.")
                                 : tr("Its description comes with the program. Change a copy of it."));
    m_edit->setVisible(info.isOwn);
    m_delete->setVisible(info.isOwn);
    m_delete->setEnabled(!info.active);
    m_delete->setToolTip(info.active ? tr("In use. Choose another gateway first.") : QString());
    m_badge->setText(info.active ? tr("In use") : tr("Not in use"));
    setTone(m_badge, info.active ? Tone::Live : Tone::Muted);
    updateButtons();
}

bool GatewayPage::hasUnsavedChanges() const
{
    return m_form->isChanged();
}

void GatewayPage::updateButtons()
{
    const bool changed = m_form->isChanged();
    m_save->setEnabled(changed && m_form->isValid() && !m_saving.isWaiting());
    m_save->setText(m_saving.isWaiting() ? tr("Saving…") : tr("&Save"));
    m_revert->setVisible(changed);
    m_check->setVisible(m_info.canCheck || m_info.hasBalance);
    m_check->setEnabled(!m_checking.isWaiting());
    m_check->setText(m_checking.isWaiting() ? tr("Testing…") : tr("Test &credentials"));
    m_send->setEnabled(!m_sending.isWaiting());
    m_send->setText(m_sending.isWaiting() ? tr("Sending…") : tr("Send &test SMS"));
    m_use->setVisible(!m_info.active && !m_parts->isHidden());
    m_use->setEnabled(!m_activating.isWaiting() && !m_saving.isWaiting());
    m_use->setText(m_activating.isWaiting() ? tr("Switching…") : tr("&Use this gateway"));
}

void GatewayPage::check()
{
    m_formNotice->clear();
    if (!m_info.canCheck)
        return askBalance({});
    m_checking.ask(
        m_context.admin.checkProvider(m_form->draft(m_info.id)), this, [this](const Result<QString> &answer) {
            updateButtons();
            if (!answer)
                return showFailure(m_formNotice, answer.error());
            if (!answer->isEmpty())
                return m_formNotice->tell(tr("%1 refuses them: “%2”").arg(m_info.title, *answer), Tone::Bad);
            const QString good = tr("%1 accepts these credentials.").arg(m_info.title);
            m_formNotice->tell(good, Tone::Good);
            if (m_info.hasBalance)
                askBalance(good + u' ');
        });
    updateButtons();
}

void GatewayPage::askBalance(const QString &before)
{
    m_checking.ask(m_context.admin.askBalance(m_form->draft(m_info.id)), this,
                   [this, before](const Result<BalanceReply> &answer) {
                       updateButtons();
                       if (!answer)
                           return showFailure(m_formNotice, answer.error());
                       if (answer->amount.isEmpty())
                           m_formNotice->tell(
                               before + tr("%1 does not tell the balance: “%2”").arg(m_info.title, answer->refusal),
                               before.isEmpty() ? Tone::Bad : Tone::Warning);
                       else
                           m_formNotice->tell(
                               before + tr("Balance: %1").arg((answer->amount + u' ' + answer->currency).trimmed()),
                               Tone::Good);
                   });
    updateButtons();
}

void GatewayPage::save(const std::function<void()> &then)
{
    m_formNotice->clear();
    const ProviderDraft draft = m_form->draft(m_info.id);
    m_saving.ask(m_context.admin.saveProvider(draft), this, [this, draft, then](const Result<void> &answer) {
        updateButtons();
        if (!answer)
            return showFailure(m_formNotice, answer.error());
        m_form->takeAsStored(draft);
        updateButtons();
        Q_EMIT unsavedChanged();
        if (then)
            return then();
        m_formNotice->tell(tr("Saved."), Tone::Good);
    });
    updateButtons();
}

void GatewayPage::sendTest()
{
    if (m_sending.isWaiting())
        return;
    const Result<PhoneNumber> phone = PhoneNumber::parse(m_phone->text());
    if (!phone) {
        m_testNotice->tell(errorText({ErrorCode::InvalidPhone, {}}), Tone::Warning);
        m_phone->setFocus();
        return;
    }
    m_context.state.setValue(phoneKey, m_phone->text());
    m_testNotice->clear();
    m_sending.ask(
        m_context.admin.sendTest(*phone, m_form->draft(m_info.id)), this, [this](const Result<TestSend> &answer) {
            updateButtons();
            if (!answer)
                return showFailure(m_testNotice, answer.error());
            if (!answer->error.isEmpty())
                m_testNotice->tell(tr("%1 did not take it: “%2”").arg(m_info.title, answer->error), Tone::Bad);
            else if (answer->state == MessageState::Delivered)
                m_testNotice->tell(tr("Delivered."), Tone::Good);
            else if (answer->state == MessageState::Sent)
                m_testNotice->tell(answer->providerMessageId.isEmpty()
                                       ? tr("%1 took it. It should arrive within a minute.").arg(m_info.title)
                                       : tr("%1 took it as %2. It should arrive within a minute.")
                                             .arg(m_info.title, answer->providerMessageId),
                                   Tone::Good);
            else
                m_testNotice->tell(stateText(answer->state), Tone::Warning);
        });
    updateButtons();
}

void GatewayPage::use()
{
    if (m_context.status.isSimulated())
        askToGoLive();
    else
        activate();
}

void GatewayPage::askToGoLive()
{
    QStringList lines{
        tr("From now on every sign-in sends a real SMS through %1, which it will charge for. Codes are "
           "no longer shown here.")
            .arg(m_info.title)};
    const ServerStatus &now = m_context.status.current();
    if (now.queued > 0)
        lines.append(tr("%n message(s) that wait for the simulator will be cancelled.", nullptr, int(now.queued)));
    if (m_form->lacksSecret())
        lines.append(tr("A credential is not set yet: %1 will probably refuse every message.").arg(m_info.title));
    if (m_form->isChanged())
        lines.append(tr("Your changes on this page are saved first."));
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Go live"), tr("Go live with %1?").arg(m_info.title),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(lines.join(u"\n\n"_s));
    QPushButton *go = box->addButton(tr("Go live with %1").arg(m_info.title), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(go, &QPushButton::clicked, this, &GatewayPage::activate);
    box->open();
}

void GatewayPage::activate()
{
    if (m_form->isChanged())
        return save([this] { activate(); });
    m_activating.ask(m_context.admin.activateProvider(m_info.id), this, [this](const Result<void> &answer) {
        updateButtons();
        if (!answer)
            return showFailure(m_formNotice, answer.error());
        m_context.notify({tr("%1 is in use now.").arg(m_info.title), {}, {}, false});
    });
    updateButtons();
}

void GatewayPage::showFailure(InlineNotice *where, const Error &error)
{
    where->tell(errorText(error), Tone::Bad);
    if (error.code == ErrorCode::SecretsLocked || error.code == ErrorCode::SecretsUnavailable)
        Q_EMIT secretsOut(error);
}

} // namespace smsauth
