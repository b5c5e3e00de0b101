// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Panel.h"
#include "ui/widgets/Latest.h"

namespace smsauth {

class InlineNotice;
class SecretStoreHelp;

/// Says where credentials go, and helps when the secret store cannot be used. Hidden while all is well.
class SecretStoreNotice : public QWidget
{
    Q_OBJECT

public:
    explicit SecretStoreNotice(const PanelContext &context, QWidget *parent = nullptr);

    /// What the store said last; none: it answered.
    void take(const std::optional<Error> &error);
    /// Why secrets are kept where they are; translated.
    QString reason() const;

Q_SIGNALS:
    /// Something that stands on the page may have another place now.
    void reasonChanged();
    /// The store can be used again, or another one is.
    void settled();

private:
    void follow();
    void unlock();
    void useOther(OtherSecretStore store, const Secret &passphrase);

    const PanelContext m_context;
    SecretStoreHelp *m_help; ///< the store cannot be used
    InlineNotice *m_memory;  ///< credentials go into memory
    std::optional<Error> m_error;
    Latest m_unlocking;
};

} // namespace smsauth
