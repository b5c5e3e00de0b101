// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FakeAdmin.h"

#include <QPromise>

namespace smsauth {

template<class T>
Admin::Answer<T> FakeAdmin::answer(const QString &name, const QVariantMap &arguments,
                                   const std::function<Result<T>()> &work)
{
    calls.append({name, arguments});
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto give = [this, name, work, promise] {
        const auto failure = m_failures.constFind(name);
        promise->addResult(failure != m_failures.constEnd() ? Result<T>(*failure) : work());
        promise->finish();
    };
    if (m_held)
        m_pending.append(give);
    else
        give();
    return promise->future();
}

/// One that is described by data, with the usual fields.
ProviderInfo fakeGateway(const QString &id, const QString &title, const QString &base);

} // namespace smsauth
