// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CodeBlock.h"

#include "ui/Theme.h"

#include <QEvent>
#include <QTextBlock>
#include <QWheelEvent>

namespace smsauth {

CodeBlock::CodeBlock(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLook(this, Look::Mono);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &CodeBlock::fit);
    fit();
}

void CodeBlock::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void CodeBlock::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void CodeBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void CodeBlock::fit()
{
    double height = 2 * document()->documentMargin() + contentsMargins().top() + contentsMargins().bottom();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += blockBoundingRect(block).height();
    const int wanted = int(height) + 2 * frameWidth() + fontMetrics().leading() + 1;
    if (wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

} // namespace smsauth
