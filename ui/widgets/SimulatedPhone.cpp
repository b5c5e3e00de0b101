// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SimulatedPhone.h"

#include "ui/Format.h"
#include "ui/Motion.h"
#include "ui/Theme.h"
#include "ui/widgets/MessageBubble.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {
namespace {

/// The number of a phone as it is read, without what is new on it.
constexpr int PlainTextRole = Qt::UserRole + 1;

/// 555-0100 to 555-0199 are set aside for fiction: nobody is ever called there.
QString testNumber(int index)
{
    return u"+1202555"_s + QString::number(100 + index % 100).rightJustified(4, u'0');
}

/// What a limit refused never became a message: it stands in the send log alone.
QList<MessageRecord> withoutRefused(QList<MessageRecord> messages)
{
    messages.removeIf([](const MessageRecord &message) { return message.state == MessageState::Blocked; });
    return messages;
}

/// What is late, lost or refused is not on a phone; its code may replace an older one all the same.
bool isThere(const MessageRecord &message)
{
    return message.state == MessageState::Delivered;
}

} // namespace

SimulatedPhone::SimulatedPhone(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_phones(new QComboBox(this))
    , m_scroll(new QScrollArea(this))
    , m_column(nullptr)
    , m_empty(new QWidget(this))
{
    m_phones->setAccessibleName(tr("Simulated phone"));
    m_phones->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *add = new QToolButton(this);
    add->setIcon(themedIcon(u"plus"_s));
    add->setAccessibleName(tr("Add a simulated phone"));
    add->setToolTip(tr("Another phone with the next free test number"));
    setLook(add, Look::Quiet);
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::XS);
    top->addWidget(m_phones, 1);
    top->addWidget(add);
    m_detach = new QToolButton(this);
    setLook(m_detach, Look::Quiet);
    connect(m_detach, &QToolButton::clicked, this, &SimulatedPhone::detachRequested);
    setDetached(false);

    auto *screen = new QWidget(m_scroll);
    m_column = new QVBoxLayout(screen);
    m_column->setContentsMargins(0, Space::S, 0, 0);
    m_column->setSpacing(Space::M);
    m_column->addStretch(1);
    m_scroll->setWidget(screen);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Messages on the simulated phone"));
    m_scroll->setMinimumWidth(208);
    setLook(m_scroll, Look::Plain);

    auto *emptyLayout = new QVBoxLayout(m_empty);
    auto *hint =
        new QLabel(tr("No messages yet.\nThey appear here as on a phone.\nNo SMS leaves this computer."), m_empty);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    setLook(hint, Look::Muted);
    auto *send = new QPushButton(themedIcon(u"try-it"_s), tr("Send a code to this phone"), m_empty);
    emptyLayout->addStretch(2);
    emptyLayout->addWidget(hint);
    emptyLayout->addSpacing(Space::S);
    emptyLayout->addWidget(send, 0, Qt::AlignHCenter);
    emptyLayout->addStretch(3);

    auto *body = new QFrame(this);
    body->setObjectName(u"phoneScreen"_s);
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(Space::M, Space::L, Space::M, Space::M);
    inner->setSpacing(Space::S);
    inner->addLayout(top);
    inner->addWidget(m_empty, 1);
    inner->addWidget(m_scroll, 1);
    auto *title = new QLabel(tr("Simulated phone"), this);
    setLook(title, Look::Title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::L, Space::L, Space::L);
    layout->setSpacing(Space::M);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::XS);
    head->addWidget(title, 1);
    head->addWidget(m_detach);
    layout->addLayout(head);
    layout->addWidget(body, 1);

    connect(send, &QPushButton::clicked, this, [this] { Q_EMIT sendRequested(phone()); });
    connect(add, &QToolButton::clicked, this, &SimulatedPhone::addNextTestNumber);
    connect(m_phones, &QComboBox::activated, this, [this] { m_chosen = true; });
    connect(m_phones, &QComboBox::currentIndexChanged, this, &SimulatedPhone::showBubbles);
    connect(&context.admin, &Admin::changed, this, [this](Admin::Topic topic) {
        if (topic == Admin::Topic::Messages && isVisible())
            refresh();
    });
    m_everySecond.setInterval(1s);
    connect(&m_everySecond, &QTimer::timeout, this, [this] {
        if (isVisible())
            showAges();
    });
    m_everySecond.start();

    // A new message scrolls into view only for who stands at the newest already.
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [bar, last = 0](int, int maximum) mutable {
        if (bar->value() >= last - 4)
            bar->setValue(maximum);
        last = maximum;
    });
    keepPhone(PhoneNumber::fromStored(testNumber(1)));
}

