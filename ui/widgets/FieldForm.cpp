// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FieldForm.h"

#include "core/settings/SettingChecks.h"
#include "ui/FieldTexts.h"
#include "ui/Theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::M);
}

FieldForm::~FieldForm() = default;

void FieldForm::setFields(const QList<ProviderFieldInfo> &fields)
{
    const bool same = std::equal(fields.begin(), fields.end(), m_rows.begin(), m_rows.end(),
                                 [](const ProviderFieldInfo &field, const Row &row) {
                                     return field.name == row.info.name && field.secret == row.info.secret;
                                 });
    if (!same) {
        qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        m_rows.clear();
        for (const ProviderFieldInfo &field : fields)
            m_rows.append(makeRow(field));
    }
    for (qsizetype i = 0; i < fields.size(); ++i) {
        Row &row = m_rows[i];
        const bool keep = same && isChanged(row);
        row.info = fields.at(i);
        // A default that stands for another field is shown in words, not with its braces.
        if (row.info.value == row.info.defaultValue && row.info.defaultValue.contains(u'{'))
            row.info.value.clear();
        if (!keep && !row.info.secret)
            row.edit->setText(row.info.value);
        showState(row);
    }
}

FieldForm::Row FieldForm::makeRow(const ProviderFieldInfo &info)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::XS);
    Row row{info, new QLineEdit(box), new QLabel(box), new QLabel(box), nullptr};
    auto *label = new QLabel(info.label.isEmpty() ? info.name : fieldLabelText(info.label), box);
    label->setTextFormat(Qt::PlainText);
    setTone(row.problem, Tone::Bad);
    row.problem->setWordWrap(true);
    label->setBuddy(row.edit);
    label->setWordWrap(true);
    row.edit->setObjectName(info.name);
    setLook(row.note, Look::Muted);
    row.note->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S);
    line->addWidget(row.edit, 1);
    if (info.secret) {
        row.edit->setEchoMode(QLineEdit::Password);
        row.edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        row.forget = new QPushButton(tr("Forget"), box);
        row.forget->setAccessibleName(tr("Forget %1").arg(label->text()));
        row.forget->setCheckable(true);
        setLook(row.forget, Look::Quiet);
        line->addWidget(row.forget);
    }
    layout->addWidget(label);
    layout->addLayout(line);
    layout->addWidget(row.problem);
    layout->addWidget(row.note);
    m_layout->addWidget(box);

    const qsizetype place = m_rows.size();
    const auto touched = [this, place] {
        showState(m_rows.at(place));
        Q_EMIT changed();
    };
    connect(row.edit, &QLineEdit::textChanged, this, touched);
    if (row.forget)
        connect(row.forget, &QPushButton::toggled, this, touched);
    return row;
}

bool FieldForm::isReadOnly(const ProviderFieldInfo &info)
{
    return info.storedIn == u"environment" || info.storedIn == u"credentials";
}

bool FieldForm::isChanged(const Row &row) const
{
    if (!row.info.secret)
        return row.edit->text() != row.info.value;
    return !row.edit->text().isEmpty() || row.forget->isChecked();
}

void FieldForm::showState(const Row &row)
{
    const bool stored = row.info.secret && !row.info.storedIn.isEmpty();
    const bool locked = isReadOnly(row.info);
    row.edit->setEnabled(!locked && !(row.forget && row.forget->isChecked()));
    if (row.forget)
        row.forget->setVisible(stored && !locked && row.edit->text().isEmpty());
    row.edit->setPlaceholderText(stored ? u"••••••••"_s : defaultOf(row));
    const QString problem = problemOf(row);
    row.problem->setText(problem);
    row.problem->setVisible(!problem.isEmpty());
    row.edit->setAccessibleDescription(problem.isEmpty() ? noteOf(row) : problem);
    const QString note = noteOf(row);
    row.note->setText(note);
    row.note->setVisible(!note.isEmpty());
}

