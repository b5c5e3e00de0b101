// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/TargetFile.h"

#include <QJsonObject>

namespace smsauth {

enum class LogFormat { Csv, JsonLines };

/// Writes rows of the send log, as `smsauth log --json` shows them, into a file that appears, with mode 0600, only
/// once it is complete; a device or a pipe is written to as it is. Texts and codes are never written; phones are
/// masked unless asked for. In CSV (RFC 4180, UTF-8) a cell that a spreadsheet would take for a formula begins with
/// an apostrophe.
class LogRowWriter
{
public:
    LogRowWriter(const QString &file, LogFormat format, bool fullPhones);

    /// Errors, of all three: Storage, with the file and the words of the system.
    Result<void> open();
    Result<void> write(const QJsonObject &row);
    /// Without it nothing stays behind.
    Result<void> commit();

    /// One line of the file, with its end.
    static QByteArray csvHeader();
    static QByteArray csvLine(const QJsonObject &row);
    static QByteArray jsonLine(const QJsonObject &row);

private:
    Result<void> put(const QByteArray &line);
    Error failure() const;

    TargetFile m_file;
    const LogFormat m_format;
    const bool m_fullPhones;
};

} // namespace smsauth
