// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SettingsPanel.h"

#include "ui/ErrorText.h"
#include "ui/SettingTexts.h"
#include "ui/Theme.h"
#include "ui/panels/SettingsConsent.h"
#include "ui/panels/SettingsForm.h"
#include "ui/panels/SettingsImporter.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SearchField.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int SearchWidth = 220;

QStringList warningTexts(const QStringList &warnings)
{
    QStringList texts;
    for (const QString &warning : warnings)
        texts.append(settingWarningText(warning));
    return texts;
}

} // namespace

SettingsPanel::SettingsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Settings}, parent)
    , m_search(new QLineEdit(this))
    , m_import(new QPushButton(tr("&Import settings…"), this))
    , m_form(new SettingsForm(this))
    , m_notice(new InlineNotice(this))
    , m_warnings(new InlineNotice(this))
    , m_state(new QLabel(this))
    , m_apply(new QPushButton(this))
    , m_revert(new QPushButton(tr("&Revert"), this))
    , m_importer(new SettingsImporter(admin(), this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, m_form, &SettingsForm::filter);
    connect(m_form, &SettingsForm::changed, this, [this] {
        m_notice->clear(); // it spoke of what was there before
        updateBar();
    });
    connect(m_form, &SettingsForm::filterIsInTheWay, m_search, &QLineEdit::clear);
    connect(m_notice, &InlineNotice::triggered, this, &SettingsPanel::refresh);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPanel::apply);
    connect(m_revert, &QPushButton::clicked, this, &SettingsPanel::revert);
    connect(m_import, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_importer->choose(isSimulated());
    });
    connect(m_importer, &SettingsImporter::stateChanged, this, &SettingsPanel::updateBar);
    connect(m_importer, &SettingsImporter::told, this,
            [this](const QString &text, Tone tone) { m_notice->tell(text, tone); });
    connect(m_importer, &SettingsImporter::imported, this, &SettingsPanel::refresh);
    updateBar();
}

void SettingsPanel::build()
{
    makeSearchField(m_search, tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setFixedWidth(SearchWidth);
    m_import->setIcon(themedIcon(u"import"_s));
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_search);
    header->addWidget(m_import);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(header);
    layout->addWidget(m_notice);
    layout->addWidget(m_warnings);
    layout->addWidget(m_form, 1);
    layout->addWidget(buildBar());
    setFirstFocus(m_search);
}

QWidget *SettingsPanel::buildBar()
{
    auto *bar = new QWidget(this);
    setLook(m_apply, Look::Primary);
    setLook(m_revert, Look::Quiet);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::S);
    layout->addWidget(m_apply);
    layout->addWidget(m_revert);
    layout->addWidget(m_state, 1);
    return bar;
}

QString SettingsPanel::title() const
{
    return tr("Settings");
}

QString SettingsPanel::iconName() const
{
    return u"settings"_s;
}

void SettingsPanel::open(const QString &argument)
{
    // The page may not have been laid out yet.
    if (m_form->contains(argument))
        QTimer::singleShot(0, m_form, [this, argument] { m_form->showSetting(argument); });
}

void SettingsPanel::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void SettingsPanel::refresh()
{
    m_asking.ask(admin().settings(), this, [this](const Result<SettingsView> &answer) {
        if (answer)
            take(*answer);
        else
            m_notice->tell(errorText(answer.error()), Tone::Bad, tr("Try again"));
    });
}

void SettingsPanel::take(const SettingsView &view)
{
    if (m_notice->button()->isVisibleTo(m_notice))
        m_notice->clear(); // the one that offers to try again
    m_form->take(view);
    if (view.warnings.isEmpty())
        m_warnings->clear();
    else
        m_warnings->tell(warningTexts(view.warnings).join(u'\n'), Tone::Warning);
    updateBar();
}

void SettingsPanel::updateBar()
{
    const int changed = m_form->changedCount();
    const int invalid = m_form->invalidCount();
    const bool busy = m_applying.isWaiting();
    m_apply->setText(busy ? tr("Applying…") : tr("&Apply"));
    m_apply->setEnabled(changed > 0 && invalid == 0 && !busy);
    m_revert->setEnabled(changed > 0 && !busy);
    m_import->setEnabled(!busy && !m_importer->isReading() && !m_importer->isImporting());
    m_import->setText(m_importer->isImporting() ? tr("Importing…") : tr("&Import settings…"));
    if (invalid > 0)
        m_state->setText(tr("%Ln setting(s) cannot be used as typed.", nullptr, invalid));
    else
        m_state->setText(changed > 0 ? tr("%Ln change(s) not applied.", nullptr, changed) : QString());
    setTone(m_state, invalid > 0 ? Tone::Bad : Tone::Muted);
}

void SettingsPanel::revert()
{
    m_notice->clear();
    m_form->revert();
    updateBar();
}

void SettingsPanel::apply()
{
    const QJsonObject changes = m_form->changes();
    askConsent(this, changes, isSimulated(), [this, changes] { send(changes); });
}

void SettingsPanel::send(const QJsonObject &changes)
{
    m_notice->clear();
    m_applying.ask(admin().applySettings(changes), this, [this, changes](const Result<SettingsView> &answer) {
        updateBar();
        if (answer) {
            m_form->takeAsApplied(changes);
            take(*answer);
            showNotice(tr("%Ln setting(s) applied.", nullptr, int(changes.size())));
            return;
        }
        if (!m_form->showRefusal(answer.error()))
            m_notice->tell(errorText(answer.error()), Tone::Bad);
    });
    updateBar();
}

std::unique_ptr<Panel> makeSettingsPanel(const PanelContext &context)
{
    return std::make_unique<SettingsPanel>(context);
}

} // namespace smsauth
