// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/Snippets.h"
#include "tests/support/TinyHttpServer.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace smsauth;
using namespace Qt::StringLiterals;

namespace {

Exchange post(const QString &url, const QByteArray &body,
              const HeaderLines &headers = {{"Content-Type", "application/json"}})
{
    Exchange exchange;
    exchange.method = "POST";
    exchange.url = QUrl(url);
    exchange.requestHeaders = headers;
    exchange.requestBody = body;
    return exchange;
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return "(none)";
}

/// Runs a program while the stub answers it.
void runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NO_PROXY"_s, u"*"_s);
    environment.insert(u"no_proxy"_s, u"*"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30000);
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             process.readAllStandardError().constData());
}

} // namespace

class tst_FlowSnippets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arriveAsTheyWere_data();
    void arriveAsTheyWere();
    void writesCurl_data();
    void writesCurl();
    void quotes_data();
    void quotes();
    void readsWell_data();
    void readsWell();
    void namesEveryLanguage();
};

void tst_FlowSnippets::arriveAsTheyWere_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("body");
    const QList<QPair<QByteArray, QByteArray>> bodies{
        {"plain", R"({"phone_number":"+12025550101","code":"0482"})"},
        {"quotes", R"({"a":"it's \"so\" `date` $(id) ${HOME} \\ !! #{x} \u0000 %s"})"},
        {"only quotes", "''''\"\"\"\"\\'\\\"'''"},
        {"begins with a dash", "-X DELETE"},
        {"begins with an at", "@/etc/passwd"},
        {"lines", "{\n\t\"a\": 1,\r\n\"b\":\n2}\n"},
        {"backslashes at the end", "\\\\\\"},
        {"other scripts", "{\"a\":\"Привет 你好 👋 e\u0301\"}"},
        {"what is not seen", "{\"a\":\"\u202Eabc\u2028\u200B\uFEFF\x7F\x01\"}"},
        {"Python's own", "\\N{BULLET} \\x41 {0} %(a)s"},
        {"end of a page's script", "</script><!--"},
    };
    for (const QString &language : {u"curl"_s, u"python"_s}) {
        for (const auto &[name, body] : bodies)
            QTest::newRow((language.toLatin1() + ' ' + name).constData()) << language << body;
    }
}

void tst_FlowSnippets::arriveAsTheyWere()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, body);
    TinyHttpServer server;
    server.answer = [](const QByteArray &) {
        return TinyHttpServer::reply("200 OK", "{}", "Connection: close\r\n");
    };
    const QByteArray token = "Bearer a.b-c_d=='$x\"";
    const Exchange exchange =
        post(server.url() + u"/auth/it's/$(id)/{1,2}/?a=[1-3]&phone=%2B1&b=%27%22"_s, body,
             {{"Host", "elsewhere"}, {"Content-Type", "application/json"}, {"Authorization", token}});
    if (language == u"curl")
        runProgram(u"/bin/sh"_s, {u"-c"_s, asCurl(exchange)});
    else
        runProgram(u"/usr/bin/python3"_s, {u"-c"_s, asPython(exchange)});
    QCOMPARE(server.requests.size(), 1);
    const QByteArray &wire = server.requests.first();
    QCOMPARE(wire.mid(wire.indexOf("\r\n\r\n") + 4), body);
    QCOMPARE(wire.left(5), "POST ");
    const QByteArray target =
        exchange.url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority).toLatin1();
    // requests writes the brackets of a query in their other form; both mean the same.
    const auto normal = [](QByteArray text) {
        return text.replace("%5B", "[").replace("%5D", "]").replace("%7B", "{").replace("%7D", "}");
    };
    QCOMPARE(normal(wire.mid(5, wire.indexOf(" HTTP/1.1") - 5)), normal(target));
    QCOMPARE(headerOf(wire, "Content-Type"), "application/json");
    QCOMPARE(headerOf(wire, "Authorization"), token);
    QCOMPARE(headerOf(wire, "Host"), server.url().mid(7).toLatin1());
}

