// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SettingsPanel.h"

#include "core/settings/SettingsSources.h"
#include "ui/ErrorText.h"
#include "ui/Theme.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/MessagePreview.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SettingRow.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPromise>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int PageWidth = 720;
constexpr int SearchWidth = 220;
constexpr qint64 LargestFile = 1 << 20;
const QString providerKey = u"SMS_AUTH_PROVIDER"_s;
const QString messageKey = u"SMS_AUTH_MESSAGE"_s;
const QString lengthKey = u"SMS_AUTH_CODE_LEN"_s;
const QString simulatorId = u"sandbox"_s;

/// A file to import, and the gateway that it chooses; empty: none.
struct ImportFile
{
    QByteArray text;
    QString provider;
};

/// Blocks; the detail of an error is the system's own words.
Result<ImportFile> readFile(const QString &name)
{
    // A pipe or a device would never end.
    if (QFileInfo(name).exists() && !QFileInfo(name).isFile())
        return {ErrorCode::InvalidInput, name};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::NotFound, file.errorString()};
    ImportFile read{file.read(LargestFile + 1), {}};
    if (file.error() != QFileDevice::NoError)
        return {ErrorCode::NotFound, file.errorString()};
    if (read.text.size() > LargestFile)
        return {ErrorCode::InvalidInput, name};
    // What is wrong with it is said by the import itself.
    if (const Result<ImportedSettings> found = importSettings(read.text); found)
        read.provider = found->settings.value(providerKey).toString();
    return read;
}

QFuture<Result<ImportFile>> readInBackground(const QString &name)
{
    auto promise = std::make_shared<QPromise<Result<ImportFile>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, name] {
        promise->addResult(readFile(name));
        promise->finish();
    });
    return promise->future();
}

} // namespace

SettingsPanel::SettingsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, {Admin::Topic::Settings}, parent)
    , m_search(new QLineEdit(this))
    , m_import(new QPushButton(tr("&Import settings…"), this))
    , m_scroll(new QScrollArea(this))
    , m_nothing(new QLabel(tr("No setting matches. Try another word."), this))
    , m_notice(new InlineNotice(this))
    , m_warnings(new InlineNotice(this))
    , m_state(new QLabel(this))
    , m_apply(new QPushButton(this))
    , m_revert(new QPushButton(tr("&Revert"), this))
    , m_preview(new MessagePreview(this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPanel::filter);
    connect(m_notice, &InlineNotice::triggered, this, &SettingsPanel::refresh);
    connect(m_import, &QPushButton::clicked, this, &SettingsPanel::chooseImport);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPanel::apply);
    connect(m_revert, &QPushButton::clicked, this, &SettingsPanel::revert);
    showPreview();
    updateBar();
}

void SettingsPanel::build()
{
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(SearchWidth);
    m_import->setIcon(themedIcon(u"import"_s));
    auto *header = new PageHeader(title(), this);
    header->addWidget(m_search);
    header->addWidget(m_import);

    auto *page = new QWidget(this);
    page->setMaximumWidth(PageWidth);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, Space::S, 0);
    pageLayout->setSpacing(Space::M);
    setLook(m_nothing, Look::Muted);
    m_nothing->hide();
    pageLayout->addWidget(m_nothing);
    buildRows(pageLayout);
    pageLayout->addStretch(1);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setLook(m_scroll, Look::Plain);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    layout->setSpacing(Space::M);
    layout->addWidget(header);
    layout->addWidget(m_notice);
    layout->addWidget(m_warnings);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buildBar());
    setFocusProxy(m_search);
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

void SettingsPanel::buildRows(QVBoxLayout *layout)
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
            m_groups.append({card, heading->text(), {}});
        }
        Group &group = m_groups[places.value(info.group)];
        auto *row = new SettingRow(info, group.box);
        group.box->layout()->addWidget(row);
        group.rows.append(row);
        connect(row, &SettingRow::changed, this, [this] {
            m_notice->clear(); // it spoke of what was there before
            showPreview();
            checkTogether();
            updateBar();
        });
    }
    row(messageKey)->addBelow(m_preview);
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
    SettingRow *wanted = row(argument);
    if (!wanted)
        return;
    // The page may not have been laid out yet.
    QTimer::singleShot(0, wanted, [this, wanted] { showRow(wanted); });
}

