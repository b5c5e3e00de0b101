// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TokenView.h"

#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/Theme.h"

#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace smsauth {

TokenView::TokenView(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_verdict(new QLabel(this))
    , m_timeLeft(new QLabel(this))
    , m_encoded(new QPlainTextEdit(this))
    , m_header(new QPlainTextEdit(this))
    , m_claims(new QPlainTextEdit(this))
    , m_copy(new QPushButton(themedIcon(u"copy"_s), tr("Copy token"), this))
{
    m_verdict->setObjectName(u"tokenVerdict"_s);
    m_timeLeft->setObjectName(u"tokenTimeLeft"_s);
    setLook(m_verdict, Look::Badge);
    setLook(m_timeLeft, Look::Muted);
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::M);
    top->addWidget(m_verdict);
    top->addWidget(m_timeLeft);
    top->addStretch();
    top->addWidget(m_copy);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addLayout(top, 0, 0, 1, 3);
    int column = 0;
    const auto addPart = [&](const QString &title, QPlainTextEdit *text, int stretch) {
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setLook(text, Look::Mono);
        auto *label = new QLabel(title, this);
        setLook(label, Look::Muted);
        label->setBuddy(text);
        layout->addWidget(label, 1, column);
        layout->addWidget(text, 2, column);
        layout->setColumnStretch(column, stretch);
        ++column;
    };
    addPart(tr("Token"), m_encoded, 3);
    addPart(tr("Token header"), m_header, 2);
    addPart(tr("Claims"), m_claims, 3);
    layout->setRowStretch(2, 1);

    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_token); });
    m_everySecond.setInterval(1s);
    connect(&m_everySecond, &QTimer::timeout, this, &TokenView::showTimeLeft);
    clear();
}

void TokenView::show(const QString &token, const TokenReport &report)
{
    m_token = token;
    m_report = report;
    m_verdict->setText(report.valid ? tr("Signature checked, valid")
                                    : tr("Not valid: %1").arg(reasonText(report.problem)));
    setTone(m_verdict, report.valid ? Tone::Good : Tone::Bad);
    m_verdict->show();
    m_copy->setEnabled(true);
    m_encoded->setPlainText(token);
    m_header->setPlainText(prettyJson(QJsonDocument(report.header).toJson()));
    m_claims->setPlainText(prettyJson(QJsonDocument(report.claims).toJson()));
    m_everySecond.start();
    showTimeLeft();
}

void TokenView::clear()
{
    m_token.clear();
    m_report = {};
    m_everySecond.stop();
    m_verdict->hide();
    m_copy->setEnabled(false);
    m_timeLeft->setText(tr("No token yet. Verify a code to get one."));
    for (QPlainTextEdit *text : {m_encoded, m_header, m_claims})
        text->clear();
}

void TokenView::showTimeLeft()
{
    const qint64 expiry = m_report.claims.value("exp"_L1).toInteger();
    if (expiry == 0) {
        m_timeLeft->setText(tr("No expiry"));
        return;
    }
    const milliseconds left = fromMs(expiry * 1000) - m_clock.now();
    m_timeLeft->setText(left > 0ms ? tr("Expires in %1").arg(durationText(left))
                                   : tr("Expired %1 ago").arg(durationText(-left)));
}

} // namespace smsauth
