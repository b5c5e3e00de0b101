// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Output.h"

#include "app/AnswerText.h"

#include <cerrno>
#include <cstdio>

namespace smsauth {

using namespace Qt::StringLiterals;

ExitCode printAnswer(const QString &text, ExitCode code)
{
    if (std::fputs(text.toUtf8().constData(), stdout) >= 0 && std::fflush(stdout) == 0)
        return code;
    printAside(u"smsauth: the answer could not be written: %1\n"_s.arg(qt_error_string(errno)));
    return ExitCode::Failed;
}

void printAside(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

ExitCode printError(const Error &error, bool json)
{
    printAside(errorText(error, json));
    return exitCode(error);
}

} // namespace smsauth
