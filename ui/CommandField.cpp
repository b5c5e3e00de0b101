// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CommandField.h"

#include "ui/Theme.h"
#include "ui/widgets/CellDelegate.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr QSize FieldSize(520, 380);
constexpr int IndexRole = Qt::UserRole;
constexpr int NoteRole = Qt::UserRole + 1;
constexpr int IconSize = 16;

/// Icon, title, and at the end in grey where it stands and its keys; room for an icon also where there is none.
class CommandDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override
    {
        const auto place = [&](const QRect &logical) {
            return QStyle::visualRect(option.direction, rect, logical);
        };
        const QRect icon(rect.left(), rect.center().y() - IconSize / 2, IconSize, IconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place(icon));
        const QString note = index.data(NoteRole).toString();
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        const int width = note.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(note) + Space::XS;
        const QRect words = rect.adjusted(IconSize + Space::S, 0, 0, 0);
        paintText(painter, place(words.adjusted(0, 0, -width - Space::S, 0)), option, index.data().toString(),
                  Tone::Text, option.font);
        if (!note.isEmpty())
            paintText(painter, place(QRect(words.right() - width + 1, words.top(), width, words.height())), option,
                      note, Tone::Muted, small);
    }
};

} // namespace

CommandField::CommandField(const QList<ListedAction> &actions, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
    , m_matches(new QListWidget(this))
    , m_nothing(new QLabel(tr("Nothing is called so. Try another word."), this))
{
    for (const ListedAction &listed : actions) {
        if (listed.action->isEnabled() && listed.action->isVisible())
            m_actions.append(listed);
    }
    setWindowTitle(tr("Find an action"));
    m_field->setAccessibleName(tr("Words of an action"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->addAction(themedIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_matches->setAccessibleName(tr("Actions that fit"));
    m_matches->setUniformItemSizes(true);
    m_matches->setItemDelegate(new CommandDelegate(m_matches));
    m_matches->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_matches->setFocusPolicy(Qt::NoFocus); // the field keeps it; the arrow keys go here all the same
    setLook(m_nothing, Look::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    layout->setSpacing(Space::S);
    layout->addWidget(m_field);
    layout->addWidget(m_matches, 1);
    layout->addWidget(m_nothing, 1);
    resize(FieldSize);
    setFocusProxy(m_field);
    m_field->setFocus();

    connect(m_field, &QLineEdit::textChanged, this, &CommandField::showMatches);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandField::run);
    connect(m_matches, &QListWidget::itemClicked, this, &CommandField::run);
    showMatches({});
}

void CommandField::showMatches(const QString &typed)
{
    // An action's own words count more than those of its menu, and of two that fit alike the shorter one is meant.
    QList<std::pair<int, int>> found; // score, index
    for (int i = 0; i < m_actions.size(); ++i) {
        const ListedAction &listed = m_actions.at(i);
        if (const auto own = matchScore(typed, listed.title()))
            found.append({2 * *own, i});
        else if (const auto score = matchScore(typed, listed.text + u' ' + listed.group))
            found.append({*score, i});
    }
    const auto length = [this](int index) { return m_actions.at(index).text.size(); };
    std::stable_sort(found.begin(), found.end(), [&](auto &a, auto &b) {
        if (a.first != b.first || typed.isEmpty())
            return a.first > b.first;
        return length(a.second) < length(b.second);
    });
    m_matches->clear();
    for (const auto &[score, index] : std::as_const(found)) {
        const ListedAction &listed = m_actions.at(index);
        QStringList notes;
        if (const QString menu = listed.menu(); !menu.isEmpty())
            notes.append(menu);
        if (const QString keys = listed.action->shortcut().toString(QKeySequence::NativeText); !keys.isEmpty())
            notes.append(keys);
        const QString note = notes.join(u"   "_s);
        auto *item = new QListWidgetItem(listed.action->icon(), listed.title(), m_matches);
        item->setData(NoteRole, note);
        item->setData(Qt::AccessibleTextRole, note.isEmpty() ? item->text() : item->text() + u", "_s + note);
        item->setData(IndexRole, index);
    }
    m_matches->setCurrentRow(0);
    m_matches->setVisible(!found.isEmpty());
    m_nothing->setVisible(found.isEmpty());
}

bool CommandField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int rows = m_matches->count();
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && rows > 0) {
            m_matches->setCurrentRow((m_matches->currentRow() + step + rows) % rows);
            return true;
        }
        if (key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp)
            return QCoreApplication::sendEvent(m_matches, event);
    }
    return QDialog::eventFilter(watched, event);
}

void CommandField::run()
{
    const QListWidgetItem *item = m_matches->currentItem();
    if (!item)
        return;
    const QPointer<QAction> action = m_actions.at(item->data(IndexRole).toInt()).action;
    // First back to the window: what the action does may open a dialog or move the focus.
    accept();
    QMetaObject::invokeMethod(
        parent(),
        [action] {
            if (action && action->isEnabled())
                action->trigger();
        },
        Qt::QueuedConnection);
}

} // namespace smsauth
