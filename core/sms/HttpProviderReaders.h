// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/HttpProviderFile.h"
#include "core/sms/HttpProviderReply.h"
#include "core/sms/HttpProviderRequest.h"

namespace smsauth {

/// The names that a placeholder may use at one place of a description.
struct KnownNames
{
    QStringList variables; ///< of the gateway
    QStringList message;   ///< of the message; empty where there is none
};

// The parts of a description. A mistake goes to the place; what is returned then is of no use.

Template readTemplate(const FilePlace &place, const QString &text, const KnownNames &names);
RequestTemplate readRequest(const FilePlace &place, const KnownNames &names);

ReplyPointer readPointer(const FilePlace &place, const QString &text, const KnownNames &names);
ReplyCondition readCondition(const FilePlace &place, const KnownNames &names);
QList<ReplyRules::Rule> readRules(const FilePlace &place, const KnownNames &names);
ReplyRules readReply(const FilePlace &place, const KnownNames &names);

} // namespace smsauth
