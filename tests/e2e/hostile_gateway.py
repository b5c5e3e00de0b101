# SPDX-License-Identifier: GPL-3.0-or-later
"""Gateways that refuse, dawdle, lie or break off, and values that want to be more than values: exact outcomes, nothing
injected, no redirect followed, no byte sent over bad TLS."""
import base64
import json
import re
import ssl
import urllib.parse

import gateway as stub
from certificates import Authority, server_context
from phones import fictional
from program import SANITIZED, ProgramTest, main, wait_until
from sizes import FULL, result

PASSWORD = "hunter2-gateway"
# A gateway that names the message it has taken; anything else is no "yes".
STRICT = {"sent": {"status": [200], "fields": {"/id": "."}}, "id": "/id", "error": "/error"}
LIFE = 8

HOSTILE = [
    "'", '"', "\\", "\\\"", "\"}",
    "\",\"to\":\"+12025550199", "{to}", "{password}", "{{text}}", "${7*7}", "%s%n%x", "%0d%0aX: y",
    "a&to=%2B12025550199", "a=b&c", "?x=y#z", "#", "/../../admin", "..", "../..", "%2e%2e%2f", ";ls", "`id`", "$(id)",
    "| cat /etc/passwd", "' OR 1=1 --", "'; DROP TABLE message;--", "<script>alert(1)</script>", "]]>",
    "<!ENTITY x SYSTEM 'file:///'>", "\u202egnp.exe", "\u2028line", "\ufeff", "e\u0301", "\U0001f4a5", "\u00a0", "AT+CMGS", "é" * 60, "x" * 240,
    "null", "true", "-1", "1e9", "//evil.example/", "http://evil.example/", "@evil.example", "user:pass", "\tb", " padded ",
    "a\r\nX-Injected: 1", "a\nX-Injected: 1", "a\x00b", "a\x1b[31mred",
]


class Stub(ProgramTest):
    def setUp(self):
        super().setUp()
        self.gateway = self.closed_at_end(stub.Gateway())
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = PASSWORD
        self.settings = ["SMS_AUTH_SECRETS=memory", "SMS_AUTH_PROVIDER=stub", "SMS_AUTH_GATEWAY_PRIVATE=true",
                         "SMS_AUTH_LIMITS=seed", "SMS_AUTH_CODE_LEN=6"]

    def closed_at_end(self, gateway):
        self.addCleanup(gateway.close)
        return gateway

    def row(self, phone):
        return self.answer("log", "--phone", phone)["messages"][0]

    def final(self, phone, timeout=30):
        def ended():
            row = self.row(phone)
            return row["state"] not in ("queued", "sending") and row

        return wait_until(ended, f"the message to {phone[-4:]} ends", timeout)


