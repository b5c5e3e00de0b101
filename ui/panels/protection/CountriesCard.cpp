// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/protection/CountriesCard.h"

#include "ui/Theme.h"
#include "ui/panels/protection/CountryList.h"
#include "ui/widgets/SearchField.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace smsauth {
namespace {

constexpr int PlaceRole = Qt::UserRole; ///< of its entry in countryList()
constexpr int ListHeight = 220;

const CountryEntry &entryOf(const QListWidgetItem *item)
{
    return countryList().at(item->data(PlaceRole).toInt());
}

} // namespace

CountriesCard::CountriesCard(QWidget *parent)
    : ProtectionCard(tr("From where"),
                     tr("Countries whose numbers may get a code. Always in force; where your app has no users, "
                        "there is only abuse."),
                     parent)
    , m_all(new QRadioButton(tr("All countries"), this))
    , m_some(new QRadioButton(tr("Only these countries"), this))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_count(makeNote())
    , m_nothing(makeNote(tr("No country matches. Look for a name, a code such as DE, or digits such as +49.")))
    , m_problem(new QLabel(this))
    , m_origin(makeNote())
{
    m_search->setPlaceholderText(tr("Find a country: name, DE, +49"));
    makeSearchField(m_search, tr("Find a country"));
    m_list->setAccessibleName(tr("Allowed countries"));
    m_list->setFixedHeight(ListHeight);
    m_list->setUniformItemSizes(true);
    m_problem->setWordWrap(true);
    setTone(m_problem, Tone::Bad);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_all, m_some, m_problem, m_search, m_list, m_nothing, m_count, m_origin})
        body()->addWidget(widget);
    buildList();
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        sortTicked();
        search();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        showState();
        Q_EMIT edited();
    });
    connect(m_list, &QListWidget::itemActivated, this, [](QListWidgetItem *item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    connect(m_some, &QRadioButton::toggled, this, [this](bool some) {
        showState();
        Q_EMIT edited();
        if (some && m_some->hasFocus())
            m_search->setFocus();
    });
}

void CountriesCard::buildList()
{
    const QList<CountryEntry> &countries = countryList();
    const int height =
        std::max(fontMetrics().height(), style()->pixelMetric(QStyle::PM_IndicatorHeight)) + Space::S;
    for (int place = 0; place < countries.size(); ++place) {
        auto *item = new QListWidgetItem(countries.at(place).text(), m_list);
        item->setData(PlaceRole, place);
        item->setSizeHint({0, height}); // room for the frame of the tick
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

void CountriesCard::sortTicked()
{
    const QSignalBlocker blocker(m_list);
    QList<QListWidgetItem *> items;
    while (m_list->count() > 0)
        items.append(m_list->takeItem(0));
    std::sort(items.begin(), items.end(), [](const QListWidgetItem *a, const QListWidgetItem *b) {
        if (a->checkState() != b->checkState())
            return a->checkState() == Qt::Checked;
        return a->data(PlaceRole).toInt() < b->data(PlaceRole).toInt();
    });
    for (QListWidgetItem *item : std::as_const(items))
        m_list->addItem(item);
    m_list->scrollToTop();
}

void CountriesCard::search()
{
    bool any = false;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool wanted = entryOf(m_list->item(row)).matches(m_search->text());
        m_list->item(row)->setHidden(!wanted);
        any = any || wanted;
    }
    m_nothing->setVisible(!any && m_some->isChecked());
}

QStringList CountriesCard::ticked() const
{
    QStringList codes;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            codes.append(entryOf(m_list->item(row)).code);
    }
    codes.sort();
    return codes;
}

void CountriesCard::show(const ProtectionDraft &draft)
{
    const QString origin = draft.readOnlyReason(u"SMS_AUTH_COUNTRIES"_s);
    QStringList wanted = draft.wanted().countries;
    wanted.sort();
    {
        const QSignalBlocker blockers[] = {QSignalBlocker(this), QSignalBlocker(m_list)};
        const QStringList chosen = m_some->isChecked() ? ticked() : QStringList();
        if (wanted != chosen || m_shown != wanted) {
            for (int row = 0; row < m_list->count(); ++row)
                m_list->item(row)->setCheckState(wanted.contains(entryOf(m_list->item(row)).code) ? Qt::Checked
                                                                                                  : Qt::Unchecked);
            (wanted.isEmpty() ? m_all : m_some)->setChecked(true);
            sortTicked();
            search();
        }
        m_shown = wanted;
        if (!m_all->isChecked() && !m_some->isChecked())
            m_all->setChecked(true);
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_all, m_some, m_list})
        widget->setEnabled(draft.isKnown() && origin.isEmpty());
    tell(m_origin, origin);
    showState();
}

void CountriesCard::reset()
{
    const QSignalBlocker blocker(this);
    m_all->setChecked(true);
}

void CountriesCard::writeInto(Settings &settings) const
{
    settings.countries = m_some->isChecked() ? ticked() : QStringList();
}

bool CountriesCard::isValid() const
{
    return !m_some->isChecked() || !ticked().isEmpty();
}

void CountriesCard::focusSearch()
{
    m_some->isChecked() ? m_search->setFocus() : m_all->setFocus();
}

void CountriesCard::showState()
{
    const bool some = m_some->isChecked();
    m_search->setVisible(some);
    m_list->setVisible(some);
    tell(m_problem, isValid() ? QString() : tr("Tick at least one country, or choose all countries."));
    tell(m_count,
         some ? tr("%Ln of %1 countries allowed", nullptr, int(ticked().size())).arg(m_list->count()) : QString());
    if (!some)
        m_nothing->hide();
}

} // namespace smsauth
