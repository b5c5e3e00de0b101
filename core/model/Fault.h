// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PhoneNumber.h"

#include <QString>
#include <optional>

namespace smsauth {

/// What a rule makes of a request for a code, or of the message that follows. Simulated mode only.
enum class FaultOutcome {
    Delivered,     ///< nothing goes wrong
    ProviderError, ///< the gateway answers with an HTTP status of 400 and more
    TimeOut,       ///< the gateway never answers
    NeverArrives,  ///< accepted by the gateway, never on the phone
    Duplicate,     ///< on the phone twice
    OutOfOrder,    ///< on the phone only after the next message to the same number
    Expired,       ///< the code has run out when it arrives
    Locked,        ///< the number may neither ask for a code nor use one
};

/// "provider_error", …: the words of the file, of HTTP and of the command line.
QLatin1StringView wireName(FaultOutcome outcome);
std::optional<FaultOutcome> faultOutcomeFromName(QStringView name);

/// What happens to one message; travels with it, so that it stays the same for every attempt and after a restart.
struct FaultEffect
{
    static constexpr milliseconds MaxDelay{60000};
    /// How long a message that is to come out of order waits for its successor, without a delay of its own.
    static constexpr milliseconds HoldBack{300000};

    FaultOutcome outcome = FaultOutcome::Delivered;
    int status = 0;        ///< 400–599 with ProviderError, else 0
    milliseconds delay{0}; ///< 0–MaxDelay: until it is on the phone; with ProviderError, until the gateway answers;
                           ///< with OutOfOrder, the longest that it is held back (0: HoldBack)

    friend bool operator==(const FaultEffect &, const FaultEffect &) = default;
    /// The form in which it lies in the database; empty when nothing happens to the message.
    QString stored() const;
    static FaultEffect fromStored(const QString &text);
};

/// One rule: a test number, or a share of the sign-ins of any number.
struct FaultRule
{
    PhoneNumber phone;   ///< null: any number
    int probability = 0; ///< 1–100 %, only with any number
    QString code;        ///< digits of the configured length; empty: drawn as always
    FaultEffect effect;
    bool limits = true; ///< false: neither limits nor the wait between two codes hold for it
    std::optional<Timestamp> until;

    friend bool operator==(const FaultRule &, const FaultRule &) = default;
    bool isForAny() const { return phone.isNull(); }
    bool holdsAt(Timestamp now) const { return !until || *until > now; }
    /// One rule has this id: the number in E.164, "any:time_out", "any:provider_error:503".
    QString id() const;
};

/// The id as it may be written down: a number is masked.
QString maskedFaultId(const QString &id);

} // namespace smsauth
