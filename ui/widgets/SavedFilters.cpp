// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SavedFilters.h"

#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int LongestName = 60;

/// A name may hold an ampersand, which a menu would take for a key.
QString shownName(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

SavedFilters::SavedFilters(UiState &state, const QString &key, std::function<QString()> current, QWidget *parent)
    : QToolButton(parent)
    , m_state(state)
    , m_key(key)
    , m_current(std::move(current))
{
    setText(tr("Saved filters"));
    setIcon(themedIcon(u"filter"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setLook(this, Look::Quiet);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &SavedFilters::fillMenu);
}

QList<SavedFilters::Entry> SavedFilters::entries() const
{
    QList<Entry> entries;
    const QJsonArray stored = m_state.value(m_key).toArray();
    for (const QJsonValue &value : stored) {
        const Entry entry{value["name"_L1].toString().left(LongestName), value["text"_L1].toString()};
        if (!entry.name.isEmpty() && !entry.text.isEmpty() && entries.size() < Most)
            entries.append(entry);
    }
    return entries;
}

void SavedFilters::store(const QList<Entry> &entries)
{
    QJsonArray array;
    for (const Entry &entry : entries)
        array.append(QJsonObject{{u"name"_s, entry.name}, {u"text"_s, entry.text}});
    m_state.setValue(m_key, array);
}

void SavedFilters::save(const QString &name, const QString &text)
{
    const QString trimmed = name.simplified().left(LongestName);
    if (trimmed.isEmpty() || text.isEmpty())
        return;
    QList<Entry> all = entries();
    all.removeIf([&](const Entry &entry) { return entry.name == trimmed; });
    all.prepend({trimmed, text});
    store(all.first(std::min<qsizetype>(all.size(), Most)));
    m_beforeRemoval.clear();
    Q_EMIT saved(trimmed);
}

void SavedFilters::remove(const QString &name)
{
    QList<Entry> all = entries();
    m_beforeRemoval = all;
    all.removeIf([&](const Entry &entry) { return entry.name == name; });
    store(all);
    Q_EMIT removed(name);
}

bool SavedFilters::undo()
{
    if (m_beforeRemoval.isEmpty())
        return false;
    store(std::exchange(m_beforeRemoval, {}));
    return true;
}

/// A field with its button, as in a form: a line of a menu alone does not look like one.
void SavedFilters::addSaveLine(const QString &current)
{
    auto *form = new QWidget;
    auto *label = new QLabel(tr("Save this filter as"), form);
    auto *name = new QLineEdit(form);
    auto *go = new QPushButton(tr("Save"), form);
    label->setBuddy(name);
    setLook(label, Look::Muted);
    name->setAccessibleName(tr("Name of the filter"));
    name->setMaxLength(LongestName);
    name->setMinimumWidth(name->fontMetrics().averageCharWidth() * 28);
    go->setAccessibleName(tr("Save the filter"));
    go->setEnabled(false);
    auto *layout = new QGridLayout(form);
    layout->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    layout->setSpacing(Space::XS);
    layout->addWidget(label, 0, 0, 1, 2);
    layout->addWidget(name, 1, 0);
    layout->addWidget(go, 1, 1);
    form->setFocusProxy(name);
    // A menu gives the keys to none of its widgets by itself; arrows still choose, as the field has no use for
    // them.
    QTimer::singleShot(0, name, qOverload<>(&QWidget::setFocus));
    auto *action = new QWidgetAction(menu());
    action->setDefaultWidget(form);
    menu()->addAction(action);
    const auto take = [this, name, current] {
        if (name->text().trimmed().isEmpty())
            return;
        save(name->text(), current);
        menu()->close();
    };
    connect(name, &QLineEdit::textChanged, go,
            [go](const QString &text) { go->setEnabled(!text.trimmed().isEmpty()); });
    connect(name, &QLineEdit::returnPressed, this, take);
    connect(go, &QPushButton::clicked, this, take);
}

void SavedFilters::fillMenu()
{
    QMenu *all = menu();
    all->clear();
    const QList<Entry> saved = entries();
    for (const Entry &entry : saved)
        connect(all->addAction(shownName(entry.name)), &QAction::triggered, this,
                [this, text = entry.text] { Q_EMIT chosen(text); });
    if (saved.isEmpty())
        all->addAction(tr("No filter is saved yet"))->setEnabled(false);
    all->addSeparator();
    const QString current = m_current();
    if (current.isEmpty()) {
        all->addAction(tr("Type a filter to save it here"))->setEnabled(false);
    } else {
        addSaveLine(current);
    }
    if (saved.isEmpty())
        return;
    QMenu *removing = all->addMenu(themedIcon(u"trash"_s), tr("Delete"));
    for (const Entry &entry : saved)
        connect(removing->addAction(shownName(entry.name)), &QAction::triggered, this,
                [this, name = entry.name] { remove(name); });
}

} // namespace smsauth
