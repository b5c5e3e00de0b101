// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/NumberDialog.h"

#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PhoneEdit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace smsauth {
namespace {

constexpr int Width = 420;

} // namespace

NumberDialog::NumberDialog(const QString &user, QWidget *parent)
    : QDialog(parent)
    , m_edit(new PhoneEdit(this))
    , m_problem(new InlineNotice(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change number"));
    auto *text = new QLabel(
        tr("%1 gets another number. The user keeps everything else and signs in with the new one from now on.")
            .arg(user),
        this);
    text->setWordWrap(true);
    m_edit->setAccessibleName(tr("New number"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_change = buttons->addButton(tr("Change number"), QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(text);
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_edit, &PhoneEdit::phoneChanged, this, [this] {
        m_problem->clear(); // it spoke of the number before
        updateButton();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &NumberDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(Width);
    updateButton();
}

void NumberDialog::choose()
{
    if (m_edit->phone().isNull() || m_isWaiting)
        return;
    m_isWaiting = true;
    m_problem->clear();
    updateButton();
    Q_EMIT chosen(m_edit->phone());
}

void NumberDialog::tell(const QString &problem)
{
    m_isWaiting = false;
    m_problem->tell(problem, Tone::Bad);
    resize(width(), layout()->totalHeightForWidth(width())); // a dialog does not grow by itself
    updateButton();
    m_edit->setFocus();
    m_edit->selectAll();
}

void NumberDialog::updateButton()
{
    m_change->setEnabled(!m_edit->phone().isNull() && !m_isWaiting);
}

} // namespace smsauth
