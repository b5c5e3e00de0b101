// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/GatewayFiles.h"

#include "core/settings/PrivateFile.h"
#include "core/sms/HttpProvider.h"
#include "core/sms/HttpProviderLoader.h"

#include <QFile>

namespace smsauth {

namespace {

Result<std::shared_ptr<const HttpProvider>> checkedGateway(const Engine &engine, const QString &id,
                                                           const QByteArray &text)
{
    auto loaded = loadHttpProvider(id, text);
    if (loaded && ProviderRegistry::isShipped(id) && !engine.providers().isOwn(id))
        return {ErrorCode::NotAllowed,
                QStringLiteral("%1 is a gateway of the program itself; give yours another id").arg(id)};
    return loaded;
}

Result<void> writeGatewayFile(ServerSide &server, const QString &id, const QByteArray &text)
{
    Engine &engine = server.engine();
    const Result<void> written = PrivateFile::replace(engine.providers().fileOf(id), text);
    if (!written)
        return written;
    engine.reloadProviders();
    server.writeAudit(QStringLiteral("gateway.saved"), id);
    server.tell(Admin::Topic::Providers);
    return {};
}

} // namespace

void noticeGatewayFiles(Engine &engine)
{
    if (engine.providers().isOutdated())
        engine.reloadProviders();
}

void readGatewayFile(ServerSide &server, const QString &id, Done<GatewayFile> done)
{
    Engine &engine = server.engine();
    noticeGatewayFiles(engine);
    const Result<QByteArray> text = engine.providers().text(id);
    if (!text)
        return done(text.error());
    done(GatewayFile{id, *text, engine.providers().isOwn(id)});
}

void previewDraftedGateway(ServerSide &server, const QByteArray &text, const GatewaySample &drafted,
                           Done<GatewayPreview> done)
{
    const Engine &engine = server.engine();
    server.compute<GatewayPreview>(
        [text, drafted, saved = engine.providerConfig(), settings = engine.settings()]() -> Result<GatewayPreview> {
            GatewaySample sample = drafted;
            const auto loaded =
                loadHttpProvider(isProviderId(sample.id) ? sample.id : QStringLiteral("trial"), text);
            if (loaded && !sample.id.isEmpty()) {
                QMap<QString, QString> plain = saved.plain(**loaded, settings);
                for (const ProviderField &field : (*loaded)->fields()) {
                    // What is nothing but the default is left to the description.
                    if (plain.value(field.name) == field.defaultValue)
                        plain.remove(field.name);
                }
                plain.insert(sample.plain);
                sample.plain = plain;
            }
            if (!isProviderId(sample.id))
                sample.id.clear();
            return previewGatewayRequest(text, sample);
        },
        std::move(done));
}

void testGatewayReply(ServerSide &server, const QByteArray &text, const ReplySample &reply, Done<ReplyReading> done)
{
    server.compute<ReplyReading>([text, reply]() -> Result<ReplyReading> { return readGatewayReply(text, reply); },
                                 std::move(done));
}

void storeGatewayFile(ServerSide &server, const QString &id, const QByteArray &text, Done<void> done)
{
    Engine &engine = server.engine();
    noticeGatewayFiles(engine);
    const auto checked = checkedGateway(engine, id, text);
    if (!checked)
        return done(checked.error());
    if (engine.settings().provider != id)
        return done(writeGatewayFile(server, id, text));

    // The one that sends: its secrets first, so that nothing is written that could not be used afterwards.
    const QMap<QString, QString> plain = engine.providerConfig().plain(**checked, engine.settings());
    server.inBackground<ProviderValues>(
        [gateway = *checked, plain, vault = engine.vault()] {
            return ProviderConfig::values(*gateway, plain, {}, *vault);
        },
        [&server, id, text, done](const Result<ProviderValues> &values) {
            if (!values)
                return done(values.error());
            const Result<void> written = writeGatewayFile(server, id, text);
            // Another one may have been put to use meanwhile: these secrets are not for it.
            if (written && server.engine().settings().provider == id)
                server.engine().renewSender(*values);
            done(written);
        });
}

void removeGatewayFile(ServerSide &server, const QString &id, Done<void> done)
{
    Engine &engine = server.engine();
    noticeGatewayFiles(engine);
    if (!engine.providers().isOwn(id))
        return done({ErrorCode::NotFound, QStringLiteral("the profile has no gateway %1").arg(id.left(40))});
    if (engine.settings().provider == id)
        return done({ErrorCode::NotAllowed, QStringLiteral("this gateway is in use; choose another one first")});
    QFile file(engine.providers().fileOf(id));
    if (!file.remove())
        return done({ErrorCode::Storage, QStringLiteral("cannot remove the file: %1").arg(file.errorString())});
    engine.reloadProviders();
    server.writeAudit(QStringLiteral("gateway.removed"), id);
    server.tell(Admin::Topic::Providers);
    done({});
}

} // namespace smsauth
