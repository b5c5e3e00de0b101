// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ErrorText.h"

#include "ui/CoreText.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

struct ErrorSentences
{
    Q_DECLARE_TR_FUNCTIONS(smsauth::ErrorText)

public:
    static QString sentence(const Error &error)
    {
        const int wait = int(error.retryAfter.count());
        switch (error.code) {
        case ErrorCode::InvalidInput:
            return tr("This value cannot be used. Correct it and try again.");
        case ErrorCode::InvalidPhone:
            return tr("This is not a valid phone number. Write it with its country code, such as +1 202-555-0101.");
        case ErrorCode::CodeNotFound:
            return tr("This code is wrong or no longer valid. Check it, or ask for a new one.");
        case ErrorCode::SentEarly:
            return tr("A code was sent to this number a moment ago. Use it, or wait before you ask for another.");
        case ErrorCode::UserExists:
            return tr("Another user has this number already. Choose a different one.");
        case ErrorCode::NotAuthenticated:
            return tr("This needs a valid token. Sign in first.");
        case ErrorCode::LimitReached:
            return wait > 0 ? tr("Too many requests. Try again in %Ln second(s).", nullptr, wait)
                            : tr("Too many requests. Try again later, or change the limits under Protection.");
        case ErrorCode::CountryNotAllowed:
            return tr("Numbers of this country are not allowed. Add the country under Protection.");
        case ErrorCode::NotFound:
            return tr("This is no longer there. Refresh the page.");
        case ErrorCode::NotAllowed:
            return tr("This is not possible in the present mode.");
        case ErrorCode::Busy:
            return tr("The server is busy just now. Try again in a moment.");
        case ErrorCode::Storage:
            return tr(
                "The database cannot be used just now. Check that the disk is not full and the profile can be "
                "written, then try again.");
        case ErrorCode::SecretsLocked:
            return tr("The secret store is locked. Unlock it, then try again.");
        case ErrorCode::SecretsUnavailable:
            return tr("No secret store can be used. Start a keyring, or choose another kind of store in Settings.");
        case ErrorCode::SecretMissing:
            return tr("A credential of the gateway has not been set. Enter it under Providers.");
        case ErrorCode::InUse:
            return tr("This is in use by another program. Close that program or choose another port or profile.");
        case ErrorCode::TimedOut:
            return tr("No answer came in time. Check the connection and try again.");
        case ErrorCode::Provider:
            return tr("The gateway refused. Its own words follow; correct the cause under Providers.");
        case ErrorCode::Settings:
            return tr("The settings cannot be used as they are. Correct the one that is named.");
        case ErrorCode::Cancelled:
            return tr("This was cancelled. Nothing was changed.");
        case ErrorCode::Internal:
            return tr(
                "Something went wrong inside the program. Try again; if it stays, report it with the details.");
        }
        Q_UNREACHABLE();
    }
    /// The same as the sentence, but with all that is known; empty: the detail is something besides.
    static QString instead(const Error &error)
    {
        if (error.code == ErrorCode::UserExists) // core can say no more than that
            return sentence(error);
        if (error.code == ErrorCode::NotFound && !error.detail.isEmpty())
            return coreText(error.detail) + u' ' + tr("Refresh the page.");
        return error.code == ErrorCode::Storage ? missingTable(error.detail) : QString();
    }

private:
    static QString missingTable(const QString &detail)
    {
        static const QRegularExpression form(u"\\bno such table: (?:main\\.)?(\\w+)"_s);
        const QRegularExpressionMatch match = form.match(detail);
        return match.hasMatch()
                   ? tr("The table “%1” is gone from the database. This was not done by the program: find out who "
                        "can write its files, and restore a back-up on the page Cleanup.")
                         .arg(match.captured(1))
                   : QString();
    }
};

} // namespace

QString errorText(const Error &error)
{
    if (const QString all = ErrorSentences::instead(error); !all.isEmpty())
        return all;
    const QString sentence = ErrorSentences::sentence(error);
    return error.detail.isEmpty() ? sentence : sentence + QStringLiteral("\n") + coreText(error.detail);
}

} // namespace smsauth
