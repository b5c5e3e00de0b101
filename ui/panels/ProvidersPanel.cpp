// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ProvidersPanel.h"

#include "core/sms/GatewayForm.h"
#include "ui/ErrorText.h"
#include "ui/FieldTexts.h"
#include "ui/UiState.h"
#include "ui/panels/GatewayOrder.h"
#include "ui/panels/GatewayPage.h"
#include "ui/panels/SecretStoreHelp.h"
#include "ui/panels/SimulatorPage.h"
#include "ui/panels/gateway/GatewayEditor.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/NamedListDelegate.h"
#include "ui/widgets/PageHeader.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int ListWidth = 220;
constexpr int SmallListWidth = 184;
constexpr int NarrowPage = 680;
constexpr int PageWidth = 640;
const QString simulatorId = u"sandbox"_s;
const QString orderKey = u"providers.order"_s;

} // namespace

ProvidersPanel::ProvidersPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Providers, Admin::Topic::Secrets}, parent)
    , m_pages(new QStackedWidget(this))
    , m_side(new QWidget(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add your own"), this))
    , m_addMenu(new QMenu(tr("Add your own gateway"), m_add))
    , m_stack(new QStackedWidget(this))
    , m_simulator(new SimulatorPage(this))
    , m_notice(new InlineNotice(this))
    , m_memory(new InlineNotice(this))
    , m_storeHelp(new SecretStoreHelp(this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ProvidersPanel::filterList);
    connect(m_list, &QListWidget::currentItemChanged, this, &ProvidersPanel::showChosen);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ProvidersPanel::keepOrder);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ProvidersPanel::showListMenu);
    connect(m_addMenu, &QMenu::aboutToShow, this, &ProvidersPanel::fillAddMenu);
    connect(m_notice, &InlineNotice::triggered, this, &ProvidersPanel::refresh);
    connect(m_storeHelp, &SecretStoreHelp::unlockWanted, this, &ProvidersPanel::unlock);
    connect(m_storeHelp, &SecretStoreHelp::memoryWanted, this,
            [this] { useOtherStore(OtherSecretStore::Memory, {}); });
    connect(m_storeHelp, &SecretStoreHelp::fileWanted, this,
            [this](const Secret &passphrase) { useOtherStore(OtherSecretStore::SealedFile, passphrase); });
    connect(m_simulator, &SimulatorPage::gatewayWanted, this, &ProvidersPanel::select);
    connect(m_simulator, &SimulatorPage::ownGatewayWanted, this, &ProvidersPanel::addOwn);
    connect(m_simulator, &SimulatorPage::testNumbersRequested, this,
            [this] { this->context().openPanel(u"protection"_s, u"test-numbers"_s); });
    connect(m_simulator, &SimulatorPage::activateRequested, this, [this] {
        m_simulator->setBusy(true);
        const auto settled = [this] { m_simulator->setBusy(false); };
        ask(
            admin().activateProvider(simulatorId),
            [this, settled] {
                settled();
                showNotice(tr("The simulator is in use again. No SMS leaves this computer."));
            },
            [this, settled](const Error &error) {
                settled();
                showError(error);
            });
    });
    connect(&context.status, &StatusWatch::changed, this, &ProvidersPanel::showSecretStore);
    showSecretStore();
}

void ProvidersPanel::build()
{
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, Space::S, 0);
    pageLayout->setSpacing(Space::M);
    pageLayout->addWidget(m_storeHelp);
    pageLayout->addWidget(m_memory);
    pageLayout->addWidget(m_stack, 1);
    page->setMaximumWidth(PageWidth);
    m_stack->addWidget(m_simulator);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);

    auto *browser = new QWidget(this);
    auto *columns = new QHBoxLayout(browser);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Space::L);
    columns->addWidget(buildSide());
    columns->addWidget(scroll, 1);
    m_pages->addWidget(browser);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    setFirstFocus(m_list);
}

