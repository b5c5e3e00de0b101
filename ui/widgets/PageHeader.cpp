// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageHeader.h"

#include "ui/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace smsauth {
namespace {

constexpr int Height = 34; ///< of a field or a button: titles stand still when the page changes

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    auto *headline = new QLabel(title, this);
    setLook(headline, Look::Headline);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::M);
    m_layout->addStrut(Height);
    m_layout->addWidget(headline);
    m_layout->addStretch(1);
}

void PageHeader::addWidget(QWidget *widget, bool grows)
{
    // With an alignment it would not grow beyond what it likes best.
    m_layout->addWidget(widget, grows ? 100 : 0, grows ? Qt::Alignment() : Qt::AlignVCenter);
}

} // namespace smsauth
