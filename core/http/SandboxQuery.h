// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Records.h"

#include <QUrlQuery>

namespace smsauth {

/// Reads the query of a sandbox request; the first problem counts.
class SandboxQuery
{
public:
    static constexpr int DefaultLimit = 50;
    static constexpr int MaxLimit = 1000;
    static constexpr seconds DefaultTimeout{30};
    static constexpr seconds MaxTimeout{120};

    /// query: encoded, without the question mark. region: for national numbers.
    SandboxQuery(const QString &query, QString region)
        : m_query(query)
        , m_region(std::move(region))
    {
    }

    bool has(const QString &name) const { return m_query.hasQueryItem(name); }
    /// Refuses everything that has another name.
    void allowOnly(const QStringList &names);
    QString text(const QString &name) const { return value(name).value_or(QString()); }

    enum class Phone { Optional, Required };
    /// "+", "%2B" and a leading space mean the same. Null when it is absent or wrong.
    PhoneNumber phone(Phone need);
    int limit();
    /// An id, exclusive; 0 and more.
    std::optional<RowId> since();
    /// In seconds, with or without a fraction.
    milliseconds timeout();

    bool ok() const { return m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }

private:
    std::optional<QString> value(const QString &name) const;
    void refuse(const QString &problem);

    QUrlQuery m_query;
    QString m_region;
    QString m_problem;
};

} // namespace smsauth