QWidget *ProvidersPanel::buildSide()
{
    m_search->setAccessibleName(tr("Find a gateway"));
    m_search->setPlaceholderText(tr("Find a gateway"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Gateways"));
    m_list->setToolTip(tr("Drag, or Alt+Up and Alt+Down, put them in another order."));
    m_list->setItemDelegate(new NamedListDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_add->setMenu(m_addMenu);
    m_add->setAccessibleName(tr("Add or copy a gateway"));

    auto *layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_add);
    return m_side;
}

void ProvidersPanel::resizeEvent(QResizeEvent *event)
{
    m_side->setFixedWidth(width() < NarrowPage ? SmallListWidth : ListWidth);
    Panel::resizeEvent(event);
}

QString ProvidersPanel::title() const
{
    return tr("Providers");
}

QString ProvidersPanel::iconName() const
{
    return u"providers"_s;
}

void ProvidersPanel::open(const QString &argument)
{
    if (!argument.isEmpty())
        select(argument);
}

bool ProvidersPanel::undo()
{
    if (!m_undo)
        return false;
    std::exchange(m_undo, nullptr)();
    return true;
}

void ProvidersPanel::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ProvidersPanel::refresh()
{
    m_asking.ask(admin().providers(), this, [this](const Result<QList<ProviderInfo>> &answer) {
        if (!answer) {
            m_notice->tell(errorText(answer.error()), Tone::Bad, tr("Try again"));
            return;
        }
        m_notice->clear();
        take(*answer);
    });
    m_askingStore.ask(admin().secrets(), this, [this](const Result<QList<SecretEntry>> &answer) {
        m_storeError = answer ? std::nullopt : std::optional(answer.error());
        showSecretStore();
    });
}

void ProvidersPanel::take(const QList<ProviderInfo> &infos)
{
    QStringList order;
    const QJsonArray kept = context().state.value(orderKey).toArray();
    for (const QJsonValue &id : kept)
        order.append(id.toString());
    m_infos = orderedGateways(infos, order);
    for (const ProviderInfo &info : std::as_const(m_infos)) {
        if (info.id == simulatorId)
            m_simulator->setState(info.active, m_infos);
        else if (m_gatewayPages.contains(info.id))
            m_gatewayPages.value(info.id)->setInfo(info);
    }
    rebuildList();
}

QString ProvidersPanel::stateOf(const ProviderInfo &info) const
{
    if (info.active)
        return tr("In use");
    if (!info.problem.isNone())
        return tr("Cannot be used");
    if (m_gatewayPages.contains(info.id) && m_gatewayPages.value(info.id)->hasUnsavedChanges())
        return tr("Not saved");
    return isSetUp(info) ? tr("Set up") : QString();
}

void ProvidersPanel::rebuildList()
{
    QString chosen = chosenId();
    if (infoOf(m_wanted))
        chosen = std::exchange(m_wanted, {});
    if (!infoOf(chosen)) {
        const auto active =
            std::find_if(m_infos.begin(), m_infos.end(), [](const auto &info) { return info.active; });
        chosen = active != m_infos.end() ? active->id : simulatorId;
    }
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const ProviderInfo &info : std::as_const(m_infos)) {
            auto *item = new QListWidgetItem(info.id == simulatorId ? tr("Simulator") : info.title, m_list);
            const QString state = stateOf(info);
            item->setData(Qt::UserRole, info.id);
            item->setData(NamedListDelegate::NoteRole, state);
            item->setData(NamedListDelegate::NoteToneRole, int(!info.problem.isNone()   ? Tone::Bad
                                                               : !info.active           ? Tone::Muted
                                                               : info.id == simulatorId ? Tone::Simulated
                                                                                        : Tone::Live));
            item->setData(Qt::AccessibleTextRole, state.isEmpty() ? item->text() : item->text() + u", "_s + state);
            if (info.id == chosen)
                m_list->setCurrentItem(item);
        }
    }
    filterList();
    showChosen();
}