void tst_FlowSnippets::writesCurl_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<HeaderLines>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("post") << QByteArray("POST") << u"http://127.0.0.1:8000/auth/sign-in/"_s
                          << HeaderLines{{"Content-Type", "application/json"}, {"Host", "127.0.0.1:8000"}}
                          << QByteArray(R"({"phone_number":"+12025550101"})")
                          << u"curl -i -X POST 'http://127.0.0.1:8000/auth/sign-in/' \\\n"
                             "  -H 'Content-Type: application/json' \\\n"
                             "  --data-raw '{\"phone_number\":\"+12025550101\"}'"_s;
    QTest::newRow("get") << QByteArray("GET") << u"http://[::1]:8000/sandbox/messages/wait?phone=%2B1"_s
                         << HeaderLines{} << QByteArray()
                         << u"curl -i -X GET 'http://[::1]:8000/sandbox/messages/wait?phone=%2B1'"_s;
    QTest::newRow("quote") << QByteArray("POST") << u"http://h/"_s << HeaderLines{} << QByteArray("it's $(x)")
                           << u"curl -i -X POST 'http://h/' \\\n  --data-raw 'it'\\''s $(x)'"_s;
    QTest::newRow("pattern") << QByteArray("GET") << u"http://h/?a=[1-3]"_s << HeaderLines{} << QByteArray()
                             << u"curl -i -g -X GET 'http://h/?a=[1-3]'"_s;
    QTest::newRow("header without a value")
        << QByteArray("GET") << u"http://h/"_s << HeaderLines{{"Authorization", ""}} << QByteArray()
        << u"curl -i -X GET 'http://h/' \\\n  -H 'Authorization;'"_s;
}

void tst_FlowSnippets::writesCurl()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, url);
    QFETCH(HeaderLines, headers);
    QFETCH(QByteArray, body);
    Exchange exchange = post(url, body, headers);
    exchange.method = method;
    QTEST(asCurl(exchange), "expected");
}

void tst_FlowSnippets::quotes_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("literal");
    const auto row = [](const char *name, const QString &body, const QString &httpie, const QString &script,
                        const QString &kotlin, const QString &swift) {
        QTest::addRow("httpie %s", name) << u"httpie"_s << body << u"--raw="_s + httpie;
        QTest::addRow("javascript %s", name) << u"javascript"_s << body << u"body: "_s + script + u",\n"_s;
        QTest::addRow("kotlin %s", name) << u"kotlin"_s << body << u"val body = "_s + kotlin + u".toByteArray()"_s;
        QTest::addRow("swift %s", name) << u"swift"_s << body << u"Data("_s + swift + u".utf8)"_s;
    };
    row("double quote", u"a\"b"_s, uR"('a"b')"_s, uR"('a"b')"_s, uR"("a\"b")"_s, uR"("a\"b")"_s);
    row("single quote", u"a'b"_s, uR"('a'\''b')"_s, uR"('a\'b')"_s, uR"("a'b")"_s, uR"("a'b")"_s);
    row("backslash", u"a\\"_s, uR"('a\')"_s, uR"('a\\')"_s, uR"("a\\")"_s, uR"("a\\")"_s);
    row("interpolation", u"${a} $a \\(a)"_s, uR"('${a} $a \(a)')"_s, uR"('${a} $a \\(a)')"_s,
        uR"x("\${a} \$a \\(a)")x"_s, uR"x("${a} $a \\(a)")x"_s);
    row("lines", u"a\r\n\tb"_s, u"'a\r\n\tb'"_s, uR"('a\r\n\tb')"_s, uR"("a\r\n\tb")"_s, uR"("a\r\n\tb")"_s);
    row("separators", u"a\u2028b"_s, u"'a\u2028b'"_s, uR"('a\)"_s + uR"(u2028b')"_s, uR"("a\)"_s + uR"(u2028b")"_s,
        uR"("a\u{2028}b")"_s);
    row("direction", u"\u202Ea"_s, u"'\u202Ea'"_s, uR"('\)"_s + uR"(u202ea')"_s, uR"("\)"_s + uR"(u202ea")"_s,
        uR"("\u{202e}a")"_s);
    row("zero", u"a"_s + QChar(0) + u'1', u"'a"_s + QChar(0) + u"1'"_s, uR"('a\)"_s + uR"(u00001')"_s,
        uR"("a\)"_s + uR"(u00001")"_s, uR"("a\u{0}1")"_s);
    row("beyond 16 bits", u"👋\U000E0041"_s, u"'👋\U000E0041'"_s, uR"('👋\udb40\udc41')"_s, uR"("👋\udb40\udc41")"_s,
        uR"("👋\u{e0041}")"_s);
    row("end of script", u"</script>"_s, u"'</script>'"_s, uR"('<\/script>')"_s, uR"("</script>")"_s,
        uR"("</script>")"_s);
}