QString FieldForm::noteOf(const Row &row) const
{
    if (!row.info.secret)
        return fieldHelpText(row.info.name);
    if (row.forget->isChecked())
        return tr("Is removed from the secret store when you save.");
    const QString &place = row.info.storedIn;
    if (!row.edit->text().isEmpty() && !place.isEmpty())
        return tr("Replaces the stored one when you save.");
    const auto because = [this](const QString &where) {
        return m_storeReason.isEmpty() ? where : where + u' ' + m_storeReason;
    };
    if (place == u"keyring")
        return because(tr("Stored in the keyring. Leave empty to keep it."));
    if (place == u"file")
        return because(tr("Stored in the sealed file of the profile. Leave empty to keep it."));
    if (place == u"memory")
        return because(tr("Kept in memory until the program ends. Leave empty to keep it."));
    if (place == u"environment")
        return tr("Comes from the environment. Change it there.");
    if (place == u"credentials")
        return tr("Comes from the credentials of the service. Change it there.");
    return row.edit->text().isEmpty() ? tr("Not set.") : tr("Goes to the secret store when you save.");
}

QString FieldForm::problemOf(const Row &row)
{
    const QString text = row.edit->text();
    if (row.info.secret || text.isEmpty())
        return {};
    if (row.info.name == u"base" && !checks::gatewayUrl(text))
        return tr("This must be an address that begins with https:// or http://, without user and password.");
    if (!checks::anyText(text))
        return tr("This must be one line of at most 250 characters.");
    return {};
}

QString FieldForm::defaultOf(const Row &row) const
{
    static const QRegularExpression alone(u"\\A\\{([a-z0-9_]+)\\}\\z"_s);
    const QRegularExpressionMatch match = alone.match(row.info.defaultValue);
    for (const Row &other : m_rows) {
        if (match.hasMatch() && other.info.name == match.captured(1))
            return tr("Empty: the same as “%1”").arg(fieldLabelText(other.info.label));
    }
    return row.info.defaultValue;
}

void FieldForm::setStoreReason(const QString &reason)
{
    if (m_storeReason == reason)
        return;
    m_storeReason = reason;
    for (const Row &row : std::as_const(m_rows))
        showState(row);
}

bool FieldForm::isValid() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return problemOf(row).isEmpty(); });
}

ProviderDraft FieldForm::draft(const QString &id) const
{
    ProviderDraft draft;
    draft.id = id;
    for (const Row &row : m_rows) {
        if (!isChanged(row))
            continue;
        if (row.info.secret)
            draft.secrets.insert(row.info.name, Secret(row.edit->text().toUtf8()));
        else
            draft.plain.insert(row.info.name, row.edit->text());
    }
    return draft;
}

void FieldForm::takeAsStored(const ProviderDraft &draft)
{
    for (Row &row : m_rows) {
        if (!row.info.secret) {
            row.info.value = draft.plain.value(row.info.name, row.info.value);
            continue;
        }
        const auto saved = draft.secrets.constFind(row.info.name);
        if (saved != draft.secrets.constEnd() && *saved == Secret(row.edit->text().toUtf8())) {
            row.edit->clear();
            row.forget->setChecked(false);
        }
    }
}

bool FieldForm::isChanged() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [this](const Row &row) { return isChanged(row); });
}

void FieldForm::focusFirst()
{
    const auto first =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.edit->isEnabled(); });
    if (first != m_rows.cend())
        first->edit->setFocus(Qt::OtherFocusReason);
}

void FieldForm::revert()
{
    for (const Row &row : m_rows) {
        row.edit->setText(row.info.secret ? QString() : row.info.value);
        if (row.forget)
            row.forget->setChecked(false);
    }
}

bool FieldForm::lacksSecret() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.info.secret && row.info.storedIn.isEmpty() && row.edit->text().isEmpty();
    });
}

} // namespace smsauth
