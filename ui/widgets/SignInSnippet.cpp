// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SignInSnippet.h"

#include "core/flow/FlowRequests.h"
#include "core/flow/Snippets.h"
#include "ui/Theme.h"
#include "ui/UiState.h"
#include "ui/widgets/CodeBlock.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

const QString languageKey = u"overview.snippet"_s;
const QString placeholder = u"CODE"_s;
constexpr int MostChoiceWidth = 200;

Exchange withPlaceholder(Exchange verify)
{
    QJsonObject body = QJsonDocument::fromJson(verify.requestBody).object();
    body.insert(u"code"_s, placeholder);
    verify.requestBody = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return verify;
}

Exchange readingTheCode(const Exchange &signIn)
{
    FlowTarget target;
    target.server = signIn.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    return waitRequest(target,
                       QJsonDocument::fromJson(signIn.requestBody).object().value("phone_number"_L1).toString());
}

/// Commands can stand below each other; pieces of a program would declare the same names.
bool isShell(const SnippetKind &kind)
{
    return kind.id == "curl"_L1 || kind.id == "httpie"_L1;
}

} // namespace

SignInSnippet::SignInSnippet(UiState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_language(new QComboBox(this))
    , m_step(new QComboBox(this))
    , m_text(new CodeBlock(this))
    , m_hint(new QLabel(this))
{
    m_language->setAccessibleName(tr("Language of the example"));
    for (const SnippetKind &kind : snippetKinds())
        m_language->addItem(kind.name, QString(kind.id));
    m_language->setCurrentIndex(std::max(0, m_language->findData(state.value(languageKey).toString())));
    m_step->setAccessibleName(tr("Step of the example"));
    for (QComboBox *choice : {m_language, m_step}) {
        // May be narrower than its longest text: the page beside the phone is.
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8);
        choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        choice->setMaximumWidth(MostChoiceWidth);
    }
    auto *copy = new QPushButton(themedIcon(u"copy"_s), tr("Copy the example"), this);
    setLook(copy, Look::Quiet);
    m_text->setAccessibleName(tr("The same from your app"));
    m_hint->setWordWrap(true);
    setLook(m_hint, Look::Muted);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(Space::S);
    bar->addWidget(m_language);
    bar->addWidget(m_step);
    bar->addStretch(1);
    bar->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addLayout(bar);
    layout->addWidget(m_text);
    layout->addWidget(m_hint);
    connect(m_language, &QComboBox::activated, this, [this] {
        m_state.setValue(languageKey, m_language->currentData().toString());
        showChoice();
    });
    connect(m_step, &QComboBox::activated, this, &SignInSnippet::showChoice);
    connect(copy, &QPushButton::clicked, this, [this] {
        // Nothing secret: the code is a placeholder.
        QApplication::clipboard()->setText(text());
        Q_EMIT copied();
    });
}

void SignInSnippet::show(const QList<Exchange> &story, bool simulated)
{
    m_simulated = simulated;
    m_requests.clear();
    m_step->clear();
    if (!story.isEmpty()) {
        m_requests.append(story.constFirst());
        m_step->addItem(tr("1. Ask for a code"));
        if (simulated) {
            m_requests.append(readingTheCode(story.constFirst()));
            m_step->addItem(tr("2. Read it (only here)"));
        }
        m_requests.append(withPlaceholder(story.constLast()));
        m_step->addItem(simulated ? tr("3. Sign in with it") : tr("2. Sign in with it"));
    }
    m_hint->setText(
        simulated ? tr("Put the code that the second step shows in place of CODE. Only a simulated server lets "
                       "a script read it.")
                  : tr("Put the code of the SMS in place of CODE."));
    showChoice();
}

void SignInSnippet::showChoice()
{
    const SnippetKind &kind = snippetKinds()[size_t(m_language->currentIndex())];
    m_step->setVisible(!isShell(kind));
    QStringList pieces;
    for (qsizetype i = 0; i < m_requests.size(); ++i) {
        if (isShell(kind) || i == m_step->currentIndex())
            pieces.append(kind.write(m_requests.at(i)).trimmed());
    }
    m_text->setPlainText(pieces.join(u"\n\n"_s));
}

QString SignInSnippet::text() const
{
    return m_text->toPlainText();
}

} // namespace smsauth
