// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/LogFilter.h"

#include <QVariant>

namespace smsauth {

/// A part of a WHERE clause and the values of its placeholders.
struct SqlCondition
{
    QString sql;
    QVariantList values;
};

/// What a filter asks of rows m of `message` with after < id < before. now: for `last:`.
SqlCondition logCondition(const LogFilter &filter, RowId after, RowId before, Timestamp now);

/// False when no row at all can fit, e.g. status:sent -status:sent.
bool canMatch(const LogFilter &filter);

} // namespace smsauth