PhoneNumber SimulatedPhone::phone() const
{
    return PhoneNumber::fromStored(m_phones->currentData().toString());
}

void SimulatedPhone::setDetached(bool detached)
{
    m_detach->setIcon(themedIcon(detached ? u"import"_s : u"export"_s));
    m_detach->setAccessibleName(detached ? tr("Put the phone back into the window")
                                         : tr("Open the phone in a window of its own"));
    m_detach->setToolTip(m_detach->accessibleName());
}

void SimulatedPhone::select(const PhoneNumber &phone)
{
    keepPhone(phone);
    m_phones->setCurrentIndex(m_phones->findData(phone.e164()));
}

void SimulatedPhone::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void SimulatedPhone::refresh()
{
    if (!m_context.status.isSimulated())
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    MessageQuery query;
    query.provider = u"sandbox"_s;
    query.limit = MostMessages;
    whenDone(this, m_context.admin.messages(query), [this](const Result<QList<MessageRecord>> &messages) {
        m_asking = false;
        // A failure is not reported here: who asked for a message hears of it, and the next change asks again.
        if (messages)
            take(withoutRefused(*messages));
        if (std::exchange(m_askAgain, false))
            refresh();
    });
}

void SimulatedPhone::take(const QList<MessageRecord> &newestFirst)
{
    m_messages = newestFirst;
    findTwins();
    const RowId newest = newestFirst.isEmpty() ? 0 : newestFirst.first().id;
    {
        const QSignalBlocker untilAllStand(m_phones);
        listPhones();
        if (newest > m_newest && !m_chosen)
            m_phones->setCurrentIndex(m_phones->findData(newestFirst.first().phone.e164()));
    }
    m_newest = newest;
    showBubbles();
    m_fresh = newest;
}

void SimulatedPhone::keepPhone(const PhoneNumber &phone)
{
    m_kept.insert(phone);
    if (m_phones->findData(phone.e164()) < 0)
        addPhone(phone);
}

void SimulatedPhone::addPhone(const PhoneNumber &phone)
{
    const QString text = phoneText(phone, Mode::Simulated);
    m_phones->addItem(themedIcon(u"phone"_s), text, phone.e164());
    m_phones->setItemData(m_phones->count() - 1, text, PlainTextRole);
}

/// The phones with messages, the kept ones and the one on show. The others go: a run of many flows has a number
/// each.
void SimulatedPhone::listPhones()
{
    QSet<QString> missing;
    for (const MessageRecord &message : std::as_const(m_messages))
        missing.insert(message.phone.e164());
    for (const PhoneNumber &phone : std::as_const(m_kept))
        missing.insert(phone.e164());
    missing.insert(phone().e164());
    for (int i = m_phones->count() - 1; i >= 0; --i) {
        if (!missing.remove(m_phones->itemData(i).toString()))
            m_phones->removeItem(i);
    }
    for (auto it = m_messages.crbegin(); it != m_messages.crend(); ++it) {
        if (missing.remove(it->phone.e164()))
            addPhone(it->phone);
    }
    m_read.removeIf([this](auto read) { return m_phones->findData(read.key().e164()) < 0; });
}