void tst_FlowSnippets::quotes()
{
    QFETCH(QString, language);
    QFETCH(QString, body);
    QFETCH(QString, literal);
    for (const SnippetKind &kind : snippetKinds()) {
        if (kind.id != language)
            continue;
        const QString snippet = kind.write(post(u"http://h/"_s, body.toUtf8()));
        QVERIFY2(snippet.contains(literal), qPrintable(snippet));
    }
}

void tst_FlowSnippets::readsWell_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("expected");
    QTest::newRow("httpie") << u"httpie"_s << uR"(http --ignore-stdin POST 'http://h/auth/auth/' \
  'Content-Type: application/json' \
  --raw='{"code":"0482"}')"_s;
    QTest::newRow("javascript") << u"javascript"_s << uR"(const response = await fetch('http://h/auth/auth/', {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
  },
  body: '{"code":"0482"}',
});
console.log(response.status, await response.text());
)"_s;
    QTest::newRow("python") << u"python"_s << uR"(import requests

response = requests.request(
    'POST',
    'http://h/auth/auth/',
    headers={
        'Content-Type': 'application/json',
    },
    data='{"code":"0482"}'.encode(),
    timeout=30,
)
print(response.status_code, response.text)
)"_s;
    QTest::newRow("kotlin") << u"kotlin"_s << uR"(import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

val body = "{\"code\":\"0482\"}".toByteArray().toRequestBody("application/json".toMediaType())
val request = Request.Builder()
    .url("http://h/auth/auth/")
    .method("POST", body)
    .build()
OkHttpClient().newCall(request).execute().use { response ->
    println("${response.code} ${response.body?.string()}")
}
)"_s;
    QTest::newRow("swift") << u"swift"_s << uR"(import Foundation

var request = URLRequest(url: URL(string: "http://h/auth/auth/")!)
request.httpMethod = "POST"
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.httpBody = Data("{\"code\":\"0482\"}".utf8)
let (data, response) = try await URLSession.shared.data(for: request)
print((response as! HTTPURLResponse).statusCode, String(decoding: data, as: UTF8.self))
)"_s;
}

void tst_FlowSnippets::readsWell()
{
    QFETCH(QString, language);
    for (const SnippetKind &kind : snippetKinds()) {
        if (kind.id == language)
            QTEST(kind.write(post(u"http://h/auth/auth/"_s, R"({"code":"0482"})")), "expected");
    }
}

void tst_FlowSnippets::namesEveryLanguage()
{
    QStringList ids;
    for (const SnippetKind &kind : snippetKinds()) {
        ids.append(kind.id);
        QVERIFY(!kind.name.isEmpty());
        Exchange get;
        get.method = "GET";
        get.url = QUrl(u"http://h/x"_s);
        const QString snippet = kind.write(get);
        QVERIFY2(snippet.contains(u"http://h/x"_s), qPrintable(snippet));
        QVERIFY(!snippet.contains(u"Content-Type"_s));
    }
    QCOMPARE(ids, (QStringList{u"curl"_s, u"httpie"_s, u"javascript"_s, u"python"_s, u"kotlin"_s, u"swift"_s}));
}

QTEST_GUILESS_MAIN(tst_FlowSnippets)
#include "tst_flowsnippets.moc"
