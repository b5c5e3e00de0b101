// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/TemplateTree.h"

#include <algorithm>

namespace smsauth {

TemplateTree TemplateTree::constant(OrderedJson value)
{
    TemplateTree tree;
    tree.m_kind = Kind::Constant;
    tree.m_constant = std::move(value);
    return tree;
}

TemplateTree TemplateTree::text(Template text)
{
    TemplateTree tree;
    tree.m_kind = Kind::Text;
    tree.m_text = std::move(text);
    return tree;
}

TemplateTree TemplateTree::array(QList<TemplateTree> items)
{
    TemplateTree tree;
    tree.m_kind = Kind::Array;
    for (TemplateTree &item : items)
        tree.m_members.append({QString(), std::move(item)});
    return tree;
}

TemplateTree TemplateTree::object(QList<QPair<QString, TemplateTree>> members)
{
    TemplateTree tree;
    tree.m_kind = Kind::Object;
    tree.m_members = std::move(members);
    return tree;
}

QStringList TemplateTree::names() const
{
    QStringList result = m_text.names();
    for (const Condition &condition : m_conditions)
        result.append(condition.name);
    for (const auto &[key, member] : m_members)
        result.append(member.names());
    result.removeDuplicates();
    return result;
}

bool TemplateTree::applies(const TemplateValues &values) const
{
    return std::all_of(m_conditions.begin(), m_conditions.end(), [&](const Condition &condition) {
        return condition.pattern.fits(values.value(condition.name)) == condition.wanted;
    });
}

Result<std::optional<OrderedJson>> TemplateTree::expand(const TemplateValues &values) const
{
    if (!applies(values))
        return std::optional<OrderedJson>();
    switch (m_kind) {
    case Kind::Constant:
        return std::optional<OrderedJson>(m_constant);
    case Kind::Text: {
        const Result<QString> text = m_text.expand(values);
        if (!text)
            return text.error();
        if (text->isEmpty() && m_text.isLonePlaceholder())
            return std::optional<OrderedJson>();
        if (m_text.isNumber())
            return std::optional<OrderedJson>(OrderedJson(text->toLongLong()));
        return std::optional<OrderedJson>(OrderedJson(text->toStdString()));
    }
    case Kind::Array:
    case Kind::Object:
        break;
    }

    OrderedJson branch = m_kind == Kind::Array ? OrderedJson::array() : OrderedJson::object();
    for (const auto &[key, member] : m_members) {
        const Result<std::optional<OrderedJson>> value = member.expand(values);
        if (!value)
            return value.error();
        if (!value->has_value())
            continue;
        if (m_kind == Kind::Array)
            branch.push_back(**value);
        else
            branch[key.toStdString()] = **value;
    }
    return std::optional<OrderedJson>(std::move(branch));
}

Result<std::optional<QString>> TemplateTree::expandLeaf(const TemplateValues &values) const
{
    const Result<std::optional<OrderedJson>> value = expand(values);
    if (!value)
        return value.error();
    return value->has_value() ? scalarText(**value) : std::nullopt;
}

std::optional<QString> scalarText(const OrderedJson &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string &>());
    if (value.is_number() || value.is_boolean())
        return QString::fromStdString(value.dump());
    return std::nullopt;
}

QByteArray encodeJson(const OrderedJson &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
}

} // namespace smsauth
