// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"
#include "core/settings/SettingsList.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace smsauth {

class MessagePreview;
class SettingRow;

/// Every setting of settingsList() in a field of its own, by group. What somebody has typed stays until it is
/// applied or reverted.
class SettingsForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingsForm(QWidget *parent = nullptr);

    /// What is stored now.
    void take(const SettingsView &view);
    /// These have been applied; what was typed meanwhile is still a change.
    void takeAsApplied(const QJsonObject &changes);
    /// Forgets what was typed.
    void revert();
    /// Only settings in which all of these words occur; returns whether there are any.
    bool filter(const QString &words);

    /// What differs from what is stored, in the form of settings.json. Precondition: invalidCount() is 0.
    QJsonObject changes() const;
    int changedCount() const;
    /// How many of them cannot be used as typed.
    int invalidCount() const;

    bool contains(QStringView key) const { return row(key) != nullptr; }
    /// Scrolls to the setting and puts the focus there.
    void showSetting(QStringView key);
    /// Shows a refusal of Admin beside the setting that it names; false: it names none.
    bool showRefusal(const Error &error);

Q_SIGNALS:
    /// Somebody has typed.
    void changed();
    /// A setting is to be shown that the filter hides.
    void filterIsInTheWay();

private:
    struct Group
    {
        QWidget *box;
        QList<SettingRow *> rows;
    };

    void buildRows(QVBoxLayout *layout);
    SettingRow *row(QStringView key) const;
    SettingRow *rowOf(const Error &error) const;
    QList<SettingRow *> rows() const;
    void showPreview();
    /// Rules over several settings, as soon as each is good by itself.
    void checkTogether();

    QList<Group> m_groups;
    QLabel *m_nothing; ///< the filter hides everything
    MessagePreview *m_preview;
};

} // namespace smsauth