void ProvidersPanel::filterList()
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(m_search->text().trimmed(), Qt::CaseInsensitive) &&
                        !item->data(Qt::UserRole).toString().contains(m_search->text().trimmed()));
    }
}

void ProvidersPanel::showChosen()
{
    const QListWidgetItem *item = m_list->currentItem();
    const ProviderInfo *info = item ? infoOf(item->data(Qt::UserRole).toString()) : nullptr;
    if (!info)
        return;
    if (info->id == simulatorId)
        m_stack->setCurrentWidget(m_simulator);
    else
        m_stack->setCurrentWidget(pageOf(*info));
    // The stack is as tall as the page on top, not as the tallest one.
    for (int i = 0; i < m_stack->count(); ++i) {
        const auto policy = i == m_stack->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred, policy);
    }
}

void ProvidersPanel::select(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (item->data(Qt::UserRole).toString() == id) {
            m_search->clear();
            m_list->setCurrentItem(item);
            m_list->scrollToItem(item);
            return;
        }
    }
    m_wanted = id;
}

GatewayPage *ProvidersPanel::pageOf(const ProviderInfo &info)
{
    GatewayPage *&page = m_gatewayPages[info.id];
    if (!page) {
        page = new GatewayPage(context(), info, m_stack);
        m_stack->addWidget(page);
        connect(page, &GatewayPage::unsavedChanged, this, [this, id = info.id] {
            const ProviderInfo *known = infoOf(id);
            for (int row = 0; known && row < m_list->count(); ++row) {
                if (m_list->item(row)->data(Qt::UserRole).toString() == id)
                    m_list->item(row)->setData(NamedListDelegate::NoteRole, stateOf(*known));
            }
        });
        connect(page, &GatewayPage::secretsOut, this, [this](const Error &error) {
            m_storeError = error;
            showSecretStore();
        });
        connect(page, &GatewayPage::editWanted, this, [this, id = info.id] { edit(id); });
        connect(page, &GatewayPage::copyWanted, this, [this, id = info.id] { copy(id); });
        connect(page, &GatewayPage::deleteWanted, this, [this, id = info.id] { remove(id); });
        page->setStoreReason(storeReasonText(status().secretStoreReason));
    }
    return page;
}

const ProviderInfo *ProvidersPanel::infoOf(const QString &id) const
{
    const auto found =
        std::find_if(m_infos.begin(), m_infos.end(), [&id](const ProviderInfo &info) { return info.id == id; });
    return found == m_infos.end() ? nullptr : &*found;
}

QString ProvidersPanel::chosenId() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

// The order

bool ProvidersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (step != 0 && key->modifiers().testFlag(Qt::AltModifier)) {
            move(step);
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void ProvidersPanel::move(int step)
{
    const int from = m_list->currentRow();
    int to = from + step;
    while (to >= 0 && to < m_list->count() && m_list->item(to)->isHidden())
        to += step;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QSignalBlocker blocker(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    m_list->scrollToItem(m_list->currentItem());
    keepOrder();
}

void ProvidersPanel::keepOrder()
{
    QJsonArray order;
    for (int row = 0; row < m_list->count(); ++row)
        order.append(m_list->item(row)->data(Qt::UserRole).toString());
    context().state.setValue(orderKey, order);
}

void ProvidersPanel::showListMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"up"_s), tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), this,
                    [this] { move(-1); });
    menu->addAction(themedIcon(u"down"_s), tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), this,
                    [this] { move(1); });
    menu->addSeparator();
    QAction *automatic = menu->addAction(tr("Automatic order"), this, [this] {
        context().state.setValue(orderKey, QJsonValue());
        take(m_infos);
    });
    automatic->setEnabled(!context().state.value(orderKey).isNull());
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

// Descriptions of a person's own

