// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayList.h"

#include "ui/Theme.h"
#include "ui/UiState.h"
#include "ui/panels/GatewayOrder.h"
#include "ui/widgets/NamedListDelegate.h"
#include "ui/widgets/SearchField.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString orderKey = u"providers.order"_s;

Tone noteTone(const ProviderInfo &info)
{
    if (!info.problem.isNone())
        return Tone::Bad;
    if (!info.active)
        return Tone::Muted;
    return info.id == GatewayList::Simulator ? Tone::Simulated : Tone::Live;
}

} // namespace

const QString GatewayList::Simulator = u"sandbox"_s;

GatewayList::GatewayList(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_state(context.state)
    , m_search(searchField(tr("Find a gateway"), this))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add your own"), this))
    , m_addMenu(new QMenu(tr("Add your own gateway"), m_add))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &GatewayList::filter);
    connect(m_list, &QListWidget::currentItemChanged, this, &GatewayList::tellChosen);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &GatewayList::keepOrder);
    connect(m_list, &QWidget::customContextMenuRequested, this, &GatewayList::showListMenu);
    connect(m_addMenu, &QMenu::aboutToShow, this, &GatewayList::fillAddMenu);
}

void GatewayList::build()
{
    m_list->setAccessibleName(tr("Gateways"));
    m_list->setToolTip(tr("Drag, or Alt+Up and Alt+Down, put them in another order."));
    m_list->setItemDelegate(new NamedListDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_add->setMenu(m_addMenu);
    m_add->setAccessibleName(tr("Add or copy a gateway"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_add);
}

void GatewayList::setInfos(const QList<ProviderInfo> &infos, const std::function<bool(const QString &id)> &unsaved)
{
    QStringList order;
    const QJsonArray kept = m_state.value(orderKey).toArray();
    for (const QJsonValue &id : kept)
        order.append(id.toString());
    m_infos = orderedGateways(infos, order);
    m_unsaved.clear();
    for (const ProviderInfo &info : std::as_const(m_infos)) {
        if (unsaved(info.id))
            m_unsaved.append(info.id);
    }
    rebuild();
}

void GatewayList::rebuild()
{
    QString current = chosenId();
    if (info(m_wanted))
        current = std::exchange(m_wanted, {});
    if (!info(current)) {
        const auto active =
            std::find_if(m_infos.begin(), m_infos.end(), [](const auto &candidate) { return candidate.active; });
        current = active != m_infos.end() ? active->id : Simulator;
    }
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const ProviderInfo &gateway : std::as_const(m_infos)) {
            auto *item =
                new QListWidgetItem(gateway.id == Simulator ? tr("Simulator") : shortTitle(gateway.title), m_list);
            item->setData(Qt::UserRole, gateway.id);
            item->setData(NamedListDelegate::NoteToneRole, int(noteTone(gateway)));
            updateNote(gateway.id, m_unsaved.contains(gateway.id));
            if (gateway.id == current)
                m_list->setCurrentItem(item);
        }
    }
    filter();
    tellChosen();
}

void GatewayList::updateNote(const QString &id, bool unsaved)
{
    QListWidgetItem *item = itemOf(id);
    const ProviderInfo *gateway = info(id);
    if (!item || !gateway)
        return;
    const QString note = gateway->active              ? tr("In use")
                         : !gateway->problem.isNone() ? tr("Cannot be used")
                         : unsaved                    ? tr("Not saved")
                         : isSetUp(*gateway)          ? tr("Set up")
                                                      : QString();
    item->setData(NamedListDelegate::NoteRole, note);
    item->setData(Qt::AccessibleTextRole, note.isEmpty() ? item->text() : item->text() + u", "_s + note);
}

void GatewayList::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(wanted, Qt::CaseInsensitive) &&
                        !item->data(Qt::UserRole).toString().contains(wanted));
    }
}

QListWidgetItem *GatewayList::itemOf(const QString &id) const
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            return m_list->item(row);
    }
    return nullptr;
}

const ProviderInfo *GatewayList::info(const QString &id) const
{
    const auto found = std::find_if(m_infos.begin(), m_infos.end(),
                                    [&id](const ProviderInfo &candidate) { return candidate.id == id; });
    return found == m_infos.end() ? nullptr : &*found;
}

QString GatewayList::chosenId() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
}

void GatewayList::tellChosen()
{
    if (info(chosenId()))
        Q_EMIT chosen(chosenId());
}

void GatewayList::select(const QString &id)
{
    QListWidgetItem *item = itemOf(id);
    if (!item) {
        m_wanted = id;
        return;
    }
    m_search->clear();
    m_list->setCurrentItem(item);
    m_list->scrollToItem(item);
}

void GatewayList::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool GatewayList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (step != 0 && key->modifiers().testFlag(Qt::AltModifier)) {
            move(step);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void GatewayList::move(int step)
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

void GatewayList::keepOrder()
{
    QJsonArray order;
    for (int row = 0; row < m_list->count(); ++row)
        order.append(m_list->item(row)->data(Qt::UserRole).toString());
    m_state.setValue(orderKey, order);
}

void GatewayList::showListMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"up"_s), tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), this,
                    [this] { move(-1); });
    menu->addAction(themedIcon(u"down"_s), tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), this,
                    [this] { move(1); });
    menu->addSeparator();
    QAction *automatic = menu->addAction(tr("Automatic order"), this, [this] {
        m_state.setValue(orderKey, QJsonValue());
        m_infos = orderedGateways(m_infos, {});
        rebuild();
    });
    automatic->setEnabled(!m_state.value(orderKey).isNull());
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

void GatewayList::fillAddMenu()
{
    m_addMenu->clear();
    m_addMenu->addAction(tr("From scratch…"), this, &GatewayList::addWanted);
    const ProviderInfo *gateway = info(chosenId());
    if (gateway && gateway->isFile)
        m_addMenu->addAction(tr("Copy of %1…").arg(gateway->title), this,
                             [this, id = gateway->id] { Q_EMIT copyWanted(id); });
}

} // namespace smsauth
