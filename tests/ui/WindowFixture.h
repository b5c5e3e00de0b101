// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FakeAdmin.h"
#include "tests/support/TinyHttpServer.h"
#include "ui/MainWindow.h"
#include "ui/Theme.h"
#include "ui/UiState.h"

#include <QAction>
#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace smsauth {

/// The whole window over an Admin in memory.
struct WindowFixture
{
    using Prepare = std::function<void(FakeAdmin &)>;

    explicit WindowFixture(
        const QString &stateFile = {}, const Prepare &prepare = [](FakeAdmin &) {})
        : state((prepare(admin), stateFile))
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
    }

    template<class Widget>
    Widget *find(const QString &objectName) const
    {
        auto *found = window.findChild<Widget *>(objectName);
        if (!found)
            qFatal("no widget %s", qPrintable(objectName));
        return found;
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    /// The button that is on screen and says this; null when there is none.
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : window.findChildren<QPushButton *>()) {
            if (candidate->isVisible() && (candidate->text() == text || candidate->accessibleName() == text))
                return candidate;
        }
        return nullptr;
    }

    FakeAdmin admin;
    Theme theme{*qApp};
    UiState state;
    MainWindow window{admin, admin.clock, theme, state};
};

/// The endpoints of a server in front of a FakeAdmin, as far as a sign-in needs them.
struct FakeEndpoints
{
    explicit FakeEndpoints(FakeAdmin &owner)
        : admin(owner)
    {
        admin.settingsNow.values.insert(QStringLiteral("SMS_AUTH_PORT"), int(server.serverPort()));
        admin.tokenAnswer.valid = true;
        server.answer = [this](const QByteArray &line) { return answer(line); };
    }

    static QByteArray token()
    {
        return QByteArray(R"({"alg":"ES256","typ":"JWT"})").toBase64(QByteArray::Base64UrlEncoding) +
               ".eyJzdWIiOiIxIn0.c2ln";
    }

    FakeAdmin &admin;
    TinyHttpServer server;
    QString code = QStringLiteral("0482");
    QByteArray refusal; ///< not empty: what sign-in/ answers with status 400

private:
    QByteArray answer(const QByteArray &line)
    {
        const auto phone = PhoneNumber::fromStored(QStringLiteral("+12025550101"));
        if (line.startsWith("POST /auth/sign-in/ ")) {
            if (!refusal.isEmpty())
                return TinyHttpServer::reply("400 Bad Request", refusal);
            admin.signIn(phone, code);
            return TinyHttpServer::reply("200 OK", R"({"detail":"Your request was successfully processed"})");
        }
        if (line.startsWith("GET /sandbox/messages/wait?"))
            return TinyHttpServer::reply("200 OK", R"({"id":7,"code":")" + code.toLatin1() + R"("})");
        const qsizetype body = server.requests.last().indexOf("\r\n\r\n") + 4;
        const auto sent = QJsonDocument::fromJson(server.requests.last().mid(body)).object();
        if (sent.value(QStringLiteral("code")).toString() != code)
            return TinyHttpServer::reply("400 Bad Request", R"({"detail":"Code not found"})");
        admin.verify(phone);
        return TinyHttpServer::reply("200 OK", R"({"jwt_token":")" + token() + R"("})");
    }
};

} // namespace smsauth
