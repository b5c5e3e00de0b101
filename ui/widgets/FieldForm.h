// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/Admin.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace smsauth {

/// A form made from the fields of a gateway. Stored secrets are never shown, only where they lie; what is typed
/// over them replaces them. What somebody has typed stays when the fields are set again.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);
    ~FieldForm() override;

    void setFields(const QList<ProviderFieldInfo> &fields);
    /// Why secrets are kept where they are; translated, may be empty.
    void setStoreReason(const QString &reason);
    /// Only what differs from what is stored.
    ProviderDraft draft(const QString &id) const;
    bool isChanged() const;
    /// These values have been saved: they are no longer changes. What was typed since then stays one.
    void takeAsStored(const ProviderDraft &draft);
    void focusFirst();
    /// Forgets what was typed.
    void revert();
    /// Everything that was typed can be used.
    bool isValid() const;
    /// A secret is neither stored nor typed.
    bool lacksSecret() const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        ProviderFieldInfo info;
        QLineEdit *edit = nullptr;
        QLabel *problem = nullptr;
        QLabel *note = nullptr;
        QPushButton *forget = nullptr; ///< secrets only
    };

    Row makeRow(const ProviderFieldInfo &info);
    static bool isReadOnly(const ProviderFieldInfo &info);
    bool isChanged(const Row &row) const;
    void showState(const Row &row);
    QString noteOf(const Row &row) const;
    static QString problemOf(const Row &row);
    /// The default in words: it may stand for another field.
    QString defaultOf(const Row &row) const;

    QVBoxLayout *m_layout;
    QList<Row> m_rows;
    QString m_storeReason;
};

} // namespace smsauth
