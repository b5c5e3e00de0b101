// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/GatewayJsonView.h"

#include "ui/Theme.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

GatewayJsonView::GatewayJsonView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(tr("Description as JSON"));
    setLook(this, Look::Mono);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited();
    });
}

void GatewayJsonView::setText(const QByteArray &text)
{
    const QString shown = QString::fromUtf8(text);
    if (shown == toPlainText())
        return;
    const QScopedValueRollback setting(m_setting, true);
    setPlainText(shown);
}

void GatewayJsonView::showProblem(const GatewayProblem &problem)
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock line = document()->findBlockByNumber(problem.place.line - 1);
    if (!problem.isNone() && problem.place.line > 0 && line.isValid()) {
        QTextEdit::ExtraSelection mark;
        QColor colour = toneColor(Tone::Bad);
        colour.setAlphaF(0.18F);
        mark.format.setBackground(colour);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(line);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void GatewayJsonView::goTo(const TextPlace &place)
{
    const QTextBlock line = document()->findBlockByNumber(std::max(0, place.line - 1));
    QTextCursor cursor(line.isValid() ? line : document()->lastBlock());
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor,
                        std::clamp(place.column - 1, 0, cursor.block().length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

} // namespace smsauth
