// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/SmsProvider.h"

namespace smsauth {

/// Makes a gateway's words fit to be stored and shown: one line, at most 300 characters, and without what the
/// gateway may have echoed: credentials (as they are, percent-encoded, in base64), the message's text, its code,
/// the number.
class Redaction
{
public:
    explicit Redaction(const ProviderValues &values);

    QString words(const QString &text, const OutgoingSms &sms) const;
    /// The same for every text of a verdict.
    Verdict verdict(Verdict verdict, const OutgoingSms &sms) const;

private:
    QString withoutSecrets(const QString &text) const;
    QString identifier(const QString &id, const OutgoingSms &sms) const;

    QStringList m_secrets; ///< in every form, longest first
};

} // namespace smsauth
