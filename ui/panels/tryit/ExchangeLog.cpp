// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tryit/ExchangeLog.h"

#include "core/flow/Snippets.h"
#include "ui/Format.h"
#include "ui/Theme.h"
#include "ui/widgets/ExchangeView.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {

ExchangeLog::ExchangeLog(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_choice(new QComboBox(this))
    , m_outcome(new QLabel(this))
    , m_copy(new QPushButton(themedIcon(u"terminal"_s), tr("Copy as…"), this))
    , m_view(new ExchangeView(this))
{
    m_choice->setAccessibleName(tr("Requests of this session"));
    m_choice->setPlaceholderText(tr("No requests yet"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_outcome->setObjectName(u"tryItOutcome"_s);
    setLook(m_outcome, Look::Badge);
    m_outcome->hide();
    auto *menu = new QMenu(m_copy);
    for (const SnippetKind &kind : snippetKinds())
        connect(menu->addAction(kind.name), &QAction::triggered, this, [this, &kind] { copyAs(kind); });
    m_copy->setMenu(menu);
    m_copy->setToolTip(tr("The request as a command or a piece of program that sends the same"));
    m_copy->setEnabled(false);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(Space::M);
    bar->addWidget(m_choice);
    bar->addWidget(m_outcome);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    layout->setSpacing(Space::S);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ExchangeLog::showAt);
}

void ExchangeLog::add(const Exchange &exchange)
{
    m_exchanges.prepend(exchange);
    // First what tells them apart: where there is little room, the time is cut off.
    m_choice->insertItem(0, tr("%1 %2 · %3")
                                .arg(QString::fromLatin1(exchange.method), exchange.url.path(),
                                     timeText(exchange.startedAt, m_context.clock.now())));
    while (m_exchanges.size() > Most) {
        m_exchanges.removeLast();
        m_choice->removeItem(m_choice->count() - 1);
    }
    m_choice->setCurrentIndex(0);
    showAt(0);
}

void ExchangeLog::show(const Exchange &exchange)
{
    const auto same = [&](const Exchange &known) {
        return known.startedAt == exchange.startedAt && known.url == exchange.url &&
               known.requestBody == exchange.requestBody;
    };
    const auto found = std::find_if(m_exchanges.begin(), m_exchanges.end(), same);
    if (found == m_exchanges.end())
        add(exchange);
    else
        m_choice->setCurrentIndex(int(found - m_exchanges.begin()));
}

void ExchangeLog::showAt(int index)
{
    if (index < 0 || index >= m_exchanges.size())
        return;
    const Exchange &exchange = m_exchanges.at(index);
    m_view->show(exchange);
    m_copy->setEnabled(true);
    m_outcome->setText(exchange.status == 0
                           ? tr("No answer · %1 ms").arg(exchange.duration.count())
                           : tr("%1 %2 · %3 ms")
                                 .arg(QString::number(exchange.status), QString::fromLatin1(exchange.reason))
                                 .arg(exchange.duration.count()));
    setTone(m_outcome, exchange.succeeded() ? Tone::Good : Tone::Bad);
    m_outcome->show();
}

void ExchangeLog::copyAsCurl()
{
    copyAs(snippetKinds().front());
}

void ExchangeLog::copyAs(const SnippetKind &kind)
{
    // It may hold a live code, so it is lent to the clipboard like one.
    if (m_view->exchange())
        m_context.copySecret(kind.write(*m_view->exchange()), tr("Command"));
}

} // namespace smsauth
