// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/panels/protection/FaultProblems.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace smsauth {

class DurationEdit;
class PhoneEdit;

/// The fields of one rule, with what is wrong beside each.
class FaultForm : public QWidget
{
    Q_OBJECT

public:
    explicit FaultForm(const Clock &clock, QWidget *parent = nullptr);

    /// What single fields are checked against.
    void setSurroundings(const FaultSurroundings &surroundings);

    /// A new rule, with what people try first.
    void begin();
    /// A rule that is there, to be changed.
    void edit(const FaultRule &rule);
    /// Empty unless it edits.
    QString editedId() const { return m_edited ? m_edited->id() : QString(); }
    void setBusy(bool busy);
    void focusFirst();
    /// What the server did not like about it. Translated or its own words.
    void tell(const QString &problem);

Q_SIGNALS:
    void saveRequested(const smsauth::FaultRule &rule);
    void cancelled();

private:
    void build();
    QLabel *addRow(QFormLayout *form, const QString &label, QWidget *field);
    void fill(const FaultRule &rule);
    void follow();
    void save();
    FaultRule rule() const;
    milliseconds delay() const;
    FaultOutcome outcome() const;
    bool isForAny() const;
    QString subjectProblem() const;
    QString generalProblem() const;

    const Clock &m_clock;
    FaultSurroundings m_surroundings;
    std::optional<FaultRule> m_edited;
    FaultRule m_filled; ///< what the fields were last filled with
    bool m_endTouched = false;
    bool m_tried = false; ///< once somebody has pressed Save, empty fields are told of as well
    bool m_busy = false;
    QString m_refusal;

    QLabel *m_title;
    QComboBox *m_subject;
    PhoneEdit *m_phone;
    QSpinBox *m_probability;
    QComboBox *m_outcome;
    QSpinBox *m_status;
    QDoubleSpinBox *m_delay;
    QLineEdit *m_code;
    QCheckBox *m_limits;
    QCheckBox *m_ends;
    DurationEdit *m_end;
    QLabel *m_subjectProblem = nullptr;
    QLabel *m_codeProblem = nullptr;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QFormLayout *m_form = nullptr;
};

} // namespace smsauth
