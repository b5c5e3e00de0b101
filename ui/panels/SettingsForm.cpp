// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SettingsForm.h"

#include "ui/Theme.h"
#include "ui/widgets/MessagePreview.h"
#include "ui/widgets/SettingRow.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int FormWidth = 720;
const QString messageKey = u"SMS_AUTH_MESSAGE"_s;
const QString lengthKey = u"SMS_AUTH_CODE_LEN"_s;

} // namespace

SettingsForm::SettingsForm(QWidget *parent)
    : QScrollArea(parent)
    , m_nothing(new QLabel(tr("No setting matches. Try another word."), this))
    , m_preview(new MessagePreview(this))
{
    auto *page = new QWidget(this);
    page->setMaximumWidth(FormWidth);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, Space::S, 0);
    layout->setSpacing(Space::M);
    setLook(m_nothing, Look::Muted);
    m_nothing->hide();
    layout->addWidget(m_nothing);
    buildRows(layout);
    layout->addStretch(1);
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setLook(this, Look::Plain);
    showPreview();
}

void SettingsForm::buildRows(QVBoxLayout *layout)
{
    const auto groupTitle = [](SettingGroup group) {
        switch (group) {
        case SettingGroup::Codes:
            return tr("Codes");
        case SettingGroup::Messages:
            return tr("Messages");
        case SettingGroup::Users:
            return tr("Users and answers");
        case SettingGroup::Gateway:
            return tr("Gateway");
        case SettingGroup::Server:
            return tr("Server");
        case SettingGroup::Limits:
            return tr("Limits");
        case SettingGroup::Tokens:
            return tr("Tokens");
        case SettingGroup::Secrets:
            return tr("Secrets");
        case SettingGroup::Upkeep:
            return tr("Upkeep");
        }
        Q_UNREACHABLE();
    };
    QMap<SettingGroup, qsizetype> places;
    for (const SettingInfo &info : settingsList()) {
        if (!places.contains(info.group)) {
            places.insert(info.group, m_groups.size());
            auto *card = new QFrame(this);
            setLook(card, Look::Card);
            auto *inside = new QVBoxLayout(card);
            inside->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
            inside->setSpacing(Space::L);
            auto *heading = new QLabel(groupTitle(info.group), card);
            setLook(heading, Look::Title);
            inside->addWidget(heading);
            layout->addWidget(card);
            m_groups.append(Group{card, {}});
        }
        Group &group = m_groups[places.value(info.group)];
        auto *row = new SettingRow(info, group.box);
        group.box->layout()->addWidget(row);
        group.rows.append(row);
        connect(row, &SettingRow::changed, this, [this] {
            showPreview();
            checkTogether();
            Q_EMIT changed();
        });
    }
    row(messageKey)->addBelow(m_preview);
}

SettingRow *SettingsForm::row(QStringView key) const
{
    const QList<SettingRow *> all = rows();
    const auto found = std::find_if(all.begin(), all.end(), [&](SettingRow *row) { return row->key() == key; });
    return found == all.end() ? nullptr : *found;
}

QList<SettingRow *> SettingsForm::rows() const
{
    QList<SettingRow *> all;
    for (const Group &group : m_groups)
        all.append(group.rows);
    return all;
}

void SettingsForm::take(const SettingsView &view)
{
    for (SettingRow *row : rows())
        row->setStored(view.values.value(row->key()), view.origins.value(row->key(), u"default"_s));
    showPreview();
}

void SettingsForm::takeAsApplied(const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change)
        row(change.key())->takeAsApplied(change.value());
}

void SettingsForm::revert()
{
    for (SettingRow *row : rows())
        row->revert();
    showPreview();
    checkTogether();
}

bool SettingsForm::filter(const QString &words)
{
    const QStringList wantedWords = words.split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (const Group &group : std::as_const(m_groups)) {
        bool some = false;
        for (SettingRow *row : group.rows) {
            const bool wanted = row->matches(wantedWords);
            row->setVisible(wanted);
            some = some || wanted;
        }
        group.box->setVisible(some);
        any = any || some;
    }
    m_nothing->setVisible(!any);
    return any;
}

QJsonObject SettingsForm::changes() const
{
    QJsonObject changes;
    for (const SettingRow *row : rows()) {
        if (row->isChanged())
            changes.insert(row->key(), row->value());
    }
    return changes;
}

int SettingsForm::changedCount() const
{
    const QList<SettingRow *> all = rows();
    return int(std::count_if(all.begin(), all.end(), [](const SettingRow *row) { return row->isChanged(); }));
}

int SettingsForm::invalidCount() const
{
    const QList<SettingRow *> all = rows();
    return int(std::count_if(all.begin(), all.end(),
                             [](const SettingRow *row) { return row->isChanged() && !row->isValid(); }));
}

void SettingsForm::showSetting(QStringView key)
{
    SettingRow *wanted = row(key);
    if (wanted->isHidden())
        Q_EMIT filterIsInTheWay();
    widget()->layout()->activate();
    ensureWidgetVisible(wanted);
    wanted->field()->setFocus(Qt::OtherFocusReason);
}

SettingRow *SettingsForm::rowOf(const Error &error) const
{
    const auto end = std::find_if(error.detail.begin(), error.detail.end(),
                                  [](QChar c) { return !c.isLetterOrNumber() && c != u'_'; });
    return error.code == ErrorCode::Settings ? row(QStringView(error.detail).first(end - error.detail.begin()))
                                             : nullptr;
}

bool SettingsForm::showRefusal(const Error &error)
{
    SettingRow *named = rowOf(error);
    if (!named)
        return false;
    named->showRefusal(ruleOf(error.detail));
    showSetting(named->key());
    return true;
}

void SettingsForm::checkTogether()
{
    Settings all;
    bool good = true;
    for (SettingRow *row : rows()) {
        row->showRefusal({});
        good = row->readInto(all).ok() && good;
    }
    if (!good || changedCount() == 0)
        return;
    const Result<void> together = validate(all);
    if (together)
        return;
    if (SettingRow *named = rowOf(together.error()))
        named->showRefusal(ruleOf(together.error().detail));
}

void SettingsForm::showPreview()
{
    const Settings defaults;
    const QString message = row(messageKey)->text();
    bool isNumber = false;
    const int digits = row(lengthKey)->text().toInt(&isNumber);
    m_preview->setMessage(message.isEmpty() ? defaults.message : message, isNumber ? digits : defaults.codeLength);
}

} // namespace smsauth
