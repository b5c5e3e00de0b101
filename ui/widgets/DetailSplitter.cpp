// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DetailSplitter.h"

#include "ui/Theme.h"
#include "ui/UiState.h"

namespace smsauth {
namespace {

/// Below this width list and details would both be too narrow to read.
constexpr int SideBySide = 780;

} // namespace

DetailSplitter::DetailSplitter(QWidget *list, QWidget *details, UiState &state, const QString &key, QWidget *parent)
    : QSplitter(parent)
    , m_state(state)
    , m_key(key)
{
    addWidget(list);
    addWidget(details);
    setChildrenCollapsible(false);
    setHandleWidth(Space::M);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_state.setBytes(stateKey(), saveState()); });
}

void DetailSplitter::resizeEvent(QResizeEvent *event)
{
    const auto wanted = width() < SideBySide ? Qt::Vertical : Qt::Horizontal;
    if (!m_arranged || wanted != orientation()) {
        m_arranged = true;
        setOrientation(wanted);
        arrange();
    }
    QSplitter::resizeEvent(event);
}

QString DetailSplitter::stateKey() const
{
    return m_key + (orientation() == Qt::Horizontal ? QStringLiteral(".beside") : QStringLiteral(".below"));
}

void DetailSplitter::arrange()
{
    setStretchFactor(0, orientation() == Qt::Horizontal ? 1 : 3);
    setStretchFactor(1, orientation() == Qt::Horizontal ? 0 : 2);
    if (restoreState(m_state.bytes(stateKey())))
        return;
    if (orientation() == Qt::Horizontal)
        setSizes({width() * 2 / 3, width() / 3});
    else
        setSizes({height() * 3 / 5, height() * 2 / 5});
}

} // namespace smsauth
