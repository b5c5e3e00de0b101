// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ProvidersPanel.h"

#include "ui/ErrorText.h"
#include "ui/panels/GatewayPage.h"
#include "ui/panels/SimulatorPage.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/NamedListDelegate.h"
#include "ui/widgets/PageHeader.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int ListWidth = 220;
constexpr int SmallListWidth = 150;
constexpr int NarrowPage = 680;
constexpr int PageWidth = 640;
const QString simulatorId = u"sandbox"_s;

} // namespace

ProvidersPanel::ProvidersPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Providers, Admin::Topic::Secrets}, parent)
    , m_side(new QWidget(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_simulator(new SimulatorPage(this))
    , m_notice(new InlineNotice(this))
    , m_secretStore(new InlineNotice(this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ProvidersPanel::filterList);
    connect(m_list, &QListWidget::currentItemChanged, this, &ProvidersPanel::showChosen);
    connect(m_notice, &InlineNotice::triggered, this, &ProvidersPanel::refresh);
    connect(m_secretStore, &InlineNotice::triggered, this, &ProvidersPanel::unlock);
    connect(m_simulator, &SimulatorPage::gatewayWanted, this, &ProvidersPanel::select);
    connect(m_simulator, &SimulatorPage::testNumbersRequested, this,
            [this] { this->context().openPanel(u"protection"_s, {}); });
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
    m_search->setAccessibleName(tr("Find a gateway"));
    m_search->setPlaceholderText(tr("Find a gateway"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Gateways"));
    m_list->setItemDelegate(new NamedListDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *leftLayout = new QVBoxLayout(m_side);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(Space::S);
    leftLayout->addWidget(m_search);
    leftLayout->addWidget(m_list, 1);

    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, Space::S, 0);
    pageLayout->setSpacing(Space::M);
    pageLayout->addWidget(m_secretStore);
    pageLayout->addWidget(m_stack, 1);
    page->setMaximumWidth(PageWidth);
    m_stack->addWidget(m_simulator);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    setLook(scroll, Look::Plain);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(Space::L);
    columns->addWidget(m_side);
    columns->addWidget(scroll, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(new PageHeader(title(), this));
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    setFocusProxy(m_list);
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
}

void ProvidersPanel::take(const QList<ProviderInfo> &infos)
{
    m_infos = infos;
    const auto rank = [this](const ProviderInfo &info) {
        return info.id == simulatorId ? 0 : info.active ? 1 : !stateOf(info).isEmpty() ? 2 : 3;
    };
    std::stable_sort(m_infos.begin(), m_infos.end(), [&rank](const ProviderInfo &a, const ProviderInfo &b) {
        const int order = rank(a) - rank(b);
        return order != 0 ? order < 0 : a.title.localeAwareCompare(b.title) < 0;
    });
    for (const ProviderInfo &info : std::as_const(m_infos)) {
        if (info.id == simulatorId)
            m_simulator->setState(info.active, m_infos);
        else if (m_pages.contains(info.id))
            m_pages.value(info.id)->setInfo(info);
    }
    rebuildList();
}

QString ProvidersPanel::stateOf(const ProviderInfo &info) const
{
    if (info.active)
        return tr("In use");
    const bool isSet = std::any_of(info.fields.begin(), info.fields.end(), [](const ProviderFieldInfo &field) {
        return field.secret ? !field.storedIn.isEmpty()
                            : !field.value.isEmpty() && field.value != field.defaultValue;
    });
    if (m_pages.contains(info.id) && m_pages.value(info.id)->hasUnsavedChanges())
        return tr("Not saved");
    return isSet ? tr("Set up") : QString();
}

void ProvidersPanel::rebuildList()
{
    QString chosen = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
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
            item->setData(NamedListDelegate::NoteToneRole, int(!info.active             ? Tone::Muted
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
    GatewayPage *&page = m_pages[info.id];
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
        connect(page, &GatewayPage::secretsLocked, this, [this] {
            m_wasLocked = true;
            showSecretStore();
        });
    }
    return page;
}

const ProviderInfo *ProvidersPanel::infoOf(const QString &id) const
{
    const auto found =
        std::find_if(m_infos.begin(), m_infos.end(), [&id](const ProviderInfo &info) { return info.id == id; });
    return found == m_infos.end() ? nullptr : &*found;
}

void ProvidersPanel::showSecretStore()
{
    const QStringList warnings = status().warnings;
    if (m_wasLocked || warnings.contains(u"secrets_locked"_s)) {
        m_secretStore->tell(tr("The keyring is locked, so stored credentials cannot be read. Nothing is lost."),
                            Tone::Warning, tr("&Unlock"));
    } else if (warnings.contains(u"memory_secrets"_s)) {
        m_secretStore->tell(tr("Credentials are kept in memory and are gone when the program ends. Choose another "
                               "secret store in Settings."),
                            Tone::Warning);
    } else if (status().secretStore == u"memory" && context().status.isKnown()) {
        m_secretStore->tell(tr("Credentials that you save here are kept in memory until the program ends.") + u' ' +
                                status().secretStoreReason,
                            Tone::Muted);
    } else {
        m_secretStore->clear();
    }
    m_secretStore->button()->setEnabled(!m_unlocking.isWaiting());
}

void ProvidersPanel::unlock()
{
    m_unlocking.ask(admin().unlockSecrets(), this, [this](const Result<void> &answer) {
        if (!answer) {
            showSecretStore();
            showError(answer.error());
            return;
        }
        m_wasLocked = false;
        showSecretStore();
        context().status.ask();
        refresh();
    });
    m_secretStore->button()->setEnabled(false);
}

std::unique_ptr<Panel> makeProvidersPanel(const PanelContext &context)
{
    return std::make_unique<ProvidersPanel>(context);
}

} // namespace smsauth
