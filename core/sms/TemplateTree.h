// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sms/BoundedPattern.h"
#include "core/sms/Template.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace smsauth {

/// JSON as it is written: the order of the members is kept.
using OrderedJson = nlohmann::ordered_json;

/// A JSON tree whose texts are templates. Values are put into the leaves of the tree, which is encoded afterwards:
/// no value can change the structure around it.
class TemplateTree
{
public:
    /// A leaf or branch that is there only when a variable's value matches (or, unless, does not match).
    struct Condition
    {
        QString name;
        BoundedPattern pattern;
        bool wanted = true;
    };

    static TemplateTree constant(OrderedJson value);
    static TemplateTree text(Template text);
    static TemplateTree array(QList<TemplateTree> items);
    static TemplateTree object(QList<QPair<QString, TemplateTree>> members);
    void addCondition(Condition condition) { m_conditions.append(std::move(condition)); }

    /// Text or a constant that is no branch: what a form or a query can hold.
    bool isLeaf() const { return m_kind == Kind::Text || m_kind == Kind::Constant; }
    QStringList names() const;

    /// The tree with the values in it; none when a condition or an empty lone placeholder drops it.
    /// Errors: InvalidInput.
    Result<std::optional<OrderedJson>> expand(const TemplateValues &values) const;
    /// A leaf as text, for forms, queries and headers.
    Result<std::optional<QString>> expandLeaf(const TemplateValues &values) const;

private:
    enum class Kind { Constant, Text, Array, Object };
    bool applies(const TemplateValues &values) const;

    Kind m_kind = Kind::Constant;
    OrderedJson m_constant;
    Template m_text;
    QList<QPair<QString, TemplateTree>> m_members; ///< of an array: without names
    QList<Condition> m_conditions;
};

/// A number, true, false or text as text; nothing for null, arrays and objects.
std::optional<QString> scalarText(const OrderedJson &value);
/// UTF-8, without spaces.
QByteArray encodeJson(const OrderedJson &value);

} // namespace smsauth