void SettingsPanel::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

SettingRow *SettingsPanel::row(QStringView key) const
{
    const QList<SettingRow *> all = rows();
    const auto found = std::find_if(all.begin(), all.end(), [&](SettingRow *row) { return row->key() == key; });
    return found == all.end() ? nullptr : *found;
}

QList<SettingRow *> SettingsPanel::rows() const
{
    QList<SettingRow *> all;
    for (const Group &group : m_groups)
        all.append(group.rows);
    return all;
}

void SettingsPanel::showRow(SettingRow *row)
{
    if (row->isHidden())
        m_search->clear();
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(row);
    row->field()->setFocus(Qt::OtherFocusReason);
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
    for (SettingRow *row : rows())
        row->setStored(view.values.value(row->key()), view.origins.value(row->key(), u"default"_s));
    if (view.warnings.isEmpty())
        m_warnings->clear();
    else
        m_warnings->tell(view.warnings.join(u'\n'), Tone::Warning);
    showPreview();
    updateBar();
}

void SettingsPanel::filter()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (const Group &group : std::as_const(m_groups)) {
        bool some = false;
        for (SettingRow *row : group.rows) {
            const bool wanted = row->matches(words);
            row->setVisible(wanted);
            some = some || wanted;
        }
        group.box->setVisible(some);
        any = any || some;
    }
    m_nothing->setVisible(!any);
}

void SettingsPanel::updateBar()
{
    int changed = 0;
    int invalid = 0;
    for (const SettingRow *row : rows()) {
        changed += row->isChanged() ? 1 : 0;
        invalid += row->isChanged() && !row->isValid() ? 1 : 0;
    }
    const bool busy = m_applying.isWaiting();
    m_apply->setText(busy ? tr("Applying…") : tr("&Apply"));
    m_apply->setEnabled(changed > 0 && invalid == 0 && !busy);
    m_revert->setEnabled(changed > 0 && !busy);
    m_import->setEnabled(!busy && !m_reading.isWaiting() && !m_importing.isWaiting());
    m_import->setText(m_importing.isWaiting() ? tr("Importing…") : tr("&Import settings…"));
    if (invalid > 0)
        m_state->setText(tr("%n setting(s) cannot be used as typed.", nullptr, invalid));
    else
        m_state->setText(changed > 0 ? tr("%n change(s) not applied.", nullptr, changed) : QString());
    setTone(m_state, invalid > 0 ? Tone::Bad : Tone::Muted);
}

void SettingsPanel::checkTogether()
{
    Settings all;
    bool good = true;
    bool changed = false;
    for (SettingRow *row : rows()) {
        row->showRefusal({});
        changed = changed || row->isChanged();
        good = row->readInto(all).ok() && good;
    }
    if (!good || !changed)
        return;
    const Result<void> together = validate(all);
    if (together)
        return;
    if (SettingRow *named = rowOf(together.error()))
        named->showRefusal(ruleOf(together.error().detail));
}

void SettingsPanel::showPreview()
{
    const Settings defaults;
    const QString message = row(messageKey)->text();
    bool isNumber = false;
    const int digits = row(lengthKey)->text().toInt(&isNumber);
    m_preview->setMessage(message.isEmpty() ? defaults.message : message, isNumber ? digits : defaults.codeLength);
}

void SettingsPanel::revert()
{
    m_notice->clear();
    for (SettingRow *row : rows())
        row->revert();
    showPreview();
    checkTogether();
    updateBar();
}