void ProvidersPanel::fillAddMenu()
{
    m_addMenu->clear();
    m_addMenu->addAction(tr("From scratch…"), this, &ProvidersPanel::addOwn);
    const ProviderInfo *chosen = infoOf(chosenId());
    if (chosen && chosen->isFile)
        m_addMenu->addAction(tr("Copy of %1…").arg(chosen->title), this, [this, id = chosen->id] { copy(id); });
}

void ProvidersPanel::addOwn()
{
    const QByteArray text = newGatewayText(tr("My gateway"));
    openEditor({{}, text, text, true});
}

void ProvidersPanel::edit(const QString &id)
{
    m_reading.ask(admin().gatewayFile(id), this, [this, id](const Result<GatewayFile> &file) {
        if (!file)
            return showError(file.error());
        openEditor({id, file->text, file->text, false});
    });
}

void ProvidersPanel::copy(const QString &id)
{
    m_reading.ask(admin().gatewayFile(id), this, [this](const Result<GatewayFile> &file) {
        if (!file)
            return showError(file.error());
        Result<GatewayForm> form = readGatewayForm(file->text);
        if (form)
            form->title = tr("Copy of %1").arg(form->title);
        const Result<QByteArray> text = form ? writeGatewayForm(*form, file->text) : Result<QByteArray>(file->text);
        const QByteArray begin = text ? *text : file->text;
        openEditor({{}, begin, begin, true});
    });
}

void ProvidersPanel::openEditor(const GatewayDraft &draft)
{
    if (!m_editor) {
        m_editor = new GatewayEditor(context(), m_pages);
        m_pages->addWidget(m_editor);
        connect(m_editor, &GatewayEditor::left, this, &ProvidersPanel::leaveEditor);
        connect(m_editor, &GatewayEditor::saved, this, [this](const QString &saved) {
            const ProviderInfo *known = infoOf(saved);
            showNotice(known && known->active ? tr("Saved. Messages go out as it says from now on.")
                                              : tr("Saved. The gateway is in the list."));
            m_wanted = saved;
            m_pages->setCurrentIndex(0);
            m_list->setFocus();
            refresh();
        });
    }
    QStringList taken;
    for (const ProviderInfo &info : std::as_const(m_infos))
        taken.append(info.id);
    m_editor->edit(draft, taken);
    m_pages->setCurrentWidget(m_editor);
    m_editor->takeFocus();
}

void ProvidersPanel::leaveEditor()
{
    m_pages->setCurrentIndex(0);
    m_list->setFocus();
    if (!m_editor->hasUnsavedChanges())
        return;
    m_undo = [this, draft = m_editor->draft()] { openEditor(draft); };
    context().notify({tr("The changes were not saved."), tr("Back to editing"), [this] { undo(); }, false});
}

void ProvidersPanel::remove(const QString &id)
{
    const ProviderInfo *info = infoOf(id);
    const QString name = info ? info->title : id;
    m_reading.ask(admin().gatewayFile(id), this, [this, id, name](const Result<GatewayFile> &file) {
        if (!file)
            return showError(file.error());
        const QByteArray text = file->text;
        m_changing.ask(admin().removeGateway(id), this, [this, id, name, text](const Result<void> &removed) {
            if (!removed)
                return showError(removed.error());
            m_undo = [this, id, text] {
                m_wanted = id;
                ask(admin().saveGateway(id, text), [this] { refresh(); });
            };
            context().notify({tr("Deleted %1. What was saved for its fields stays in the profile.").arg(name),
                              tr("Undo"), [this] { undo(); }, false});
            refresh();
        });
    });
}

// The secret store

