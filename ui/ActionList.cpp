// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ActionList.h"

#include "ui/Panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString below = u" › "_s;

QString plain(QString text)
{
    text.remove(u'&');
    while (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

/// What a menu that hangs on a button or a page is about.
QString nameOf(const QMenu *menu)
{
    if (!menu->title().isEmpty())
        return plain(menu->title());
    const auto *button = qobject_cast<const QAbstractButton *>(menu->parentWidget());
    if (button && !button->accessibleName().isEmpty())
        return button->accessibleName();
    if (button && !button->text().isEmpty())
        return plain(button->text());
    for (const QWidget *widget = menu->parentWidget(); widget; widget = widget->parentWidget()) {
        if (const auto *page = qobject_cast<const Panel *>(widget))
            return page->title();
    }
    return {};
}

class Collector
{
public:
    void takeMenu(const QList<QAction *> &actions, const QString &group)
    {
        for (QAction *action : actions) {
            if (QMenu *menu = action->menu())
                takeMenu(menu->actions(),
                         group.isEmpty() ? plain(menu->title()) : group + below + plain(menu->title()));
            else
                take(action, group);
        }
    }
    void take(QAction *action, const QString &group)
    {
        const QString text = action->text().remove(u'&');
        if (text.isEmpty() || action->isSeparator() || action->menu() || m_seen.contains(action))
            return;
        m_seen.insert(action);
        m_list.append({action, text, group});
    }
    QList<ListedAction> list() const { return m_list; }

private:
    QSet<const QAction *> m_seen;
    QList<ListedAction> m_list;
};

int wordScore(const QString &word, const QString &text, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i).startsWith(word))
            return words.at(i) == word ? 100 : 80 - int(std::min<qsizetype>(i, 10));
    }
    if (text.contains(word))
        return 40;
    qsizetype from = 0;
    for (const QChar letter : word) {
        from = text.indexOf(letter, from) + 1;
        if (from == 0)
            return 0;
    }
    return 10;
}

} // namespace

QList<ListedAction> listActions(const QMainWindow &window)
{
    Collector collector;
    if (const auto *bar = window.findChild<QMenuBar *>())
        collector.takeMenu(bar->actions(), {});
    // Context menus of pages; what a line edit or a dock does by itself is no command.
    for (const QMenu *menu : window.findChildren<QMenu *>()) {
        const QWidget *owner = menu->parentWidget();
        if (owner && !owner->isEnabled()) // what its button does not open now
            continue;
        if (!qobject_cast<const QMenuBar *>(owner))
            collector.takeMenu(menu->actions(), below + nameOf(menu));
    }
    return collector.list();
}

QString ListedAction::title() const
{
    const qsizetype last = group.lastIndexOf(below);
    const QString context = last < 0 ? QString() : group.sliced(last + below.size());
    return context.isEmpty() || text.startsWith(context) ? text : context + u": "_s + text;
}

QString ListedAction::menu() const
{
    const qsizetype first = group.indexOf(below);
    return first < 0 ? group : group.first(first);
}

std::optional<int> matchScore(const QString &typed, const QString &text)
{
    static const QRegularExpression between(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString lower = text.toCaseFolded();
    const QStringList words = lower.split(between, Qt::SkipEmptyParts);
    int score = 0;
    for (const QString &word : typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        const int one = wordScore(word, lower, words);
        if (one == 0)
            return std::nullopt;
        score += one;
    }
    return score;
}

} // namespace smsauth
