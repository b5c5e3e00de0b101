// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/HelpDialog.h"

#include "ui/Theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int TextWidth = 460;

} // namespace

HelpDialog::HelpDialog(const QString &page, const QString &title, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Help: %1").arg(title));
    auto *headline = new QLabel(title, this);
    setLook(headline, Look::Headline);
    auto *text = new QLabel(textFor(page), this);
    text->setObjectName(u"helpText"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(TextWidth);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *shortcuts = buttons->addButton(tr("Keyboard shortcuts"), QDialogButtonBox::ActionRole);
    connect(shortcuts, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT shortcutsRequested();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::XL, Space::XL, Space::L);
    layout->setSpacing(Space::L);
    layout->addWidget(headline);
    layout->addWidget(text);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

QString HelpDialog::textFor(const QString &page)
{
    if (page == "overview"_L1)
        return tr(
            "Is the server up, is anything wrong, and how do I get a code.\n\n"
            "Press Enter: a code is sent to the simulated phone on the right. Press Enter again: it is verified, "
            "and you have the token that your app would get. Below stands what was sent today, and what needs "
            "your attention.");
    if (page == "codes"_L1)
        return tr("The codes that are valid now, for whom, and for how long.\n\n"
                  "Choose one to see what happened to it. In live mode the digits are hidden; revealing them is "
                  "written to the audit trail. A deleted code can be taken back for eight seconds with Ctrl+Z.");
    if (page == "try-it"_L1)
        return tr("Signs in as your app would: over HTTP, to the running server.\n\n"
                  "Send a code, verify it, and look at both requests and answers as they went over the wire.");
    if (page == "send-log"_L1)
        return tr(
            "What went out, whether it arrived, and if not, why: every attempt with the gateway's own words.\n\n"
            "Requests that a limit has blocked are rows as well. The log can be filtered and exported.");
    if (page == "providers"_L1)
        return tr("Through which gateway messages go.\n\n"
                  "The simulator is active at first and needs nothing. Enter the credentials of a gateway, check "
                  "them, send a test SMS, and only then go live with it.");
    if (page == "protection"_L1)
        return tr(
            "Who may get codes, how often, and from where.\n\n"
            "Choose a preset or set the limits one by one. Before you apply them, the line at the bottom says "
            "what they would have done to the requests of the last seven days. Test numbers and faults of the "
            "simulator let codes be late, lost or refused, so that you see what your app does then.");
    if (page == "cleanup"_L1)
        return tr("How much has expired and when it goes by itself.\n\n"
                  "Clearing by hand can be taken back for eight seconds. Live codes and users are never touched.");
    if (page == "users"_L1)
        return tr(
            "Who has signed in, and when.\n\n"
            "A user is created by the first correct code. Here they can be found, blocked, given another number "
            "or deleted.");
    if (page == "audit"_L1)
        return tr("Who did what: settings, secrets, codes and users that were changed by hand, going live, debug "
                  "codes.\n\n"
                  "Every row is sealed together with the one before it, and the newest seal lies outside of the "
                  "database. Verify "
                  "says whether rows were changed, removed, inserted or moved since, and whether the database was "
                  "replaced by an older copy. Restoring a back-up here is none of these; it is a row of its own.");
    if (page == "settings"_L1)
        return tr(
            "Everything that the server can be told, with its range and where its value comes from.\n\n"
            "What comes from the environment or the command line can be changed only there. New settings are "
            "checked before they are applied; if the server does not start with them, the old ones come back.");
    return {};
}

} // namespace smsauth