void ProvidersPanel::showSecretStore()
{
    using Help = SecretStoreHelp;
    const QStringList warnings = status().warnings;
    const ErrorCode failure = status().state == ServerState::Failed ? status().failure.code : ErrorCode::Internal;
    const bool closed = failure == ErrorCode::SecretsLocked || failure == ErrorCode::SecretsUnavailable;
    const Error error = closed ? status().failure : m_storeError.value_or(Error{ErrorCode::Internal, {}, {}});
    const bool isKeyring = status().secretStore.isEmpty() || status().secretStore == u"keyring";
    // A profile that is open has its keys; only what is saved for gateways is out of reach.
    const Help::Choices others = closed ? Help::SealedFile | Help::Memory : Help::Choices(Help::Memory);
    m_memory->clear();
    if (status().passphrase != PassphraseNeed::None) {
        m_storeHelp->tell(tr("Credentials lie in the sealed file of the profile, which needs its passphrase."),
                          tr("Enter the &passphrase"), Help::Unlock | Help::Memory);
    } else if (error.code == ErrorCode::SecretsLocked || warnings.contains(u"secrets_locked"_s)) {
        m_storeHelp->tell(tr("The keyring is locked, so stored credentials cannot be read. Nothing is lost."),
                          tr("&Unlock"), Help::Unlock | others);
    } else if (error.code == ErrorCode::SecretsUnavailable && isKeyring) {
        m_storeHelp->tell(tr("No keyring can be reached, so stored credentials cannot be read. Start one, then try "
                             "again. Nothing is lost.") +
                              (error.detail.isEmpty() ? QString() : u'\n' + error.detail),
                          tr("&Try again"), Help::Unlock | others);
    } else if (error.code == ErrorCode::TimedOut) {
        m_storeHelp->tell(tr("The keyring does not answer. Perhaps a window of it waits for you; nothing is lost."),
                          tr("&Try again"), Help::Unlock | others);
    } else {
        m_storeHelp->clear();
        const bool memory = status().secretStore == u"memory" && context().status.isKnown();
        if (warnings.contains(u"memory_secrets"_s))
            m_memory->tell(tr("Credentials are kept in memory and are gone when the program ends. Choose another "
                              "secret store in Settings."),
                           Tone::Warning);
        else if (memory)
            m_memory->tell(tr("Credentials that you save here are kept in memory until the program ends.") + u' ' +
                               storeReasonText(status().secretStoreReason),
                           Tone::Muted);
    }
    for (GatewayPage *page : std::as_const(m_gatewayPages))
        page->setStoreReason(storeReasonText(status().secretStoreReason));
    m_storeHelp->setBusy(m_unlocking.isWaiting());
}

void ProvidersPanel::unlock()
{
    if (status().passphrase != PassphraseNeed::None)
        return context().unlock(); // the window has a prompt for it
    m_unlocking.ask(admin().unlockSecrets(), this, [this](const Result<void> &answer) {
        m_storeHelp->setBusy(false);
        if (!answer)
            return m_storeHelp->refuse(errorText(answer.error()));
        m_storeError.reset();
        showSecretStore();
        context().status.ask();
        refresh();
    });
    m_storeHelp->setBusy(true);
}

void ProvidersPanel::useOtherStore(OtherSecretStore store, const Secret &passphrase)
{
    const bool wasClosed = status().state == ServerState::Failed;
    m_unlocking.ask(admin().useOtherSecretStore(store, passphrase), this,
                    [this, store, wasClosed](const Result<void> &answer) {
                        m_storeHelp->setBusy(false);
                        if (!answer)
                            return m_storeHelp->refuse(errorText(answer.error()));
                        m_storeError.reset();
                        showNotice(store == OtherSecretStore::Memory
                                       ? tr("Credentials are kept in memory until the program ends.")
                                       : tr("Credentials are kept in a sealed file from now on."));
                        if (wasClosed)
                            context().unlock(); // starts the server, which waited for its keys
                        context().status.ask();
                        refresh();
                    });
    m_storeHelp->setBusy(true);
}

std::unique_ptr<Panel> makeProvidersPanel(const PanelContext &context)
{
    return std::make_unique<ProvidersPanel>(context);
}

} // namespace smsauth
