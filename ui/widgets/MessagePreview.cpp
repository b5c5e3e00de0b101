// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessagePreview.h"

#include "core/sms/MessageText.h"
#include "ui/Theme.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// The first few characters that make a text need UCS-2.
QString outsideGsm(const QString &text)
{
    constexpr qsizetype most = 5;
    QStringList found;
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters) {
        const char32_t point = character;
        const QString one = QString::fromUcs4(&point, 1);
        if (found.size() < most && !segments(one).gsm && !found.contains(one))
            found.append(one);
    }
    return found.join(u' ');
}

} // namespace

MessagePreview::MessagePreview(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_size(new QLabel(this))
{
    auto *bubble = new QFrame(this);
    setLook(bubble, Look::Card);
    auto *inside = new QVBoxLayout(bubble);
    inside->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    inside->addWidget(m_text);
    m_text->setObjectName(u"preview"_s);
    m_size->setObjectName(u"segments"_s);
    for (QLabel *label : {m_text, m_size}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    setLook(m_size, Look::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::XS, 0, 0);
    layout->setSpacing(Space::XS);
    layout->addWidget(bubble);
    layout->addWidget(m_size);
}

void MessagePreview::setMessage(const QString &pattern, int digits)
{
    const QString text = messageText(pattern, u"4821906753"_s.first(qBound(1, digits, 10)));
    const Segments size = segments(text);
    m_text->setText(text);
    QString line = tr("Sent as %Ln SMS.", nullptr, size.count) + u' ' +
                   tr("Room for %Ln more character(s).", nullptr, size.leftInLast);
    if (size.gsm)
        line += u' ' + tr("GSM alphabet, %1 of %2.").arg(size.units).arg(size.units + size.leftInLast);
    else
        line +=
            u' ' +
            tr("UCS-2, %1 of %2: it has characters outside the GSM alphabet (%3), so an SMS holds less than half "
               "as many.")
                .arg(size.units)
                .arg(size.units + size.leftInLast)
                .arg(outsideGsm(text));
    m_size->setText(line);
}

} // namespace smsauth
