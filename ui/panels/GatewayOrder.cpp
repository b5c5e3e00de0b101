// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/GatewayOrder.h"

#include <algorithm>

namespace smsauth {

QString shortTitle(const QString &title)
{
    return title.size() <= LongestTitle ? title : title.left(LongestTitle - 1).trimmed() + u'…';
}

bool isSetUp(const ProviderInfo &info)
{
    return std::any_of(info.fields.begin(), info.fields.end(), [](const ProviderFieldInfo &field) {
        return field.secret ? !field.storedIn.isEmpty()
                            : !field.value.isEmpty() && field.value != field.defaultValue;
    });
}

QList<ProviderInfo> orderedGateways(QList<ProviderInfo> infos, const QStringList &chosen)
{
    const auto rank = [&chosen](const ProviderInfo &info) -> qsizetype {
        if (const qsizetype place = chosen.indexOf(info.id); place >= 0)
            return place;
        const int kind = info.active                               ? 0
                         : info.id == QLatin1StringView("sandbox") ? 1
                         : isSetUp(info)                           ? 2
                         : info.isOwn                              ? 3
                                                                   : 4;
        return chosen.size() + kind;
    };
    std::stable_sort(infos.begin(), infos.end(), [&rank](const ProviderInfo &a, const ProviderInfo &b) {
        const qsizetype first = rank(a);
        const qsizetype second = rank(b);
        return first != second ? first < second : a.title.localeAwareCompare(b.title) < 0;
    });
    return infos;
}

} // namespace smsauth
