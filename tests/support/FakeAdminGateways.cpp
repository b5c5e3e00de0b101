// SPDX-License-Identifier: GPL-3.0-or-later
// FakeAdmin: providers and their descriptions
#include "tests/support/FakeAdmin.h"

#include "tests/support/FakeAdminAnswer.h"

#include <QJsonDocument>

namespace smsauth {

using namespace Qt::StringLiterals;

ProviderInfo fakeGateway(const QString &id, const QString &title, const QString &base)
{
    ProviderInfo info;
    info.id = id;
    info.title = title;
    info.canCheck = true;
    info.fields = {{u"login"_s, u"Login"_s, {}, {}, false, {}},
                   {u"password"_s, u"Password"_s, {}, {}, true, {}},
                   {u"from"_s, u"Sender"_s, {}, {}, false, {}},
                   {u"base"_s, u"Address"_s, {}, base, false, {}}};
    return info;
}

ProviderInfo *FakeAdmin::findProvider(const QString &id)
{
    for (ProviderInfo &info : providerRows) {
        if (info.id == id)
            return &info;
    }
    return nullptr;
}

Admin::Answer<QList<ProviderInfo>> FakeAdmin::providers()
{
    return answer<QList<ProviderInfo>>(u"providers"_s, {},
                                       [this] { return Result<QList<ProviderInfo>>(providerRows); });
}

Admin::Answer<void> FakeAdmin::saveProvider(const ProviderDraft &draft)
{
    QVariantMap plain;
    for (auto field = draft.plain.begin(); field != draft.plain.end(); ++field)
        plain.insert(field.key(), field.value());
    const QVariantMap arguments{
        {u"id"_s, draft.id}, {u"plain"_s, plain}, {u"secrets"_s, QStringList(draft.secrets.keys())}};
    return answer<void>(u"saveProvider"_s, arguments, [=, this]() -> Result<void> {
        ProviderInfo *info = findProvider(draft.id);
        if (!info)
            return {ErrorCode::NotFound, u"no gateway "_s + draft.id};
        for (ProviderFieldInfo &field : info->fields) {
            if (draft.plain.contains(field.name))
                field.value = draft.plain.value(field.name);
            if (draft.secrets.contains(field.name)) {
                field.storedIn = statusNow.secretStore;
                secretValues.insert(draft.id + u'.' + field.name, draft.secrets.value(field.name));
            }
        }
        Q_EMIT changed(Topic::Providers);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::activateProvider(const QString &id)
{
    return answer<void>(u"activateProvider"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        if (!findProvider(id))
            return {ErrorCode::NotFound, u"no gateway "_s + id};
        goLive(id);
        return {};
    });
}

Admin::Answer<QString> FakeAdmin::checkProvider(const ProviderDraft &draft)
{
    return answer<QString>(u"checkProvider"_s, {{u"id"_s, draft.id}},
                           [this] { return Result<QString>(checkAnswer); });
}

Admin::Answer<TestSend> FakeAdmin::sendTest(const PhoneNumber &to, const ProviderDraft &draft)
{
    return answer<TestSend>(u"sendTest"_s, {{u"to"_s, to.e164()}, {u"id"_s, draft.id}}, [=, this] {
        TestSend sent = testSendAnswer;
        sent.provider = draft.id.isEmpty() ? statusNow.provider : draft.id;
        return Result<TestSend>(sent);
    });
}

Admin::Answer<BalanceReply> FakeAdmin::askBalance(const ProviderDraft &draft)
{
    return answer<BalanceReply>(u"askBalance"_s, {{u"id"_s, draft.id}},
                                [this] { return Result<BalanceReply>(balanceAnswer); });
}

// Descriptions of gateways: tried by the code that really does

Admin::Answer<GatewayFile> FakeAdmin::gatewayFile(const QString &id)
{
    return answer<GatewayFile>(u"gatewayFile"_s, {{u"id"_s, id}}, [=, this]() -> Result<GatewayFile> {
        if (!gatewayFiles.contains(id))
            return {ErrorCode::NotFound, u"no gateway "_s + id};
        return gatewayFiles.value(id);
    });
}

Admin::Answer<GatewayPreview> FakeAdmin::previewGateway(const QByteArray &text, const GatewaySample &sample)
{
    return answer<GatewayPreview>(u"previewGateway"_s, {{u"id"_s, sample.id}},
                                  [=] { return Result<GatewayPreview>(previewGatewayRequest(text, sample)); });
}

Admin::Answer<ReplyReading> FakeAdmin::testReply(const QByteArray &text, const ReplySample &reply)
{
    return answer<ReplyReading>(u"testReply"_s, {{u"status"_s, reply.status}},
                                [=] { return Result<ReplyReading>(readGatewayReply(text, reply)); });
}

Admin::Answer<void> FakeAdmin::saveGateway(const QString &id, const QByteArray &text)
{
    return answer<void>(u"saveGateway"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        const GatewayProblem problem = checkGatewayText(text);
        if (!problem.isNone())
            return {ErrorCode::InvalidInput, problem.pointer + u": "_s + problem.what};
        if (gatewayFiles.contains(id) && !gatewayFiles.value(id).isOwn)
            return {ErrorCode::NotAllowed, id + u" is a gateway of the program itself; give yours another id"_s};
        gatewayFiles.insert(id, {id, text, true});
        ProviderInfo *known = findProvider(id);
        if (!known) {
            providerRows.append(fakeGateway(id, {}, u"https://sms.example.com"_s));
            known = &providerRows.last();
        }
        known->title = QJsonDocument::fromJson(text).object().value(u"title").toString();
        known->isFile = known->isOwn = true;
        known->problem = {};
        Q_EMIT changed(Topic::Providers);
        return {};
    });
}

Admin::Answer<void> FakeAdmin::removeGateway(const QString &id)
{
    return answer<void>(u"removeGateway"_s, {{u"id"_s, id}}, [=, this]() -> Result<void> {
        if (!gatewayFiles.value(id).isOwn)
            return {ErrorCode::NotFound, u"no gateway "_s + id};
        if (findProvider(id)->active)
            return {ErrorCode::NotAllowed, u"this gateway is in use; choose another one first"_s};
        gatewayFiles.remove(id);
        providerRows.removeIf([&](const ProviderInfo &info) { return info.id == id; });
        Q_EMIT changed(Topic::Providers);
        return {};
    });
}

} // namespace smsauth