class Modes(Stub):
    def test_each_has_its_outcome(self):
        stub.packed_bomb()  # made beforehand: it takes a while
        other = self.closed_at_end(stub.Gateway())
        unclear, strange = ("failed", "may have gone out"), b"SSH-2.0-OpenSSH_9.2\r\n"
        # name: (mode, state, words in the last error or reason, requests at least, at most)
        modes = {
            "ok": (stub.ok, "sent", "", 1, 1),
            "slow": (stub.slow(1), "sent", "", 1, 1),
            "400": (stub.status(400), "failed", "no", 1, 1),
            "401": (stub.status(401), "failed", "no", 1, 1),
            "404": (stub.status(404), "failed", "no", 1, 1),
            "422 without a body": (stub.status(422, b""), "failed", "HTTP status 422", 1, 1),
            "429, then ok": (stub.after(stub.status(429, headers=["Retry-After: 1"]), stub.ok), "sent", "", 2, 2),
            "429 for a day": (stub.status(429, headers=["Retry-After: 86400"]), "expired", "before the code ran out", 1, 1),
            "429 for a negative time": (stub.after(stub.status(429, headers=["Retry-After: -5"]), stub.ok), "sent", "", 2, 2),
            "429 for longer than numbers go": (stub.status(429, headers=["Retry-After: " + "9" * 17]), "expired", "ran out", 1, 1),
            "503, then ok": (stub.after(stub.status(503), stub.ok), "sent", "", 2, 2),
            "500 always": (stub.status(500), "expired", "before the code ran out", 2, 6),
            "hang": (stub.hang, *unclear, 1, 1),
            "drip": (stub.drip, *unclear, 1, 1),
            "endless": (stub.endless, *unclear, 2, 2),
            "gzip bomb": (stub.bomb, *unclear, 2, 2),
            "redirect 301": (stub.status(301, b"", [f"Location: {other.url}/send"]), "failed", "301", 1, 1),
            "redirect 302": (stub.status(302, b"", [f"Location: {other.url}/send"]), "failed", "302", 1, 1),
            "redirect 303": (stub.status(303, b"", [f"Location: {other.url}/send"]), "failed", "303", 1, 1),
            "redirect 307": (stub.status(307, b"", [f"Location: {other.url}/send"]), "failed", "307", 1, 1),
            "redirect 308": (stub.status(308, b"", [f"Location: {other.url}/send"]), "failed", "308", 1, 1),
            "redirect to itself": (stub.redirect("/send"), "failed", "302", 1, 1),
            "reset in mid-answer": (stub.reset, *unclear, 2, 2),
            "reset, then ok": (stub.after(stub.reset, stub.ok), "sent", "", 2, 2),
            "closed at once": (stub.close_at_once, *unclear, 2, 2),
            "not HTTP": (stub.words(strange), *unclear, 2, 2),
            "an answer of HTTP/0.9": (stub.words(b'{"id":"x"}'), *unclear, 2, 2),
            "interim answers alone": (stub.words(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000), *unclear, 2, 2),
            "a header of a megabyte": (stub.words(b"HTTP/1.1 200 OK\r\nX: " + b"a" * (1 << 20)), *unclear, 2, 2),
            "a negative length": (stub.words(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"), *unclear, 2, 2),
            "204": (stub.status(204, b""), *unclear, 2, 2),
            "a yes without an id": (stub.status(200, b'{"ok":true}'), *unclear, 2, 2),
            "a list": (stub.status(200, b"[[[[]]]]"), *unclear, 2, 2),
            "deep nesting": (stub.status(200, b"[" * 60000), *unclear, 2, 2),
            "bytes that are no text": (stub.status(200, b'{"id":"\xff\xfe'), *unclear, 2, 2),
            "status 999": (stub.status(999), "expired", "ran out", 1, 6),
            "an id of a kilobyte": (stub.status(200, b'{"id":"' + b"i" * 1024 + b'"}'), "sent", "", 1, 1),
        }
        phones = dict(zip(fictional(), modes))
        self.gateway.mode = lambda gateway, connection, message: \
            modes[phones[message.number]][0](gateway, connection, message)
        self.gateway.describe(self.profile, reply=STRICT)
        with self.serve(*self.settings, f"SMS_TIMELIFE={LIFE}") as server:
            before = server.resident_kb()
            for phone in phones:
                self.assertEqual(server.sign_in(phone).status, 200)
            for phone, name in phones.items():
                with self.subTest(mode=name):
                    _, state, words, least, most = modes[name]
                    row = self.final(phone)
                    last = row["attempts"][-1]["error"] if row["attempts"] else ""
                    self.assertEqual(row["state"], state, row)
                    self.assertIn(words, f'{row.get("reason", "")} {last}' if words != "may have gone out" else words)
                    count = self.gateway.counts()[phone]
                    self.assertTrue(least <= count <= most, f"{count} requests: {row}")
                    # A kept connection may be closed just as it is taken again: such an attempt reached nobody.
                    closed = sum("closed" in (each["error"] or "") for each in row["attempts"])
                    self.assertTrue(count <= len(row["attempts"]) <= count + closed, row["attempts"])
                    self.assertEqual(len(set(self.gateway.received[phone])), 1, "the same id and text each time")
            self.assertLess(server.resident_kb() - before, 400_000 if SANITIZED else 60_000)
            # What it got rid of before it was cut off; none of it stayed here, see above.
            self.assertLess(self.gateway.endless_bytes, 512 << 20)
            self.assertEqual(server.request("GET", "/healthz").status, 200)
        self.assertEqual(other.requests, [], "a redirect was followed")
        spans = {}
        for each in self.gateway.requests:
            spans.setdefault(each.number, []).append(each.at)
        for phone, at in spans.items():
            self.assertLess(at[-1] - at[0], LIFE, "never later than the code lives")
        waited = spans[next(phone for phone, name in phones.items() if name == "429, then ok")]
        self.assertGreaterEqual(waited[1] - waited[0], 0.99, "Retry-After is honoured")
        result("hostile gateway", f"{len(modes)} ways to answer", "exact outcome and number of requests each")

    def test_a_gateway_that_is_away(self):
        self.gateway.describe(self.profile)
        self.gateway.close()
        phone = next(fictional())
        with self.serve(*self.settings, "SMS_TIMELIFE=3") as server:
            self.assertEqual(server.sign_in(phone).status, 200)
            row = self.final(phone)
            self.assertEqual(row["state"], "expired")
            self.assertIn("connection refused", row["attempts"][0]["error"])

    def test_an_outage_ends_by_itself(self):
        self.gateway.mode = stub.status(503)
        self.gateway.describe(self.profile)
        with self.serve(*self.settings, "SMS_TIMELIFE=600") as server:
            phones = [phone for phone, _ in zip(fictional(), range(20))]
            for phone in phones:
                self.assertEqual(server.sign_in(phone).status, 200)
            wait_until(lambda: self.gateway.numbers() == set(phones), "all were tried")
            self.gateway.mode = stub.ok
            for phone in phones:
                self.assertEqual(self.final(phone, 60)["state"], "sent")
                self.assertEqual(server.verify(phone, self.gateway.code(phone)).status, 200)


class Tls(Stub):
    def test_only_a_gateway_that_proves_who_it_is_gets_a_request(self):
        authority, stranger = Authority(self.home / "ca"), Authority(self.home / "stranger", "Stranger")
        expired = authority.issue("expired", days=(-20, -10))
        good = authority.issue("good")
        old = server_context(good)
        old.set_ciphers("ALL:@SECLEVEL=0")
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
        cases = {
            "untrusted": server_context(stranger.issue("untrusted")),
            "expired": server_context(expired),
            "not-yet-valid": server_context(authority.issue("future", days=(10, 20))),
            "wrong-name": server_context(authority.issue("wrong", names=("evil.example",), addresses=("192.0.2.1",))),
            "tls-1-1": old,
            "plain": None,
        }
        gateways = {name: self.closed_at_end(stub.Gateway(context)) for name, context in cases.items()}
        gateways["good"] = self.closed_at_end(stub.Gateway(server_context(good)))
        for name, each in gateways.items():
            each.describe(self.profile, title=name)
            text = json.loads((self.profile / "providers" / "stub.json").read_text())
            text["vars"]["base"]["default"] = each.url.replace("http:", "https:")
            text["vars"]["password"] = {}  # a test of a gateway that is not in use takes no secret from here
            text["send"]["auth"] = {"bearer": "canary-token"}
            (self.profile / "providers" / f"{name}.json").write_text(json.dumps(text))
        (self.profile / "providers" / "stub.json").unlink()
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_GATEWAY_PRIVATE=true",
                        f"SMS_AUTH_GATEWAY_CA={authority.file}"):
            for name, each in gateways.items():
                with self.subTest(gateway=name):
                    sent = self.smsauth("send-test", "--to", "+12025550101", "--provider", name, "--json", timeout=30)
                    answer = json.loads(sent.stdout or sent.stderr)
                    if name == "good":
                        self.assertEqual((sent.returncode, answer["state"]), (0, "sent"), answer)
                        self.assertEqual(len(each.requests), 1)
                    else:
                        self.assertNotEqual(answer["state"], "sent", answer)
                        self.assertIn("TLS" if name != "plain" else "closed", answer["error"])
                        self.assertEqual(each.requests, [], "not a byte of the request")
        # Without the authority the good one is a stranger, too.
        seen = len(gateways["good"].requests)
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_GATEWAY_PRIVATE=true"):
            answer = json.loads(self.smsauth("send-test", "--to", "+12025550101", "--provider", "good", "--json").stdout)
            self.assertNotEqual(answer["state"], "sent")
        self.assertEqual(len(gateways["good"].requests), seen)
        result("gateways with bad TLS", f"{len(cases)} kinds", "no request sent")

    def test_private_addresses_need_leave(self):
        self.gateway.describe(self.profile)
        settings = [each for each in self.settings if "PRIVATE" not in each]
        phone = next(fictional())
        with self.serve(*settings, "SMS_TIMELIFE=3") as server:
            self.assertEqual(server.sign_in(phone).status, 200)
            self.assertEqual(self.final(phone)["state"], "failed")
        self.assertEqual(self.gateway.requests, [])


class Values(Stub):
    """Each arrives as it is, at its place, or is refused; nothing else changes."""

    def describe(self, kind):
        send = {"method": "POST", "url": "{base}/send/{login}", "query": {"q": "{from}", "to": "{to}"}}
        if kind == "json":
            send |= {"auth": {"basic": ["user", "{password}"]}, "headers": {"X-From": "{from}"},
                     "json": {"to": "{to}", "text": "{text}", "id": "{id}", "deep": {"from": ["{from}"], "login": "{login}"}}}
        else:
            send |= {"auth": {"header": ["X-Key", "{password}"]},
                     "form": {"to": "{to}", "text": "{text}", "id": "{id}", "from": "{from}"}}
        variables = {"base": {"default": self.gateway.url}, "login": {}, "from": {}, "password": {"secret": True}}
        self.gateway.describe(self.profile, vars=variables, send=send)

    def send(self, value):
        """One test message with that value in every field; the process's result."""
        self.gateway.requests.clear()
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = value.replace("\0", "")
        return self.smsauth("send-test", "--to", "+12025550101", "--provider", "stub", "--json", settings=[
            *self.settings, f"SMS_AUTH_PROVIDER_LOGIN={value}", f"SMS_AUTH_PROVIDER_FROM={value}"])

    def test_in_every_field_of_a_request(self):
        sent = refused = 0
        for kind in ("json", "form"):
            self.describe(kind)
            for value in HOSTILE if FULL else HOSTILE[::2] if kind == "json" else HOSTILE[1::6]:
                if "\0" in value:
                    continue  # no argument can hold it
                with self.subTest(kind=kind, value=value):
                    outcome = self.send(value)
                    self.assertNotIn(outcome.returncode, (-6, -11), outcome.stderr)
                    if not self.gateway.requests:
                        refused += 1
                        self.assertNotEqual(outcome.returncode, 0)
                        continue
                    sent += 1
                    self.assertEqual(len(self.gateway.requests), 1)
                    self.check(kind, value, self.gateway.requests[0])
        self.assertGreater(sent, refused)
        result("hostile values in every field of a gateway", f"{sent + refused} requests with {len(HOSTILE)} values",
               f"{sent} arrived as they are, {refused} refused, none injected")

    def check(self, kind, value, request):
        target = request.line.split(" ")[1]
        self.assertEqual(len(request.line.split(" ")), 3)
        path, _, query = target.partition("?")
        self.assertEqual(path.count("/"), 2, "the value stays one segment of the path")
        self.assertEqual(urllib.parse.unquote(path.removeprefix("/send/")), value)
        fields = urllib.parse.parse_qsl(query, keep_blank_values=True)
        self.assertEqual(fields, [("q", value), ("to", "+12025550101")])
        self.assertNotIn("x-injected", request.headers)
        expected = {"host", "user-agent", "accept-encoding", "content-type", "content-length", "connection", "accept-language"}
        if kind == "json":
            pair = base64.b64decode(request.headers["authorization"].split()[1]).decode()
            self.assertEqual(pair, "user:" + value)
            header = request.headers["x-from"].encode("latin-1").decode()
            self.assertEqual(header, value.strip(" \t"))
            body = json.loads(request.body)
            self.assertEqual(list(body), ["to", "text", "id", "deep"])
            self.assertEqual(body["to"], "+12025550101")
            self.assertEqual(body["deep"], {"from": [value], "login": value})
            expected |= {"authorization", "x-from"}
        else:
            self.assertEqual(request.headers["x-key"].encode("latin-1").decode(), value.strip(" \t"))
            form = urllib.parse.parse_qsl(request.body.decode(), keep_blank_values=True)
            self.assertEqual([key for key, _ in form], ["to", "text", "id", "from"])
            self.assertEqual(dict(form)["from"], value)
            expected |= {"x-key"}
        self.assertLessEqual(set(request.headers), expected)

    def test_in_the_text(self):
        self.gateway.describe(self.profile)
        values = [value for value in HOSTILE if "\0" not in value]
        for value, phone in zip(values if FULL else values[::6], fictional()):
            with self.subTest(value=value):
                settings = [*self.settings, f"SMS_AUTH_MESSAGE={value} {{code}} {value}"]
                if any(ord(c) < 32 and c != "\n" for c in value):
                    self.assertEqual(self.smsauth("settings", "check", settings=settings).returncode, 2)
                    continue
                with self.serve(*settings) as server:
                    self.assertEqual(server.sign_in(phone).status, 200)
                    self.assertEqual(self.final(phone)["state"], "sent")
                (_, text), = self.gateway.received[phone]
                around = re.escape(value.removeprefix("\ufeff"))  # a mark of the byte order at the beginning is none of the text
                self.assertRegex(text.removeprefix("\ufeff"), rf"\A{around} \d{{6}} {re.escape(value)}\Z")

    def test_in_the_answers(self):
        """What a gateway says ends in the log and on a terminal: one line, no control characters, no secrets."""
        self.gateway.describe(self.profile)
        secret_words = [PASSWORD, "CODE", "+12025550101"]
        values = [*HOSTILE, *secret_words]

        def answer(gateway, connection, message):
            text = values[numbers.index(message.number)]
            text = message.text if text == "CODE" else message.number if text == "+12025550101" else text
            body = json.dumps({"error": f"no {text} no", "id": text}).encode()
            return stub.status(400, body)(gateway, connection, message)

        numbers = [phone for phone, _ in zip(fictional(), values)]
        self.gateway.mode = answer
        with self.serve(*self.settings) as server:
            for phone in numbers:
                self.assertEqual(server.sign_in(phone).status, 200)
            for phone in numbers:
                row = self.final(phone)
                self.assertEqual(row["state"], "failed")
                error = row["attempts"][0]["error"]
                self.assertTrue(error.startswith("no"), error)
                self.assertLessEqual(len(error), 300)
                self.assertNotIn(PASSWORD, json.dumps(row))
                self.assertNotIn(self.gateway.code(phone), json.dumps(row))
                self.assertNotIn(phone, error)
            plain = self.smsauth("log", "--limit", "200").stdout
            self.assertEqual([c for c in plain if ord(c) < 32 and c != "\n" or ord(c) == 127], [])
            log = server.log_text()
        for secret in (PASSWORD.encode(), b"\x1b", numbers[values.index("+12025550101")].encode()):
            self.assertNotIn(secret, log)
        self.assert_nowhere_on_disk(PASSWORD)

    def test_a_test_message_keeps_secrets_too(self):
        self.gateway.describe(self.profile)
        self.gateway.mode = lambda gateway, connection, message: stub.status(
            400, json.dumps({"error": f"bad {message.headers['authorization']} for {message.number} \x1b[31m"}).encode())(
                gateway, connection, message)
        with self.serve(*self.settings):
            sent = self.smsauth("send-test", "--to", "+12025550101", "--provider", "stub", "--json")
            log = self.answer("log")
        self.assertEqual(len(self.gateway.requests), 1)
        for text in (sent.stdout, sent.stderr, json.dumps(log)):
            self.assertNotIn(PASSWORD, text)
            self.assertNotIn("\\u001b", text)


if __name__ == "__main__":
    main()
