// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FirstSteps.h"

#include "ui/CoreText.h"
#include "ui/Theme.h"
#include "ui/widgets/CodeInput.h"
#include "ui/widgets/PhoneEdit.h"
#include "ui/widgets/SignInSnippet.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString testNumber = u"+12025550101"_s;
constexpr int MostFieldWidth = 230;

} // namespace

FirstSteps::FirstSteps(const PanelContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_session(context.admin, context.status, context.clock)
    , m_phone(new PhoneEdit(this))
    , m_code(new CodeInput(this))
    , m_next(new QPushButton(this))
    , m_words(new QLabel(this))
    , m_codeRow(new QWidget(this))
    , m_result(new QWidget(this))
    , m_verdict(new QLabel(this))
    , m_snippet(new SignInSnippet(context.state, this))
    , m_again(new QPushButton(tr("Start over"), this))
{
    build();
    connect(m_next, &QPushButton::clicked, this, &FirstSteps::next);
    connect(m_phone, &QLineEdit::returnPressed, m_next, &QPushButton::click);
    connect(m_code, &QLineEdit::returnPressed, m_next, &QPushButton::click);
    connect(m_phone, &PhoneEdit::phoneChanged, this, [this] { showStep(m_session.step()); });
    connect(m_code, &QLineEdit::textChanged, this, [this] { showStep(m_session.step()); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_session.reset();
        focusNext();
    });
    connect(&context.status, &StatusWatch::changed, this, [this] {
        followMode();
        showStep(m_session.step());
    });
    connect(&m_session, &FlowSession::stepChanged, this, [this](FlowSession::Step step) {
        m_failed = false;
        showStep(step);
    });
    connect(&m_session, &FlowSession::codeArrived, this, &FirstSteps::takeCode);
    connect(&m_session, &FlowSession::tokenChecked, this, &FirstSteps::showToken);
    connect(&m_session, &FlowSession::failed, this, [this](const QString &sentence) {
        say(sentence, true);
        m_failed = true;
    });
    followMode();
    showStep(FlowSession::Step::Idle);
}

void FirstSteps::build()
{
    setLook(this, Look::Card);
    auto *title = new QLabel(tr("Try a sign-in"), this);
    setLook(title, Look::Title);
    setLook(m_words, Look::Muted);
    m_words->setObjectName(u"firstStepsWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);

    const auto addField = [this](const QString &text, QLineEdit *edit, int least) {
        auto *label = new QLabel(text, this);
        label->setBuddy(edit);
        setLook(label, Look::Muted);
        edit->setMinimumWidth(least);
        edit->setMaximumWidth(MostFieldWidth);
        auto *field = new QVBoxLayout;
        field->setSpacing(Space::XS);
        field->addWidget(label);
        field->addWidget(edit);
        return field;
    };
    auto *codeLayout = addField(tr("Code"), m_code, 90);
    codeLayout->setContentsMargins(0, 0, 0, 0);
    m_codeRow->setLayout(codeLayout);
    setLook(m_next, Look::Primary);
    m_next->setAutoDefault(true); // so that Enter presses it
    m_next->setObjectName(u"firstStepsNext"_s);
    setLook(m_again, Look::Quiet);
    m_again->setAutoDefault(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(Space::L);
    row->addLayout(addField(tr("Phone number"), m_phone, 150), 2);
    row->addWidget(m_codeRow, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    buttons->addWidget(m_next);
    buttons->addWidget(m_again);
    row->addLayout(buttons);
    row->setAlignment(buttons, Qt::AlignBottom);
    row->addStretch(1);

    setLook(m_verdict, Look::Badge);
    m_verdict->setObjectName(u"firstStepsVerdict"_s);
    auto *copyToken = new QPushButton(themedIcon(u"copy"_s), tr("Copy token"), m_result);
    auto *inspect = new QPushButton(tr("Look inside under Try it"), m_result);
    for (QPushButton *button : {copyToken, inspect})
        setLook(button, Look::Quiet);
    auto *resultButtons = new QHBoxLayout;
    resultButtons->setSpacing(Space::XS);
    resultButtons->addWidget(copyToken);
    resultButtons->addWidget(inspect);
    resultButtons->addStretch(1);
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(Space::S);
    result->addWidget(m_verdict);
    result->addLayout(resultButtons);
    result->addWidget(m_snippet);
    connect(copyToken, &QPushButton::clicked, this,
            [this] { m_context.copySecret(m_session.token(), tr("Token")); });
    connect(m_snippet, &SignInSnippet::copied, this, [this] {
        m_context.notify({tr("Example copied."), {}, {}, false});
    });
    connect(inspect, &QPushButton::clicked, this,
            [this] { m_context.openPanel(u"try-it"_s, u"token "_s + m_session.token()); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::XL);
    layout->setSpacing(Space::M);
    layout->addWidget(title);
    layout->addWidget(m_words);
    layout->addLayout(row);
    layout->addWidget(m_result);
}

/// A test number stands ready only where nothing is sent: one press of Enter shall never cost money.
void FirstSteps::followMode()
{
    if (m_session.step() != FlowSession::Step::Idle)
        return;
    const bool simulated = m_context.status.isSimulated();
    if (simulated && m_phone->text().isEmpty() && !m_phone->hasFocus())
        m_phone->setPhone(PhoneNumber::fromStored(testNumber));
    else if (!simulated && m_phone->phone().e164() == testNumber)
        m_phone->clear();
}

void FirstSteps::open(const PhoneNumber &phone)
{
    m_session.reset();
    m_phone->setPhone(phone);
    focusNext();
}

void FirstSteps::takeCode(const QString &code)
{
    m_code->setCode(code);
    focusNext();
}

void FirstSteps::focusNext()
{
    if (m_next->isEnabled() && !m_next->isHidden())
        m_next->setFocus(Qt::OtherFocusReason);
    else if (m_session.step() == FlowSession::Step::CodeSent)
        m_code->setFocus(Qt::OtherFocusReason);
}

void FirstSteps::next()
{
    switch (m_session.step()) {
    case FlowSession::Step::CodeSent:
        m_session.verify(m_phone->phone(), m_code->code());
        break;
    case FlowSession::Step::Idle:
        m_session.sendCode(m_phone->phone());
        break;
    // The button stays enabled while it waits: a disabled one would lose the focus, and the next Enter with it.
    case FlowSession::Step::Sending:
    case FlowSession::Step::Verifying:
    case FlowSession::Step::SignedIn:
        break;
    }
}

void FirstSteps::showStep(FlowSession::Step step)
{
    using Step = FlowSession::Step;
    const bool running = m_context.status.current().state == ServerState::Running;
    const bool simulated = m_context.status.isSimulated();
    const bool hadFocus = m_next->hasFocus();
    m_phone->setEnabled(step == Step::Idle || step == Step::SignedIn);
    m_codeRow->setVisible(step == Step::CodeSent || step == Step::Verifying);
    m_code->setEnabled(step == Step::CodeSent);
    m_again->setVisible(step == Step::CodeSent || step == Step::SignedIn);
    m_result->setVisible(step == Step::SignedIn);
    switch (step) {
    case Step::Idle:
        m_code->clear();
        m_next->setText(tr("Send me a code"));
        m_next->setEnabled(running && !m_phone->phone().isNull());
        say(!running    ? tr("Start the server first: F5.")
            : simulated ? tr("Press Enter: a code arrives on the simulated phone at the right. "
                             "Press Enter again to sign in with it.")
                        : tr("Live mode: a real SMS goes to this number and may cost money."),
            false);
        break;
    case Step::Sending:
        m_next->setText(tr("Sending…"));
        break;
    case Step::CodeSent:
        m_next->setText(tr("Verify"));
        m_next->setEnabled(running && !m_code->code().isEmpty());
        say(simulated ? tr("The code is on the simulated phone. Press Enter to verify it.")
                      : tr("The code is on its way to the phone. Type it here."),
            false);
        break;
    case Step::Verifying:
        m_next->setText(tr("Verifying…"));
        break;
    case Step::SignedIn:
        say(tr("That was a whole sign-in, over HTTP as your app would do it. The same from your app:"), false);
        showToken();
        break;
    }
    // Whoever goes by keyboard stays on the main action while it changes its meaning.
    if (hadFocus && step == Step::SignedIn)
        m_again->setFocus(Qt::OtherFocusReason);
    m_next->setVisible(step != Step::SignedIn);
}

void FirstSteps::showToken()
{
    const auto &report = m_session.report();
    if (m_session.token().isEmpty())
        m_verdict->setText(tr("Signed in"));
    else if (!report)
        m_verdict->setText(tr("Signed in, token received"));
    else
        m_verdict->setText(report->valid ? tr("Signed in, token valid")
                                         : tr("Token not valid: %1").arg(reasonText(report->problem)));
    setTone(m_verdict, report && !report->valid ? Tone::Bad : Tone::Good);
    m_snippet->show(m_session.story(), m_context.status.isSimulated());
}

void FirstSteps::say(const QString &sentence, bool isError)
{
    if (m_failed && !isError)
        return;
    m_words->setText(sentence);
    setTone(m_words, isError ? Tone::Bad : Tone::Muted);
}

} // namespace smsauth
