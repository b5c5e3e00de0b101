// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/TestNumbers.h"

#include "ui/ErrorText.h"
#include "ui/Theme.h"
#include "ui/panels/protection/FaultForm.h"
#include "ui/panels/protection/FaultList.h"
#include "ui/panels/protection/FaultTexts.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/InlineNotice.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int WidestForm = 600;

} // namespace

TestNumbers::TestNumbers(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_hint(new QLabel(this))
    , m_add(new QPushButton(themedIcon(u"plus"_s), tr("Add a &rule"), this))
    , m_clear(new QPushButton(themedIcon(u"trash"_s), tr("Clear a&ll"), this))
    , m_notice(new InlineNotice(this))
    , m_formFrame(new QFrame(this))
    , m_form(new FaultForm(context.clock, m_formFrame))
    , m_list(new FaultList(context.clock, this))
    , m_empty(new EmptyState(this))
{
    build();
    connect(m_add, &QPushButton::clicked, this, &TestNumbers::add);
    connect(m_empty, &EmptyState::triggered, this, &TestNumbers::add);
    connect(m_clear, &QPushButton::clicked, this, &TestNumbers::clear);
    connect(m_notice, &InlineNotice::triggered, this, &TestNumbers::refresh);
    connect(m_form, &FaultForm::saveRequested, this, &TestNumbers::save);
    connect(m_form, &FaultForm::cancelled, this, &TestNumbers::closeForm);
    connect(m_list, &FaultList::changeWanted, this, &TestNumbers::edit);
    connect(m_list, &FaultList::removeWanted, this, &TestNumbers::remove);
    connect(&context.admin, &Admin::changed, this, [this](Admin::Topic topic) {
        if (isVisible() && (topic == Admin::Topic::Status || topic == Admin::Topic::Settings))
            refresh();
    });
    connect(&context.status, &StatusWatch::changed, this, [this] {
        updateForm();
        showState();
    });
    showState();
}

void TestNumbers::build()
{
    auto *title = new QLabel(tr("Test numbers and faults"), this);
    setLook(title, Look::Title);
    setLook(m_clear, Look::Quiet);
    m_clear->setAccessibleName(tr("Clear all test numbers and faults"));
    m_hint->setWordWrap(true);
    setLook(m_hint, Look::Muted);
    m_empty->setContent(
        u"warning"_s,
        tr("Nothing goes wrong here. Let a code be late, lost or refused, and see what your app does."),
        tr("Add the first rule"));

    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S);
    head->addWidget(title, 1);
    head->addWidget(m_clear);
    head->addWidget(m_add);
    setLook(m_formFrame, Look::Card);
    auto *formLayout = new QVBoxLayout(m_formFrame);
    formLayout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    formLayout->addWidget(m_form);
    m_form->setMaximumWidth(WidestForm);
    m_formFrame->hide();

    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    layout->addLayout(head);
    layout->addWidget(m_hint);
    layout->addWidget(m_notice);
    layout->addWidget(m_formFrame);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
}

void TestNumbers::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void TestNumbers::refresh()
{
    m_askingSettings.ask(m_context.admin.settings(), this, [this](const Result<SettingsView> &settings) {
        if (settings)
            m_settings = *settings;
        updateForm();
    });
    m_asking.ask(m_context.admin.faults(), this, [this](const Result<QList<FaultRule>> &rules) {
        if (!rules) {
            m_notice->tell(errorText(rules.error()), Tone::Bad, tr("&Try again"));
            return showState();
        }
        m_notice->clear();
        m_known = true;
        take(*rules);
    });
}

void TestNumbers::take(const QList<FaultRule> &rules)
{
    m_rules = rules;
    m_list->setRules(rules);
    updateForm();
    showState();
}

void TestNumbers::showState()
{
    const bool simulated = m_context.status.isSimulated();
    m_hint->setText(
        simulated ? tr("What the simulator does to messages of single numbers, or to a share of all. A rule for "
                       "the very number comes first. They cannot be on in live mode.")
                  : tr("They work only with the simulator. In live mode none of them has an effect."));
    if (!simulated)
        closeForm();
    const bool isOpen = !m_formFrame->isHidden();
    m_add->setVisible(simulated && !isOpen && !m_rules.isEmpty());
    m_clear->setVisible(simulated && !m_rules.isEmpty());
    m_clear->setEnabled(!m_changing.isWaiting());
    m_list->setVisible(simulated && !m_rules.isEmpty());
    m_empty->setVisible(simulated && m_known && m_rules.isEmpty() && !isOpen);
}

