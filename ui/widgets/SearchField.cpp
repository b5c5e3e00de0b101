// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchField.h"

#include "ui/Theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::SearchField)
};

} // namespace

void makeSearchField(QLineEdit *edit, const QString &name)
{
    edit->setAccessibleName(name);
    edit->setClearButtonEnabled(true);
    QAction *magnifier = edit->addAction(themedIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    const QString there = Text::tr("Go to the field: %1").arg(name);
    magnifier->setText(there);
    QObject::connect(magnifier, &QAction::triggered, edit, qOverload<>(&QWidget::setFocus));
    const auto buttons = edit->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(button->defaultAction() == magnifier ? there
                                                                       : Text::tr("Empty the field: %1").arg(name));
}

QLineEdit *searchField(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    makeSearchField(edit, name);
    edit->setPlaceholderText(name);
    return edit;
}

} // namespace smsauth