void SettingsPanel::apply()
{
    QJsonObject changes;
    for (const SettingRow *row : rows()) {
        if (row->isChanged())
            changes.insert(row->key(), row->value());
    }
    if (changes.contains(providerKey))
        confirmGateway(changes.value(providerKey).toString(simulatorId), [this, changes] { send(changes); });
    else
        send(changes);
}

void SettingsPanel::send(const QJsonObject &changes)
{
    m_notice->clear();
    m_applying.ask(admin().applySettings(changes), this, [this, changes](const Result<SettingsView> &answer) {
        updateBar();
        if (!answer)
            return showRefusal(answer.error());
        for (auto change = changes.begin(); change != changes.end(); ++change)
            row(change.key())->takeAsApplied(change.value());
        take(*answer);
        showNotice(tr("%n setting(s) applied.", nullptr, int(changes.size())));
    });
    updateBar();
}

SettingRow *SettingsPanel::rowOf(const Error &error) const
{
    const auto end = std::find_if(error.detail.begin(), error.detail.end(),
                                  [](QChar c) { return !c.isLetterOrNumber() && c != u'_'; });
    return error.code == ErrorCode::Settings ? row(QStringView(error.detail).first(end - error.detail.begin()))
                                             : nullptr;
}

void SettingsPanel::showRefusal(const Error &error)
{
    SettingRow *named = rowOf(error);
    if (!named) {
        m_notice->tell(errorText(error), Tone::Bad);
        return;
    }
    named->showRefusal(ruleOf(error.detail));
    showRow(named);
}

void SettingsPanel::confirmGateway(const QString &provider, const std::function<void()> &then)
{
    if (!isSimulated() || provider.isEmpty() || provider == simulatorId)
        return then();
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Go live"), tr("Go live with %1?").arg(provider),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("From now on every sign-in sends a real SMS through %1, which it will charge for. "
                               "Codes are no longer shown here.")
                                .arg(provider));
    QPushButton *go = box->addButton(tr("Go live with %1").arg(provider), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(go, &QPushButton::clicked, this, then);
    box->open();
}

void SettingsPanel::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import settings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Settings (*.py *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SettingsPanel::readImport);
    dialog->open();
}

void SettingsPanel::readImport(const QString &file)
{
    m_notice->clear();
    m_reading.ask(readInBackground(file), this, [this, file](const Result<ImportFile> &read) {
        updateBar();
        if (read)
            return confirmGateway(read->provider, [this, text = read->text] { import(text); });
        m_notice->tell(read.error().code == ErrorCode::InvalidInput
                           ? tr("%1 is not a file with settings. Choose another one.").arg(file)
                           : tr("%1 cannot be read: %2").arg(file, read.error().detail),
                       Tone::Bad);
    });
    updateBar();
}

void SettingsPanel::import(const QByteArray &text)
{
    m_importing.ask(admin().importSettings(text), this, [this](const Result<ImportReport> &answer) {
        updateBar();
        if (!answer) {
            m_notice->tell(errorText(answer.error()), Tone::Bad);
            return;
        }
        showImported(*answer);
        refresh();
    });
    updateBar();
}

void SettingsPanel::showImported(const ImportReport &report)
{
    // Names only: values may be nobody else's business.
    QStringList lines;
    if (!report.settings.isEmpty())
        lines.append(tr("Set: %1").arg(report.settings.keys().join(u", "_s)));
    if (!report.secrets.isEmpty())
        lines.append(tr("Put into the secret store: %1").arg(report.secrets.join(u", "_s)));
    if (!report.ignored.isEmpty())
        lines.append(tr("Without effect here:") + u'\n' + report.ignored.join(u'\n'));
    if (lines.isEmpty())
        lines.append(tr("There was nothing to import."));
    m_notice->tell(lines.join(u'\n'), report.ignored.isEmpty() ? Tone::Good : Tone::Warning);
}

std::unique_ptr<Panel> makeSettingsPanel(const PanelContext &context)
{
    return std::make_unique<SettingsPanel>(context);
}

} // namespace smsauth