void TestNumbers::updateForm()
{
    FaultSurroundings surroundings;
    surroundings.codeLength = m_settings.values.value(u"SMS_AUTH_CODE_LEN"_s).toInt(4);
    surroundings.region = m_settings.values.value(u"SMS_AUTH_REGION"_s).toString();
    surroundings.fixedCodes = !m_context.status.current().warnings.contains(u"reachable_from_network"_s);
    surroundings.rules = m_rules;
    m_form->setSurroundings(surroundings);
}

void TestNumbers::add()
{
    m_form->begin();
    m_formFrame->show();
    showState();
    m_form->focusFirst();
}

void TestNumbers::edit(const FaultRule &rule)
{
    m_form->edit(rule);
    m_formFrame->show();
    showState();
    m_form->focusFirst();
}

void TestNumbers::closeForm()
{
    const bool hadFocus = m_formFrame->isAncestorOf(focusWidget());
    m_formFrame->hide();
    m_form->setBusy(false);
    if (m_context.status.isSimulated()) {
        m_add->setVisible(!m_rules.isEmpty());
        m_empty->setVisible(m_known && m_rules.isEmpty());
    }
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void TestNumbers::save(const FaultRule &rule)
{
    // A rule that is about something else now is another rule: the old one goes once the new one is there.
    const QString old = m_form->editedId() == rule.id() ? QString() : m_form->editedId();
    m_form->setBusy(true);
    m_changing.ask(m_context.admin.setFault(rule), this, [this, old](const Result<void> &set) {
        m_form->setBusy(false);
        if (!set)
            return m_form->tell(errorText(set.error()));
        closeForm();
        if (old.isEmpty())
            return refresh();
        m_changing.ask(m_context.admin.removeFault(old), this, [this](const Result<void> &removed) {
            if (!removed && removed.error().code != ErrorCode::NotFound)
                m_context.notify({errorText(removed.error()), {}, {}, true});
            refresh();
        });
    });
}

void TestNumbers::remove(const FaultRule &rule)
{
    if (m_form->editedId() == rule.id())
        closeForm();
    whenDone(this, m_context.admin.removeFault(rule.id()), [this, rule](const Result<void> &removed) {
        if (removed)
            offerUndo(tr("The rule for %1 is removed.").arg(subjectText(rule)), {rule});
        else if (removed.error().code != ErrorCode::NotFound) // it is gone, as was wanted
            m_context.notify({errorText(removed.error()), {}, {}, true});
        m_add->setFocus(Qt::OtherFocusReason); // the button that had it goes
        refresh();
    });
}

/// Asks what there is first: all of it, and nothing older than that, can be brought back.
void TestNumbers::clear()
{
    closeForm();
    const auto failed = [this](const Error &error) {
        m_context.notify({errorText(error), {}, {}, true});
        refresh();
    };
    m_changing.ask(m_context.admin.faults(), this, [this, failed](const Result<QList<FaultRule>> &rules) {
        if (!rules)
            return failed(rules.error());
        m_changing.ask(
            m_context.admin.clearFaults(), this, [this, failed, rules = *rules](const Result<int> &cleared) {
                if (!cleared)
                    return failed(cleared.error());
                offerUndo(tr("%Ln rule(s) cleared. Nothing goes wrong any more.", nullptr, *cleared), rules);
                refresh();
            });
    });
    showState();
}

void TestNumbers::offerUndo(const QString &what, const QList<FaultRule> &removed)
{
    m_removed = removed;
    m_context.notify({what, tr("&Undo"), [this] { undo(); }, false});
}

bool TestNumbers::undo()
{
    if (m_removed.isEmpty() || !m_context.status.isSimulated())
        return false;
    bringBack();
    return true;
}

/// One after the other, in their order; what ended meanwhile stays away.
void TestNumbers::bringBack()
{
    const Timestamp now = m_context.clock.now();
    m_removed.removeIf([now](const FaultRule &rule) { return !rule.holdsAt(now); });
    if (m_removed.isEmpty())
        return refresh();
    m_changing.ask(m_context.admin.setFault(m_removed.takeFirst()), this, [this](const Result<void> &set) {
        if (set)
            return bringBack();
        m_removed.clear();
        m_context.notify({errorText(set.error()), {}, {}, true});
        refresh();
    });
}

} // namespace smsauth
