// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>
#include <memory>

namespace smsauth {

/// A file that a person has named for something to be written to. It appears only once it is complete (commit());
/// a device or a pipe of that name is written to as it is: a rename would put a file in its place.
class TargetFile
{
public:
    explicit TargetFile(const QString &name);

    /// Blocks while a pipe has no reader. Of all: the reason of a failure is in device().errorString().
    bool open();
    QFileDevice &device() { return *m_file; }
    const QFileDevice &device() const { return *m_file; }
    /// Whether it will be a new file, which the permissions of device() are those of.
    bool isNew() const;
    /// Without it nothing stays behind of a new file.
    bool commit();

private:
    std::unique_ptr<QFileDevice> m_file; ///< a QSaveFile; a QFile where a device or a pipe was named
};

} // namespace smsauth
