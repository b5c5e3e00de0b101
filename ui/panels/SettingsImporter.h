// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "ui/Theme.h"
#include "ui/widgets/Latest.h"

#include <QWidget>

namespace smsauth {

/// Takes over the settings of a file: chosen by a person, read in the background, agreed to where it goes beyond
/// this computer, imported, reported.
class SettingsImporter : public QObject
{
    Q_OBJECT

public:
    /// page: over which the dialogs open; the importer belongs to it.
    SettingsImporter(Admin &admin, QWidget *page);

    /// simulated: the mode before the import.
    void choose(bool simulated);
    void read(const QString &file, bool simulated);
    bool isReading() const { return m_reading.isWaiting(); }
    bool isImporting() const { return m_importing.isWaiting(); }

Q_SIGNALS:
    /// isReading() or isImporting() have changed.
    void stateChanged();
    /// A sentence for a person, and how good the news is.
    void told(const QString &text, smsauth::Tone tone);
    void imported();

private:
    void import(const QByteArray &text);

    Admin &m_admin;
    QWidget *m_page;
    Latest m_reading, m_importing;
};

} // namespace smsauth
