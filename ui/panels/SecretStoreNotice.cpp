// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SecretStoreNotice.h"

#include "ui/CoreText.h"
#include "ui/ErrorText.h"
#include "ui/FieldTexts.h"
#include "ui/panels/SecretStoreHelp.h"
#include "ui/widgets/InlineNotice.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {

SecretStoreNotice::SecretStoreNotice(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_help(new SecretStoreHelp(this))
    , m_memory(new InlineNotice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::M);
    layout->addWidget(m_help);
    layout->addWidget(m_memory);
    connect(m_help, &SecretStoreHelp::unlockWanted, this, &SecretStoreNotice::unlock);
    connect(m_help, &SecretStoreHelp::memoryWanted, this, [this] { useOther(OtherSecretStore::Memory, {}); });
    connect(m_help, &SecretStoreHelp::fileWanted, this,
            [this](const Secret &passphrase) { useOther(OtherSecretStore::SealedFile, passphrase); });
    connect(&context.status, &StatusWatch::changed, this, &SecretStoreNotice::follow);
    follow();
}

void SecretStoreNotice::take(const std::optional<Error> &error)
{
    m_error = error;
    follow();
}

QString SecretStoreNotice::reason() const
{
    return storeReasonText(m_context.status.current().secretStoreReason);
}

void SecretStoreNotice::follow()
{
    using Help = SecretStoreHelp;
    const ServerStatus &status = m_context.status.current();
    const QStringList &warnings = status.warnings;
    const ErrorCode failure = status.state == ServerState::Failed ? status.failure.code : ErrorCode::Internal;
    const bool closed = failure == ErrorCode::SecretsLocked || failure == ErrorCode::SecretsUnavailable;
    const Error error = closed ? status.failure : m_error.value_or(Error{ErrorCode::Internal, {}, {}});
    const bool isKeyring = status.secretStore.isEmpty() || status.secretStore == u"keyring";
    // A profile that is open has its keys; only what is saved for gateways is out of reach.
    const Help::Choices others = closed ? Help::SealedFile | Help::Memory : Help::Choices(Help::Memory);
    m_memory->clear();
    if (status.passphrase != PassphraseNeed::None) {
        m_help->tell(tr("Credentials lie in the sealed file of the profile, which needs its passphrase."),
                     tr("Enter the &passphrase"), Help::Unlock | Help::Memory);
    } else if (error.code == ErrorCode::SecretsLocked || warnings.contains(u"secrets_locked"_s)) {
        m_help->tell(tr("The keyring is locked, so stored credentials cannot be read. Nothing is lost."),
                     tr("&Unlock"), Help::Unlock | others);
    } else if (error.code == ErrorCode::SecretsUnavailable && isKeyring) {
        const QString why = coreText(error.detail);
        m_help->tell(tr("No keyring can be reached, so stored credentials cannot be read. Start one, then try "
                        "again. Nothing is lost.") +
                         (why.isEmpty() ? QString() : u'\n' + why),
                     tr("&Try again"), Help::Unlock | others);
    } else if (error.code == ErrorCode::TimedOut) {
        m_help->tell(tr("The keyring does not answer. Perhaps a window of it waits for you; nothing is lost."),
                     tr("&Try again"), Help::Unlock | others);
    } else {
        m_help->clear();
        if (warnings.contains(u"memory_secrets"_s))
            m_memory->tell(tr("Credentials are kept in memory and are gone when the program ends. Choose another "
                              "secret store in Settings."),
                           Tone::Warning);
        else if (status.secretStore == u"memory" && m_context.status.isKnown())
            m_memory->tell(
                tr("Credentials that you save here are kept in memory until the program ends. What a keyring or a "
                   "sealed file holds stays there and counts again after that.") +
                    u' ' + reason(),
                Tone::Muted);
    }
    m_help->setBusy(m_unlocking.isWaiting());
    setVisible(!m_help->isHidden() || !m_memory->isHidden()); // an empty one would leave a gap
    Q_EMIT reasonChanged();
}

void SecretStoreNotice::unlock()
{
    if (m_context.status.current().passphrase != PassphraseNeed::None)
        return m_context.unlock(); // the window has a prompt for it
    m_unlocking.ask(m_context.admin.unlockSecrets(), this, [this](const Result<void> &answer) {
        m_help->setBusy(false);
        if (!answer)
            return m_help->refuse(errorText(answer.error()));
        take(std::nullopt);
        m_context.status.ask();
        Q_EMIT settled();
    });
    m_help->setBusy(true);
}

void SecretStoreNotice::useOther(OtherSecretStore store, const Secret &passphrase)
{
    const bool wasClosed = m_context.status.current().state == ServerState::Failed;
    m_unlocking.ask(m_context.admin.useOtherSecretStore(store, passphrase), this,
                    [this, store, wasClosed](const Result<void> &answer) {
                        m_help->setBusy(false);
                        if (!answer)
                            return m_help->refuse(errorText(answer.error()));
                        m_error.reset();
                        m_context.notify({store == OtherSecretStore::Memory
                                              ? tr("Credentials are kept in memory until the program ends.")
                                              : tr("Credentials are kept in a sealed file from now on."),
                                          {},
                                          {},
                                          false});
                        if (wasClosed)
                            m_context.unlock(); // starts the server, which waited for its keys
                        m_context.status.ask();
                        Q_EMIT settled();
                    });
    m_help->setBusy(true);
}

} // namespace smsauth
