// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/SealQuestions.h"

namespace smsauth {

QByteArray sealText(const Engine &engine, const QString &text, const QByteArray &purpose)
{
    return engine.sealer().seal(text.toUtf8(), purpose);
}

Result<QString> unsealText(const Engine &engine, const QByteArray &sealed, const QByteArray &purpose)
{
    const std::optional<QByteArray> text = engine.sealer().open(sealed, purpose);
    if (!text)
        return {ErrorCode::SecretMissing, QStringLiteral("the key that it was sealed with is lost")};
    return QString::fromUtf8(*text);
}

} // namespace smsauth
