// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Warnings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::Warnings)
};

Warning warningOf(const QString &id, const ServerStatus &status)
{
    if (id == "secrets_locked"_L1)
        return {
            Text::tr("Secrets locked"),
            Text::tr("The secret store is locked. Until it is unlocked, codes cannot be read and nothing is sent."),
            Text::tr("Unlock"),
            {}};
    if (id == "debug_code"_L1)
        return {Text::tr("Debug code on"),
                Text::tr("A fixed debug code is accepted. Anyone who can reach the server can sign in with it."),
                Text::tr("Open settings"), u"settings"_s};
    if (id == "reachable_from_network"_L1)
        return {Text::tr("Reachable from network"),
                Text::tr("Other computers can reach this server. Make sure that this is what you want."),
                Text::tr("Open settings"), u"settings"_s};
    if (id == "short_codes"_L1)
        return {Text::tr("Codes shorter than 6 digits"),
                Text::tr("Real codes have fewer than 6 digits and are easier to guess. Use 6 or more."),
                Text::tr("Open settings"), u"settings"_s};
    if (id == "memory_secrets"_L1)
        // While testing this is how it should be, and not worth a badge.
        return {status.mode == Mode::Live ? Text::tr("Secrets only in memory") : QString(),
                Text::tr("Keys are kept in memory only: a restart ends live codes and makes tokens invalid."),
                Text::tr("Open settings"), u"settings"_s};
    if (id == "faults_on"_L1)
        return {
            Text::tr("Faults on (%Ln)", nullptr, status.faults),
            Text::tr(
                "%Ln test number(s) or fault(s) of the simulator are on: messages may be late, lost or refused.",
                nullptr, status.faults),
            Text::tr("Test numbers and faults"),
            u"protection"_s,
            u"test-numbers"_s,
            true};
    return {id, id, {}, {}};
}

} // namespace

QList<Warning> warningsOf(const ServerStatus &status)
{
    QStringList ids = status.warnings;
    const auto rank = [](const QString &id) {
        static const QStringList order{u"secrets_locked"_s, u"debug_code"_s, u"reachable_from_network"_s,
                                       u"short_codes"_s,    u"faults_on"_s,  u"memory_secrets"_s};
        const qsizetype found = order.indexOf(id);
        return found < 0 ? order.size() : found;
    };
    std::stable_sort(ids.begin(), ids.end(), [&](const QString &a, const QString &b) { return rank(a) < rank(b); });
    QList<Warning> warnings;
    for (const QString &id : std::as_const(ids))
        warnings.append(warningOf(id, status));
    return warnings;
}

} // namespace smsauth
