// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ProvidersPanel.h"

#include "core/sms/GatewayForm.h"
#include "ui/ErrorText.h"
#include "ui/panels/GatewayPage.h"
#include "ui/panels/SecretStoreNotice.h"
#include "ui/panels/SimulatorPage.h"
#include "ui/panels/gateway/GatewayEditor.h"
#include "ui/panels/gateway/GatewayList.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PageHeader.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int ListWidth = 220;
constexpr int SmallListWidth = 184;
constexpr int NarrowPage = 680;
constexpr int PageWidth = 640;

} // namespace

ProvidersPanel::ProvidersPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Providers, Admin::Topic::Secrets}, parent)
    , m_pages(new QStackedWidget(this))
    , m_list(new GatewayList(context, this))
    , m_stack(new QStackedWidget(this))
    , m_simulator(new SimulatorPage(this))
    , m_notice(new InlineNotice(this))
    , m_store(new SecretStoreNotice(context, this))
    , m_removal(new Undo(context.undoTime, this))
{
    build();
    connect(m_list, &GatewayList::chosen, this, &ProvidersPanel::showChosen);
    connect(m_list, &GatewayList::addWanted, this, &ProvidersPanel::addOwn);
    connect(m_list, &GatewayList::copyWanted, this, &ProvidersPanel::copy);
    connect(m_notice, &InlineNotice::triggered, this, &ProvidersPanel::refresh);
    connect(m_store, &SecretStoreNotice::settled, this, &ProvidersPanel::refresh);
    connect(m_store, &SecretStoreNotice::reasonChanged, this, [this] {
        for (GatewayPage *page : std::as_const(m_gatewayPages))
            page->setStoreReason(m_store->reason());
    });
    connect(m_simulator, &SimulatorPage::gatewayWanted, this, [this](const QString &id) {
        m_list->select(id);
        if (GatewayPage *page = m_gatewayPages.value(id))
            page->focusFirst();
    });
    connect(m_simulator, &SimulatorPage::ownGatewayWanted, this, &ProvidersPanel::addOwn);
    connect(m_simulator, &SimulatorPage::testNumbersRequested, this,
            [this] { this->context().openPanel(u"protection"_s, u"test-numbers"_s); });
    connect(m_simulator, &SimulatorPage::activateRequested, this, &ProvidersPanel::useSimulator);
}

ProvidersPanel::~ProvidersPanel()
{
    m_removal->settle(); // nobody can take it back any more
}

void ProvidersPanel::build()
{
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, Space::S, 0);
    pageLayout->setSpacing(Space::M);
    pageLayout->addWidget(m_store);
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
    columns->addWidget(m_list);
    columns->addWidget(scroll, 1);
    m_pages->addWidget(browser);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    setFirstFocus(m_list->list());
}

void ProvidersPanel::useSimulator()
{
    m_simulator->setBusy(true);
    const auto settled = [this] { m_simulator->setBusy(false); };
    ask(
        admin().activateProvider(GatewayList::Simulator),
        [this, settled] {
            settled();
            showNotice(tr("The simulator is in use again. No SMS leaves this computer."));
        },
        [this, settled](const Error &error) {
            settled();
            showError(error);
        });
}

void ProvidersPanel::resizeEvent(QResizeEvent *event)
{
    m_list->setFixedWidth(width() < NarrowPage ? SmallListWidth : ListWidth);
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
        m_list->select(argument);
}

bool ProvidersPanel::undo()
{
    if (m_removal->takeBack())
        return true;
    if (!m_backToEditing)
        return false;
    std::exchange(m_backToEditing, nullptr)();
    return true;
}

void ProvidersPanel::focusFilter()
{
    m_list->focusSearch();
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
        m_store->take(answer ? std::nullopt : std::optional(answer.error()));
    });
}

