// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include <limits>
#include <sodium.h>

namespace smsauth {

QString Random::digits(int length)
{
    quint64 bound = 1;
    for (int i = 0; i < length; ++i)
        bound *= 10;
    return QString::number(below(bound)).rightJustified(length, u'0');
}

SystemRandom::SystemRandom()
{
    // A generator of the process, seeded by the kernel: no system call for every nonce and code.
    randombytes_set_implementation(&randombytes_internal_implementation);
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised");
}

quint64 SystemRandom::below(quint64 bound)
{
    // Numbers of the last, incomplete block of the 64-bit range would favour small results: draw again.
    const quint64 incomplete = (std::numeric_limits<quint64>::max() % bound + 1) % bound;
    quint64 drawn = 0;
    do
        randombytes_buf(&drawn, sizeof drawn);
    while (drawn > std::numeric_limits<quint64>::max() - incomplete);
    return drawn % bound;
}

QByteArray SystemRandom::bytes(qsizetype count)
{
    QByteArray result(count, Qt::Uninitialized);
    randombytes_buf(result.data(), size_t(count));
    return result;
}

} // namespace smsauth
