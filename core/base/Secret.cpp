// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Secret.h"

#include <sodium.h>

namespace smsauth {

Secret::Secret(QByteArray bytes)
    // Its own buffer: what the caller passed may be shared with copies that live on.
    : m_bytes(new QByteArray(bytes.constData(), bytes.size()), [](const QByteArray *held) {
        wipe(*const_cast<QByteArray *>(held));
        delete held;
    })
{
    wipe(bytes);
}

const QByteArray &Secret::reveal() const
{
    static const QByteArray nothing;
    return m_bytes ? *m_bytes : nothing;
}

bool Secret::operator==(const Secret &other) const
{
    return equalInConstantTime(reveal(), other.reveal());
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached() && !bytes.isEmpty())
        sodium_memzero(bytes.data(), size_t(bytes.size()));
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

} // namespace smsauth
