// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GatewayPage.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/Theme.h"
#include "ui/panels/GatewayOrder.h"
#include "ui/panels/gateway/GatewayTestCard.h"
#include "ui/panels/gateway/GoLiveQuestion.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/InlineNotice.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

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
    , m_test(new GatewayTestCard(
          context, [this] { return m_form->draft(m_info.id); }, this))
    , m_use(new QPushButton(this))
    , m_parts(new QWidget(this))
    , m_problem(new InlineNotice(this))
    , m_description(nullptr)
    , m_origin(new QLabel(this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_copy(new QPushButton(tr("Make a &copy…"), this))
    , m_delete(new QPushButton(tr("&Delete"), this))
    , m_title(new QLabel(this))
{
    setLook(m_title, Look::Title);
    m_title->setWordWrap(true);
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
    parts->addWidget(m_test);
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
    connect(m_test, &GatewayTestCard::secretsOut, this, &GatewayPage::secretsOut);
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
    m_test->setTitle(info.title);
    m_title->setText(shortTitle(info.title));
    m_title->setToolTip(info.title);
    m_form->setFields(info.fields);
    const bool broken = !info.problem.isNone();
    if (broken)
        m_problem->tell((info.fields.isEmpty()
                             ? tr("The file %1.json in the profile cannot be used. Line %2: %3")
                             : tr("The file %1.json in the profile cannot be used, so the gateway that comes with "
                                  "the program is there instead. Line %2: %3"))
                            .arg(info.id)
                            .arg(info.problem.place.line)
                            .arg(coreText(info.problem.what)),
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

void GatewayPage::focusFirst()
{
    m_form->focusFirst();
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
    m_use->setVisible(!m_info.active && !m_parts->isHidden());
    m_use->setEnabled(!m_activating.isWaiting() && !m_saving.isWaiting());
    m_use->setText(m_activating.isWaiting() ? tr("Switching…") : tr("&Use this gateway"));
}

void GatewayPage::check()
{
    m_formNotice->clear();
    if (!m_info.canCheck)
        return askBalance({});
    m_checking.ask(m_context.admin.checkProvider(m_form->draft(m_info.id)), this,
                   [this](const Result<QString> &answer) {
                       updateButtons();
                       if (!answer)
                           return showFailure(m_formNotice, answer.error());
                       if (!answer->isEmpty())
                           return m_formNotice->answer(
                               tr("%1 refuses them: %2").arg(m_info.title, coreText(*answer)), Tone::Bad);
                       const QString good = tr("%1 accepts these credentials.").arg(m_info.title);
                       m_formNotice->answer(good, Tone::Good);
                       if (m_info.hasBalance)
                           askBalance(good + u' ');
                   });
    updateButtons();
}

void GatewayPage::askBalance(const QString &before)
{
    m_checking.ask(
        m_context.admin.askBalance(m_form->draft(m_info.id)), this,
        [this, before](const Result<BalanceReply> &answer) {
            updateButtons();
            if (!answer)
                return showFailure(m_formNotice, answer.error());
            if (answer->amount.isEmpty())
                m_formNotice->answer(
                    before + tr("%1 does not tell the balance: %2").arg(m_info.title, coreText(answer->refusal)),
                    before.isEmpty() ? Tone::Bad : Tone::Warning);
            else
                m_formNotice->answer(
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
        m_formNotice->answer(tr("Saved."), Tone::Good);
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
    QMessageBox *box = goLiveQuestion({.gateway = m_info.title,
                                       .waiting = int(m_context.status.current().queued),
                                       .lacksSecret = m_form->lacksSecret(),
                                       .hasChanges = m_form->isChanged()},
                                      this);
    connect(box, &QMessageBox::accepted, this, &GatewayPage::activate);
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
    where->answer(errorText(error), Tone::Bad);
    if (error.code == ErrorCode::SecretsLocked || error.code == ErrorCode::SecretsUnavailable)
        Q_EMIT secretsOut(error);
}

} // namespace smsauth
