// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingRow.h"

#include "ui/Theme.h"
#include "ui/widgets/SettingOrigin.h"
#include "ui/widgets/WheelGuard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray())
        return value.toVariant().toStringList().join(u", "_s);
    return value.toString();
}

} // namespace

QString ruleOf(const QString &detail)
{
    // The last colon: the value before it may have some of its own.
    const qsizetype colon = detail.lastIndexOf(u": "_s);
    return colon < 0 ? detail : detail.sliced(colon + 2);
}

SettingRow::SettingRow(const SettingInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_words(settingText(info))
    , m_defaultText(textOf(info.write(Settings())))
    , m_field(makeField())
    , m_problem(new QLabel(this))
    , m_note(new QLabel(this))
    , m_toDefault(new QPushButton(tr("Use the default"), this))
    , m_layout(new QVBoxLayout(this))
    , m_stored(info.write(Settings()))
    , m_origin(u"default"_s)
{
    build();
    setText(m_defaultText);
    if (m_edit)
        connect(m_edit, &QLineEdit::textEdited, this, &SettingRow::touched);
    else if (m_check)
        connect(m_check, &QCheckBox::clicked, this, &SettingRow::touched);
    else
        connect(m_choice, &QComboBox::activated, this, &SettingRow::touched);
    connect(m_toDefault, &QPushButton::clicked, this, [this] {
        setText(m_defaultText);
        touched();
        m_wantsDefault = true;
        showState();
        m_field->setFocus(); // the button is gone now
        Q_EMIT changed();
    });
    showState();
}

QWidget *SettingRow::makeField()
{
    switch (m_info.kind) {
    case SettingInfo::Kind::Switch:
        return m_check = new QCheckBox(tr("On"), this);
    case SettingInfo::Kind::Choice:
        m_choice = new QComboBox(this);
        m_choice->addItems(m_info.choices);
        (new WheelGuard(this))->watch(m_choice);
        return m_choice;
    case SettingInfo::Kind::Text:
    case SettingInfo::Kind::Number:
    case SettingInfo::Kind::List:
    case SettingInfo::Kind::Path:
        break;
    }
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(m_defaultText);
    if (m_info.kind == SettingInfo::Kind::Number)
        m_edit->setInputMethodHints(Qt::ImhDigitsOnly);
    return m_edit;
}

void SettingRow::build()
{
    m_field->setObjectName(m_info.key);
    m_field->setAccessibleName(m_info.key);
    auto *label = new QLabel(m_words.label, this);
    label->setBuddy(m_field);
    auto *key = new QLabel(m_info.key, this);
    setLook(key, Look::Mono);
    setTone(key, Tone::Muted);
    key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *help = new QLabel(this);
    // A check box and a list of choices show their range by themselves.
    help->setText(!m_edit || m_words.range.isEmpty() ? m_words.help
                                                     : tr("%1 Range: %2.").arg(m_words.help, m_words.range));
    for (QLabel *text : {help, m_note, m_problem}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
    }
    setLook(help, Look::Muted);
    setLook(m_note, Look::Muted);
    setTone(m_problem, Tone::Bad);
    m_toDefault->setAccessibleName(tr("Use the default of %1").arg(m_info.key));
    setLook(m_toDefault, Look::Quiet);

    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S);
    head->addWidget(label);
    head->addStretch(1);
    head->addWidget(key);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    line->addWidget(m_field, m_edit ? 1 : 0);
    if (!m_edit)
        line->addStretch(1);
    line->addWidget(m_toDefault);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::XS);
    m_layout->addLayout(head);
    m_layout->addLayout(line);
    m_layout->addWidget(m_problem);
    m_layout->addWidget(m_note);
    m_layout->addWidget(help);
}

QString SettingRow::text() const
{
    if (m_check)
        return m_check->isChecked() ? u"true"_s : u"false"_s;
    if (m_choice)
        return m_choice->currentText();
    return m_info.kind == SettingInfo::Kind::Number ? m_edit->text().trimmed() : m_edit->text();
}

void SettingRow::setText(const QString &text)
{
    if (m_check)
        m_check->setChecked(text == u"true");
    else if (m_choice)
        m_choice->setCurrentText(text);
    else
        m_edit->setText(text);
}

void SettingRow::touched()
{
    m_wantsDefault = false;
    m_refusal.clear();
    showState();
    Q_EMIT changed();
}

void SettingRow::setStored(const QJsonValue &value, const QString &origin)
{
    const bool keep = isChanged();
    m_stored = value;
    m_origin = origin;
    if (!keep || isReadOnly()) {
        m_wantsDefault = false;
        m_refusal.clear();
        setText(textOf(m_stored));
    }
    showState();
}

QJsonValue SettingRow::value() const
{
    // Unset and an empty list look the same.
    if (!m_wantsDefault && text() == textOf(m_stored))
        return m_stored;
    Settings scratch;
    if (m_wantsDefault || !m_info.read(scratch, text()))
        return {};
    return m_info.write(scratch);
}

Result<void> SettingRow::readInto(Settings &settings) const
{
    return m_info.read(settings, isValid() ? value() : QJsonValue(text()));
}

bool SettingRow::isChanged() const
{
    if (isReadOnly())
        return false;
    if (m_wantsDefault)
        return true;
    return text() != textOf(m_stored) && (!isValid() || value() != m_stored);
}

bool SettingRow::isValid() const
{
    return problem().isEmpty();
}

QString SettingRow::problem() const
{
    // An emptied field that must not be empty means the default, which it shows in grey.
    if (m_wantsDefault || text().isEmpty())
        return {};
    Settings scratch;
    const Result<void> read = m_info.read(scratch, text());
    return read ? QString() : ruleOf(read.error().detail);
}

void SettingRow::takeAsApplied(const QJsonValue &applied)
{
    if (isChanged() && value() == applied)
        revert();
}

void SettingRow::revert()
{
    m_wantsDefault = false;
    m_refusal.clear();
    setText(textOf(m_stored));
    showState();
}

void SettingRow::showRefusal(const QString &rule)
{
    if (m_refusal == rule)
        return;
    m_refusal = rule;
    showState();
}

bool SettingRow::matches(const QStringList &words) const
{
    // In the person's language, and in that of manual and file.
    const QString all =
        QStringList{m_info.key, m_info.label, m_info.help, m_info.range, m_words.label, m_words.help, m_words.range}
            .join(u'\n');
    return std::all_of(words.begin(), words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void SettingRow::addBelow(QWidget *widget)
{
    m_layout->addWidget(widget);
}

bool SettingRow::isReadOnly() const
{
    return !readOnlyReason(m_info.key, m_origin).isEmpty();
}

QString SettingRow::noteText() const
{
    if (isReadOnly())
        return readOnlyReason(m_info.key, m_origin);
    if (m_wantsDefault)
        return tr("Goes back to the default when you apply.");
    return m_origin == u"file" ? tr("Set in the settings file.") : QString();
}

void SettingRow::showState()
{
    const QString rule = m_refusal.isEmpty() ? problem() : m_refusal;
    const QString wrong = rule.isEmpty() ? QString() : settingRuleText(m_info, rule);
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_note->setText(noteText());
    m_note->setVisible(!m_note->text().isEmpty());
    m_field->setEnabled(!isReadOnly());
    m_field->setAccessibleDescription(wrong.isEmpty() ? m_words.label + u": "_s + m_words.help : wrong);
    m_toDefault->setVisible(m_origin == u"file" && !m_wantsDefault);
}

} // namespace smsauth
