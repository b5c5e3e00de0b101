// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace smsauth {

/// A magnifier in front, a button that empties the field behind. Both are buttons to assistive technology, so that
/// both get names. name: translated, of the field.
void makeSearchField(QLineEdit *edit, const QString &name);
/// The same of a plain field, with the name as its hint.
QLineEdit *searchField(const QString &name, QWidget *parent);

} // namespace smsauth