void SimulatedPhone::addNextTestNumber()
{
    int index = 1;
    while (m_phones->findData(testNumber(index)) >= 0 && index < 99)
        ++index;
    select(PhoneNumber::fromStored(testNumber(index)));
    m_chosen = true;
}

/// What came twice is one message: it was sent once, and its code is used up in both.
void SimulatedPhone::findTwins()
{
    QHash<QString, Timestamp> used;
    m_firstAt.clear();
    for (const MessageRecord &message : std::as_const(m_messages)) {
        if (message.providerMessageId.isEmpty())
            continue;
        if (message.verifiedAt)
            used.insert(message.providerMessageId, *message.verifiedAt);
        if (!message.attempts.isEmpty())
            m_firstAt.insert(message.providerMessageId, message.attempts.first().at);
    }
    for (MessageRecord &message : m_messages) {
        if (const auto at = used.constFind(message.providerMessageId); at != used.constEnd())
            message.verifiedAt = *at;
    }
}

/// The time of a message that came late, or twice, is that of its arrival.
Timestamp SimulatedPhone::sentAt(const MessageRecord &message) const
{
    return m_firstAt.value(message.providerMessageId, message.createdAt);
}

void SimulatedPhone::showBubbles()
{
    const PhoneNumber current = phone();
    // By the time when they were sent: on the way some overtake others.
    const MessageRecord *newest = nullptr;
    for (const MessageRecord &message : std::as_const(m_messages)) {
        if (message.phone == current && !message.code.isEmpty() && (!newest || sentAt(message) > sentAt(*newest)))
            newest = &message;
    }
    QSet<RowId> shown;
    int row = 1; // after the stretch
    for (auto it = m_messages.crbegin(); it != m_messages.crend(); ++it) {
        if (!(it->phone == current) || !isThere(*it))
            continue;
        shown.insert(it->id);
        MessageBubble *&bubble = m_bubbles[it->id];
        if (!bubble) {
            bubble = new MessageBubble(*it, m_scroll->widget());
            m_column->insertWidget(row, bubble);
            if (m_fresh && it->id > *m_fresh && isVisible())
                fadeIn(*bubble);
            connect(bubble, &MessageBubble::copyRequested, this,
                    [this](const QString &code) { m_context.copySecret(code, tr("Code")); });
            connect(bubble, &MessageBubble::useRequested, this,
                    [this](const QString &code) { Q_EMIT useRequested(phone(), code); });
        }
        const bool isReplaced = newest && it->id != newest->id &&
                                (sentAt(*it) < sentAt(*newest) ||
                                 (it->id < newest->id && it->providerMessageId != newest->providerMessageId));
        bubble->update(*it, isReplaced);
        ++row;
        m_read[current] = std::max(m_read.value(current), it->id);
    }
    for (auto it = m_bubbles.begin(); it != m_bubbles.end();) {
        if (shown.contains(it.key())) {
            ++it;
        } else {
            (*it)->deleteLater();
            (*it)->hide();
            it = m_bubbles.erase(it);
        }
    }
    m_empty->setVisible(shown.isEmpty());
    m_scroll->setVisible(!shown.isEmpty());
    showAges();
    updateUnread();
}

void SimulatedPhone::showAges()
{
    const Timestamp now = m_context.clock.now();
    for (MessageBubble *bubble : std::as_const(m_bubbles))
        bubble->showAge(now);
}

void SimulatedPhone::updateUnread()
{
    QHash<QString, int> unread;
    for (const MessageRecord &message : std::as_const(m_messages)) {
        if (isThere(message) && message.id > m_read.value(message.phone))
            ++unread[message.phone.e164()];
    }
    for (int i = 0; i < m_phones->count(); ++i) {
        const QString number = m_phones->itemData(i, PlainTextRole).toString();
        const int count = unread.value(m_phones->itemData(i).toString());
        const QString text = count == 0 ? number : tr("%1 (%Ln new)", nullptr, count).arg(number);
        if (text != m_phones->itemText(i))
            m_phones->setItemText(i, text);
    }
}

} // namespace smsauth
