// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/SettingTexts.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace smsauth {

/// One setting in a form: its name, a field that suits its kind, what it does, and beside the field at once what is
/// wrong with what was typed. What somebody has typed stays when the stored value is set again.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    /// info: of settingsList(), outlives the row.
    explicit SettingRow(const SettingInfo &info, QWidget *parent = nullptr);

    QString key() const { return m_info.key; }
    /// value: as SettingInfo::write() gives it; origin: as in SettingsView.
    void setStored(const QJsonValue &value, const QString &origin);
    /// The text that is in the field now.
    QString text() const;
    /// What the field stands for, in the form of settings.json. Null: the default. Only while isValid().
    QJsonValue value() const;
    /// Reads the field into the struct. Errors: as SettingInfo::read().
    Result<void> readInto(Settings &settings) const;
    bool isChanged() const;
    bool isValid() const;
    /// This value has been applied. If it is still the one in the field, it is no longer a change.
    void takeAsApplied(const QJsonValue &value);
    /// Forgets what was typed.
    void revert();
    /// The value does not go with the others, or Admin refused it; shown until it changes. rule: "must be 4 to 10";
    /// empty: nothing is wrong any more. Does not touch isValid(): it may be the others that have to change.
    void showRefusal(const QString &rule);
    /// All words of the filter occur in the key, the name, the help or the range.
    bool matches(const QStringList &words) const;
    void addBelow(QWidget *widget);
    QWidget *field() const { return m_field; }

Q_SIGNALS:
    void changed();

private:
    QWidget *makeField();
    void build();
    void setText(const QString &text);
    void touched();
    bool isReadOnly() const;
    QString problem() const;
    QString noteText() const;
    void showState();

    const SettingInfo &m_info;
    const SettingText m_words;
    const QString m_defaultText;
    QLineEdit *m_edit = nullptr; ///< one of these three
    QCheckBox *m_check = nullptr;
    QComboBox *m_choice = nullptr;
    QWidget *m_field;
    QLabel *m_problem;
    QLabel *m_note;
    QPushButton *m_toDefault;
    QVBoxLayout *m_layout;
    QJsonValue m_stored;
    QString m_origin;
    QString m_refusal;
    bool m_wantsDefault = false;
};

/// The rule of an error's detail "KEY = value: rule".
QString ruleOf(const QString &detail);

} // namespace smsauth