void ProvidersPanel::take(QList<ProviderInfo> infos)
{
    infos.removeIf([this](const ProviderInfo &info) { return info.id == m_removing; });
    for (const ProviderInfo &info : std::as_const(infos)) {
        if (info.id == GatewayList::Simulator)
            m_simulator->setState(info.active, infos);
        else if (m_gatewayPages.contains(info.id))
            m_gatewayPages.value(info.id)->setInfo(info);
    }
    m_list->setInfos(infos, [this](const QString &id) {
        return m_gatewayPages.contains(id) && m_gatewayPages.value(id)->hasUnsavedChanges();
    });
}

void ProvidersPanel::showChosen(const QString &id)
{
    m_stack->setCurrentWidget(id == GatewayList::Simulator ? static_cast<QWidget *>(m_simulator)
                                                           : pageOf(*m_list->info(id)));
    // The stack is as tall as the page on top, not as the tallest one.
    for (int i = 0; i < m_stack->count(); ++i) {
        const auto policy = i == m_stack->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred, policy);
    }
}

GatewayPage *ProvidersPanel::pageOf(const ProviderInfo &info)
{
    GatewayPage *&page = m_gatewayPages[info.id];
    if (!page) {
        page = new GatewayPage(context(), info, m_stack);
        m_stack->addWidget(page);
        connect(page, &GatewayPage::unsavedChanged, this,
                [this, page, id = info.id] { m_list->updateNote(id, page->hasUnsavedChanges()); });
        connect(page, &GatewayPage::secretsOut, m_store, &SecretStoreNotice::take);
        connect(page, &GatewayPage::editWanted, this, [this, id = info.id] { edit(id); });
        connect(page, &GatewayPage::copyWanted, this, [this, id = info.id] { copy(id); });
        connect(page, &GatewayPage::deleteWanted, this, [this, id = info.id] { remove(id); });
        page->setStoreReason(m_store->reason());
    }
    return page;
}

// Descriptions of a person's own

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
    m_removal->settle(); // the id of what was deleted may be taken again
    if (!m_editor) {
        m_editor = new GatewayEditor(context(), m_pages);
        m_pages->addWidget(m_editor);
        connect(m_editor, &GatewayEditor::left, this, &ProvidersPanel::leaveEditor);
        connect(m_editor, &GatewayEditor::saved, this, [this](const QString &saved) {
            const ProviderInfo *known = m_list->info(saved);
            showNotice(known && known->active ? tr("Saved. Messages go out as it says from now on.")
                                              : tr("Saved. The gateway is in the list."));
            m_list->select(saved);
            m_pages->setCurrentIndex(0);
            m_list->list()->setFocus();
            refresh();
        });
    }
    QStringList taken;
    for (const ProviderInfo &info : m_list->infos())
        taken.append(info.id);
    m_editor->edit(draft, taken);
    m_pages->setCurrentWidget(m_editor);
    m_editor->takeFocus();
}

void ProvidersPanel::leaveEditor()
{
    m_pages->setCurrentIndex(0);
    m_list->list()->setFocus();
    if (!m_editor->hasUnsavedChanges())
        return;
    m_backToEditing = [this, draft = m_editor->draft()] { openEditor(draft); };
    context().notify({tr("The changes were not saved."), tr("Back to editing"), [this] { undo(); }, false});
}

/// It disappears from the list at once and from the profile when the time to take it back is over: the file then is
/// as it was, also one that could not be saved as it is.
void ProvidersPanel::remove(const QString &id)
{
    const auto hide = [this](const QString &hidden) {
        m_removing = hidden;
        refresh();
    };
    const ProviderInfo *info = m_list->info(id);
    const QString name = info ? info->title : id;
    m_removal->offer(
        [this, hide, id] {
            hide({});
            m_list->select(id);
        },
        [this, hide] {
            ask(
                admin().removeGateway(std::exchange(m_removing, {})), [this] { refresh(); },
                [this](const Error &error) {
                    showError(error);
                    refresh();
                });
        });
    hide(id);
    context().notify({tr("Deleted %1. What was saved for its fields stays in the profile.").arg(name), tr("&Undo"),
                      [this] { m_removal->takeBack(); }, false});
}

std::unique_ptr<Panel> makeProvidersPanel(const PanelContext &context)
{
    return std::make_unique<ProvidersPanel>(context);
}

} // namespace smsauth
