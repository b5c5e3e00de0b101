// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Suggestions.h"

#include "ui/widgets/CellDelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace smsauth {

Suggestions::Suggestions(QLineEdit *edit, Suggest suggest)
    : QObject(edit)
    , m_edit(edit)
    , m_suggest(std::move(suggest))
    , m_completer(new QCompleter(this))
    , m_model(new QStringListModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(edit);
    m_completer->popup()->setItemDelegate(new CellDelegate(this));
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &Suggestions::take);
    connect(edit, &QLineEdit::textEdited, this, &Suggestions::propose);
}

QStringList Suggestions::shown() const
{
    return m_completer->popup()->isVisible() ? m_model->stringList() : QStringList();
}

void Suggestions::propose()
{
    m_now = m_suggest(m_edit->text(), m_edit->cursorPosition());
    if (m_now.texts.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_model->setStringList(m_now.texts);
    QRect below = m_edit->rect();
    below.setWidth(std::min(below.width(), m_edit->fontMetrics().averageCharWidth() * 36));
    m_completer->complete(below);
}

void Suggestions::take(const QString &choice)
{
    const QString text = m_edit->text();
    m_edit->setText(text.left(m_now.start) + choice + text.mid(m_now.start + m_now.length));
    m_edit->setCursorPosition(int(m_now.start + choice.size()));
    if (choice.endsWith(u':'))
        propose(); // its values
}

} // namespace smsauth
