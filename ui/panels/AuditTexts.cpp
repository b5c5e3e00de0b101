// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AuditTexts.h"

#include "ui/CoreText.h"
#include "ui/Format.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// More would hide the list below.
constexpr qsizetype FindingsShown = 4;

struct AuditSentences
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::AuditTexts)

public:
    static QHash<QString, QString> actions()
    {
        return {{u"audit.chain_started"_s, tr("Trail sealed from here")},
                {u"audit.broken"_s, tr("Trail found broken")},
                {u"mode.live"_s, tr("Went live")},
                {u"mode.simulated"_s, tr("Back to the simulator")},
                {u"debug_code.used"_s, tr("Debug code used")},
                {u"code.revealed"_s, tr("Code revealed")},
                {u"code.expired"_s, tr("Code ended by hand")},
                {u"code.extended"_s, tr("Code made to last longer")},
                {u"code.change_undone"_s, tr("Change of a code undone")},
                {u"code.deleted"_s, tr("Code deleted")},
                {u"codes.cleared"_s, tr("Expired codes cleared")},
                {u"message.sent_again"_s, tr("Message sent again")},
                {u"message.new_code"_s, tr("New code sent")},
                {u"test.sent"_s, tr("Test SMS sent")},
                {u"user.blocked"_s, tr("User blocked")},
                {u"user.unblocked"_s, tr("User unblocked")},
                {u"user.phone_changed"_s, tr("Number of a user changed")},
                {u"user.change_undone"_s, tr("Change of a user undone")},
                {u"user.deleted"_s, tr("User deleted")},
                {u"database.compacted"_s, tr("Database compacted")},
                {u"database.backed_up"_s, tr("Database backed up")},
                {u"database.restored"_s, tr("Back-up restored")},
                {u"settings.changed"_s, tr("Settings changed")},
                {u"settings.imported"_s, tr("Settings imported")},
                {u"secret.stored"_s, tr("Secret stored")},
                {u"secret.removed"_s, tr("Secret removed")},
                {u"secrets.store.changed"_s, tr("Other store for secrets taken")},
                {u"provider.saved"_s, tr("Fields of a gateway saved")},
                {u"provider.activated"_s, tr("Gateway chosen")},
                {u"gateway.saved"_s, tr("Description of a gateway saved")},
                {u"gateway.removed"_s, tr("Description of a gateway removed")},
                {u"fault.set"_s, tr("Test number or fault set")},
                {u"fault.removed"_s, tr("Test number or fault removed")},
                {u"faults.cleared"_s, tr("Test numbers and faults removed")}};
    }
    static QHash<QString, QString> actors()
    {
        return {{u"console"_s, tr("Console")},
                {u"command line"_s, tr("Command line")},
                {u"server"_s, tr("Server")},
                {u"http"_s, tr("Script (HTTP)")}};
    }
    static QString rows(const AuditFinding &finding, const QString &one, const QString &several)
    {
        const QLocale locale;
        return finding.first == finding.last
                   ? one.arg(locale.toString(finding.first))
                   : several.arg(locale.toString(finding.first), locale.toString(finding.last));
    }
    static QString finding(const AuditFinding &finding)
    {
        // A row that tells of a trail that was found broken is not broken itself.
        if (finding.detail.startsWith(u"found when row "_s))
            return coreText(finding.detail);
        switch (finding.fault) {
        case AuditFault::Changed:
            return rows(finding, tr("Row %1 was changed."), tr("Rows %1 to %2 were changed."));
        case AuditFault::Removed:
            return finding.first == 0 ? tr("The first rows were removed.")
                                      : rows(finding, tr("Row %1 was removed."), tr("Rows %1 to %2 were removed."));
        case AuditFault::Inserted:
            return rows(finding, tr("Row %1 was inserted."), tr("Rows %1 to %2 were inserted."));
        case AuditFault::Reordered:
            return finding.other == 0
                       ? tr("Row %1 is not in its place.").arg(QLocale().toString(finding.first))
                       : tr("Row %1 is not in its place: it holds what was row %2.")
                             .arg(QLocale().toString(finding.first), QLocale().toString(finding.other));
        case AuditFault::CutOff:
            return rows(finding, tr("The newest rows were cut off (row %1): the database may be an older copy."),
                        tr("The newest rows were cut off (%1 to %2): the database may be an older copy."));
        case AuditFault::Replaced:
            return rows(finding, tr("Another row stands in the place of row %1."),
                        tr("Other rows stand in the place of rows %1 to %2."));
        case AuditFault::WrongKey:
            return tr("The rows were sealed with another key than this profile's.");
        case AuditFault::AnchorMissing:
            return tr("The file audit.anchor is gone: rows may have been cut off.");
        case AuditFault::AnchorChanged:
            return tr("The file audit.anchor was changed: rows may have been cut off.");
        }
        Q_UNREACHABLE();
    }
    static QString sound(const AuditVerdict &verdict, Timestamp now)
    {
        if (verdict.begins == 0)
            return verdict.rows == 0
                       ? tr("Nothing has been written yet.")
                       : tr("No row has been sealed with the present key yet; the %Ln row(s) from before "
                            "cannot be checked.",
                            nullptr, int(verdict.rows));
        QString text = tr("Sound: %Ln row(s), sealed since %1.", nullptr, int(verdict.checked))
                           .arg(timeText(*verdict.since, now));
        if (verdict.earlier > 0)
            text += u' ' + tr("%Ln earlier row(s) are as they were then.", nullptr, int(verdict.earlier));
        return text;
    }
    static QString notSound(const AuditVerdict &verdict)
    {
        QStringList lines{tr("Not sound.")};
        for (const AuditFinding &found : verdict.findings.mid(0, FindingsShown))
            lines.append(finding(found));
        if (verdict.found > FindingsShown)
            lines.append(tr("And %Ln more.", nullptr, int(verdict.found - FindingsShown)));
        lines.append(
            tr("This was not done by the program: find out who can write its files, and compare with a back-up."));
        return lines.join(u' ');
    }
};

} // namespace

QString auditActionText(const QString &action)
{
    return AuditSentences::actions().value(action, action);
}

QString auditActorText(const QString &actor)
{
    return AuditSentences::actors().value(actor, actor);
}

QString findingText(const AuditFinding &finding)
{
    return AuditSentences::finding(finding);
}

QString verdictText(const AuditVerdict &verdict, Timestamp now)
{
    return verdict.isSound() ? AuditSentences::sound(verdict, now) : AuditSentences::notSound(verdict);
}

} // namespace smsauth
