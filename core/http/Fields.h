// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/PhoneNumber.h"

#include <QList>
#include <optional>

namespace smsauth {

/// Reads the fields of a request and collects what is wrong with them, in the words of the library's serializers.
class FieldReader
{
public:
    struct Problem
    {
        QString field;
        QString message;
    };

    /// data: any JSON value; anything but an object is a problem of its own.
    explicit FieldReader(const JsonValue &data);

    /// region: for national numbers; may be empty.
    std::optional<PhoneNumber> phone(const QString &name, const QString &region);
    /// The code, a number to the library: without the zeros that it may begin with.
    std::optional<QString> code(const QString &name);

    bool ok() const { return m_problems.isEmpty(); }
    /// In the order in which the fields were read.
    const QList<Problem> &problems() const { return m_problems; }

private:
    /// The value if it is there and not null.
    const JsonValue *present(const QString &name);
    std::nullopt_t refuse(const QString &name, const QString &message);

    const JsonValue &m_data;
    QList<Problem> m_problems;
};

} // namespace smsauth
