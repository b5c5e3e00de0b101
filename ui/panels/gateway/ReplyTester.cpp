// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gateway/ReplyTester.h"

#include "ui/CoreText.h"
#include "ui/Theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int HeadersHeight = 56;

} // namespace

ReplyTester::ReplyTester(QWidget *parent)
    : QWidget(parent)
    , m_status(new QSpinBox(this))
    , m_headers(new QPlainTextEdit(this))
    , m_body(new QPlainTextEdit(this))
    , m_verdict(new QLabel(this))
    , m_why(new QLabel(this))
{
    m_status->setRange(200, 599);
    m_status->setValue(200);
    m_status->setAccessibleName(tr("Status of the reply"));
    m_headers->setAccessibleName(tr("Headers of the reply"));
    m_headers->setPlaceholderText(u"Retry-After: 30"_s);
    m_headers->setFixedHeight(HeadersHeight);
    m_body->setAccessibleName(tr("Body of the reply"));
    m_body->setPlaceholderText(tr("Paste what the gateway answers, for example from its documentation."));
    for (QPlainTextEdit *edit : {m_headers, m_body}) {
        edit->setTabChangesFocus(true);
        setLook(edit, Look::Mono);
        connect(edit, &QPlainTextEdit::textChanged, this, &ReplyTester::changed);
    }
    connect(m_status, &QSpinBox::valueChanged, this, &ReplyTester::changed);
    setLook(m_verdict, Look::Badge);
    m_verdict->setObjectName(u"replyVerdict"_s);
    m_why->setObjectName(u"replyWhy"_s);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *fields = new QFormLayout;
    fields->setSpacing(Space::S);
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->addRow(tr("Status"), m_status);
    fields->addRow(tr("Headers"), m_headers);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    layout->setSpacing(Space::S);
    layout->addLayout(fields);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_verdict, 0, Qt::AlignLeft);
    layout->addWidget(m_why);
}

ReplySample ReplyTester::reply() const
{
    return {
        .status = m_status->value(), .headers = m_headers->toPlainText(), .body = m_body->toPlainText(), .to = {}};
}

void ReplyTester::show(const ReplyReading &reading)
{
    m_verdict->setVisible(reading.problem.isNone());
    if (!reading.problem.isNone()) {
        m_why->setText(tr("Correct the description first; then this reply is read."));
        return;
    }
    using Kind = Verdict::Kind;
    const auto verdict = [&]() -> QPair<QString, Tone> {
        switch (reading.verdict.kind) {
        case Kind::Sent:
        case Kind::Delivered:
            return {tr("Sent"), Tone::Good};
        case Kind::Recipient:
            return {tr("This number: give up"), Tone::Bad};
        case Kind::Account:
            return {tr("Account: operator must act"), Tone::Bad};
        case Kind::Request:
            return {tr("Description is wrong"), Tone::Bad};
        case Kind::Busy:
            return {tr("Busy: try again"), Tone::Warning};
        case Kind::Unknown:
            return {tr("Unknown: may be sent"), Tone::Warning};
        }
        Q_UNREACHABLE();
    }();
    m_verdict->setText(verdict.first);
    setTone(m_verdict, verdict.second);

    using Ground = ReplyReading::Ground;
    using What = ReplyReading::Unmet::What;
    QStringList lines;
    if (reading.ground == Ground::SentRule)
        lines << tr("All that a good reply must have is there.");
    else if (reading.ground == Ground::Rule)
        lines << tr("Because of rule %1.").arg(reading.rule);
    else
        lines << tr("No rule fits, so the HTTP status decides.");
    for (const ReplyReading::Unmet &unmet : reading.unmet) {
        switch (unmet.what) {
        case What::Status:
            lines << tr("Not a good reply: status %1 is not %2.").arg(unmet.found, unmet.wanted);
            break;
        case What::Field:
            lines << (unmet.found.isEmpty() ? tr("Not a good reply: there is no %1.").arg(unmet.place)
                                            : tr("Not a good reply: %1 is “%2”, which does not match %3.")
                                                  .arg(unmet.place, unmet.found, unmet.wanted));
            break;
        case What::NoField:
            lines << tr("Not a good reply: %1 is there: “%2”.").arg(unmet.place, unmet.found);
            break;
        case What::Body:
            lines << tr("Not a good reply: the text does not match %1.").arg(unmet.wanted);
            break;
        }
    }
    if (!reading.verdict.messageId.isEmpty())
        lines << tr("Message id: %1").arg(reading.verdict.messageId);
    if (!reading.verdict.code.isEmpty())
        lines << tr("Code: %1").arg(reading.verdict.code);
    if (!reading.verdict.error.isEmpty())
        lines << tr("Words: %1").arg(coreText(reading.verdict.error));
    if (reading.verdict.retryAfter.count() > 0)
        lines << tr("Not before %Ln second(s) are over.", nullptr, int(reading.verdict.retryAfter.count()));
    m_why->setText(lines.join(u'\n'));
}

} // namespace smsauth
