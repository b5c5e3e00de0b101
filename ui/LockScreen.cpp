// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/LockScreen.h"

#include "ui/Theme.h"
#include "ui/widgets/PassphraseFields.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int CardWidth = 360;

} // namespace

LockScreen::LockScreen(QWidget *window)
    : QWidget(window)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_field(hiddenField(tr("Word to unlock with"), this))
    , m_again(hiddenField(tr("The same word again"), this))
    , m_problem(new QLabel(this))
    , m_go(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Do not lock"), this))
{
    setObjectName(u"lockScreen"_s);
    setAutoFillBackground(true);
    auto *card = new QFrame(this);
    setLook(card, Look::Card);
    card->setFixedWidth(CardWidth);
    setLook(m_title, Look::Title);
    m_text->setWordWrap(true);
    setLook(m_text, Look::Muted);
    m_problem->setObjectName(u"lockProblem"_s);
    m_problem->setWordWrap(true);
    setTone(m_problem, Tone::Bad);
    setLook(m_go, Look::Primary);
    auto *icon = new QLabel(card);
    icon->setPixmap(themedIcon(u"lock"_s, Tone::Accent).pixmap(QSize(28, 28), devicePixelRatioF()));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_go);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::XL);
    inside->setSpacing(Space::M);
    for (QWidget *widget : QList<QWidget *>{icon, m_title, m_text, m_field, m_again, m_problem})
        inside->addWidget(widget);
    inside->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(card, 0, Qt::AlignCenter);

    for (QLineEdit *field : {m_field, m_again}) {
        connect(field, &QLineEdit::textEdited, m_problem, &QWidget::hide);
        connect(field, &QLineEdit::returnPressed, this, &LockScreen::submit);
    }
    connect(m_go, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT cancelled();
    });
    window->installEventFilter(this);
    hide();
}

void LockScreen::askForNewWord()
{
    m_title->setText(tr("Choose a word to unlock with"));
    m_text->setText(
        tr("It keeps others from reading what stands here while you are away. It is not stored: after a "
           "restart the console is open."));
    m_go->setText(tr("Lock"));
    show(true);
}

void LockScreen::askForWord()
{
    m_title->setText(tr("Locked"));
    m_text->setText(tr("The server goes on working."));
    m_go->setText(tr("Unlock"));
    show(false);
}

void LockScreen::show(bool choosing)
{
    m_choosing = choosing;
    m_again->setVisible(choosing);
    m_cancel->setVisible(choosing);
    m_problem->hide();
    wipe(m_field);
    wipe(m_again);
    setGeometry(parentWidget()->rect());
    QWidget::show();
    raise();
    m_field->setFocus(Qt::OtherFocusReason);
}

void LockScreen::submit()
{
    const Secret typed(m_field->text().toUtf8());
    if (typed.isEmpty())
        return refuse(tr("Type a word."));
    if (!m_choosing) {
        if (!(typed == m_word))
            return refuse(tr("This is not the word. Try again."));
        hide();
        m_field->clear();
        Q_EMIT opened();
        return;
    }
    if (m_field->text() != m_again->text())
        return refuse(tr("The two are not the same. Type it twice once more."));
    m_word = typed;
    Q_EMIT wordChosen();
}

void LockScreen::refuse(const QString &sentence)
{
    wipe(m_field);
    wipe(m_again);
    m_problem->setText(sentence);
    m_problem->show();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool LockScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace smsauth
