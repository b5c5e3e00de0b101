// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Fault.h"
#include "ui/CoreText.h"
#include "ui/Format.h"
#include "ui/panels/AuditTexts.h"
#include "ui/panels/protection/FaultTexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

/// What a row is about, of rows whose subject and detail are words and numbers for programs.
struct AuditSubject
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::AuditTexts)

public:
    static QString text(const AuditRecord &row)
    {
        if (row.action == u"audit.chain_started"_s)
            return joined(earlier(row.subject), coreText(row.detail));
        if (row.action == u"audit.broken"_s)
            return broken(row);
        if (row.action == u"codes.cleared"_s)
            return counted(row.subject, [](int count) { return tr("%Ln code(s)", nullptr, count); });
        if (row.action == u"faults.cleared"_s)
            return counted(row.detail, [](int count) { return tr("%Ln rule(s)", nullptr, count); });
        if (row.action == u"database.compacted"_s)
            return givenBack(row.subject);
        if (row.action == u"fault.set"_s || row.action == u"fault.removed"_s)
            return rule(row);
        if (row.action == u"secrets.store.changed"_s)
            return store(row.subject);
        if (row.action == u"settings.changed"_s || row.action == u"settings.imported"_s)
            return QString(row.subject).replace(u' ', u", "_s);
        if (row.action == u"user.phone_changed"_s || row.action == u"user.change_undone"_s)
            return row.subject == row.detail ? row.subject
                                             : tr("%1, now %2", "a number").arg(row.subject, row.detail);
        return joined(row.subject, row.detail);
    }

private:
    static QString joined(const QString &one, const QString &other)
    {
        return one.isEmpty() || other.isEmpty() ? one + other : one + u" · "_s + other;
    }
    /// What is no number stays as it was written.
    template<class Words>
    static QString counted(const QString &number, Words words)
    {
        bool isNumber = false;
        const int count = number.toInt(&isNumber);
        return isNumber ? words(count) : number;
    }
    static QString earlier(const QString &number)
    {
        return number == u"0" ? QString()
                              : counted(number, [](int count) { return tr("%Ln earlier row(s)", nullptr, count); });
    }
    static QString broken(const AuditRecord &row)
    {
        const auto fault = auditFaultFromName(row.subject);
        return joined(fault ? name(*fault) : row.subject, coreText(row.detail));
    }
    static QString name(AuditFault fault)
    {
        switch (fault) {
        case AuditFault::Changed:
            return tr("Rows were changed");
        case AuditFault::Removed:
            return tr("Rows were removed");
        case AuditFault::Inserted:
            return tr("Rows were inserted");
        case AuditFault::Reordered:
            return tr("Rows are not in their places");
        case AuditFault::CutOff:
            return tr("The newest rows were cut off");
        case AuditFault::Replaced:
            return tr("Other rows stand in their place");
        case AuditFault::WrongKey:
            return tr("Sealed with another key");
        case AuditFault::AnchorMissing:
            return tr("The file audit.anchor was gone");
        case AuditFault::AnchorChanged:
            return tr("The file audit.anchor was changed");
        }
        Q_UNREACHABLE();
    }
    static QString givenBack(const QString &number)
    {
        bool isNumber = false;
        const qint64 bytes = number.toLongLong(&isNumber);
        return !isNumber    ? number
               : bytes <= 0 ? tr("Nothing was given back")
                            : tr("%1 given back").arg(sizeText(bytes));
    }
    static QString rule(const AuditRecord &row)
    {
        // The id of a rule for a share of all: any:provider_error:503.
        const QStringList parts = row.subject.split(u':');
        if (parts.first() != u"any")
            return joined(row.subject, outcome(row.detail));
        return joined(tr("Any number"), outcome(parts.value(1)));
    }
    static QString outcome(const QString &name)
    {
        const auto known = faultOutcomeFromName(name);
        return known ? outcomeName(*known) : name;
    }
    static QString store(const QString &kind)
    {
        if (kind == u"keyring")
            return tr("Keyring of the system");
        if (kind == u"file")
            return tr("Sealed file of the profile");
        return kind == u"memory" ? tr("Memory, until the program ends") : kind;
    }
};

} // namespace

QString auditSubjectText(const AuditRecord &row)
{
    return AuditSubject::text(row);
}

} // namespace smsauth
