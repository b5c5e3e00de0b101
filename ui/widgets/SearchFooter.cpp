// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchFooter.h"

#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/TableModelBase.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace smsauth {

SearchFooter::SearchFooter(TableModelBase &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_clock(clock)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setLook(m_text, Look::Muted);
    setLook(m_button, Look::Link);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_text);
    layout->addWidget(m_button);
    layout->addStretch(1);
    connect(&model, &TableModelBase::settled, this, &SearchFooter::follow);
    connect(&model, &TableModelBase::failed, this, &SearchFooter::follow);
    connect(&model, &QAbstractItemModel::modelReset, this, &SearchFooter::follow);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_model.isSearching()) {
            m_model.stopSearch();
            Q_EMIT stopped();
        } else {
            m_model.searchOn();
        }
        follow();
    });
    hide();
}

QString SearchFooter::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void SearchFooter::follow()
{
    const std::optional<Timestamp> back = m_model.searchedBackTo();
    setVisible(back && m_model.hasMore());
    if (!back)
        return;
    const QString time = timeText(*back, m_clock.now());
    const bool searching = m_model.isSearching();
    m_text->setText(searching ? tr("Searching… back to %1").arg(time) : tr("Searched back to %1.").arg(time));
    m_button->setText(searching ? tr("Stop") : tr("Search further"));
}

} // namespace smsauth
