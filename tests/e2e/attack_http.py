# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that are no requests, or bad ones: a clear refusal for each, nothing stored, nothing smuggled, and the next
client is served."""
import json
import re
import resource
import socket
import struct
import unittest

from program import OTHER_PHONE, PHONE, SANITIZED, ProgramTest, main, wait_until
from sizes import result, size

# What a smuggled request would do: it would be seen in the send log.
BODY = b'{"phone_number": "+12025550101"}'
SMUGGLED = (b"POST /auth/sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(BODY), BODY))


def post(*headers, body=BODY, version=b"HTTP/1.1", length=True):
    lines = [b"POST /auth/sign-in/ " + version, *headers]
    if length:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


HOST = b"Host: localhost"
JSON = b"Content-Type: application/json"

MALFORMED = {
    # the request line
    "nothing but a line": (b"\r\n\r\n\r\n\r\n\r\n" + SMUGGLED, 400),
    "no method": (b" /auth/sign-in/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "no target": (b"GET HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "no version": (b"GET /healthz\r\nHost: localhost\r\n\r\n", 400),
    "HTTP/0.9": (b"GET /healthz\r\n\r\n", 400),
    "HTTP/2.0": (b"GET /healthz HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
    "HTTP/1.10": (b"GET /healthz HTTP/1.10\r\nHost: localhost\r\n\r\n", 400),
    "http/1.1": (b"GET /healthz http/1.1\r\nHost: localhost\r\n\r\n", 400),
    "the preface of HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (400, 505)),
    "two spaces": (b"GET  /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "tabs for spaces": (b"GET\t/healthz\tHTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "something behind the version": (b"GET /healthz HTTP/1.1 x\r\nHost: localhost\r\n\r\n", 400),
    "an unknown method": (b"BREW /auth/sign-in/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
    "a method in small letters": (b"get /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
    "a method of a kilobyte": (b"X" * 1024 + b" / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
    "a method with a zero byte": (b"GE\0T / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "an absolute target": (b"GET http://localhost/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "a target without a slash": (b"GET healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "a target of another host": (b"GET //evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "CONNECT": (b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", (400, 501)),
    "a star": (b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "a zero byte in the target": (b"GET /he\0althz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "bytes above 127 in the target": (b"GET /h\xc3\xa9 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "a fragment": (b"GET /healthz#x HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "a target of 3 kB": (b"GET /" + b"a" * 3000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
    "a way out of the folder": (b"GET /auth/../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
    "an encoded way out": (b"GET /auth/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 404),
    "a broken escape": (b"GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", (400, 404)),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(200)), 400),
    # No line of a request; while it comes in pieces, a method longer than any there is.
    "SSH": (b"SSH-2.0-OpenSSH_9.2\r\n", (400, 501)),
    "zero bytes": (bytes(512), 400),
    # line ends
    "line feeds alone": (b"GET /healthz HTTP/1.1\nHost: localhost\n\n", 400),
    "carriage returns alone": (b"GET /healthz HTTP/1.1\rHost: localhost\r\r" + b"\n", 400),
    "a carriage return within a value": (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n", 400),
    # headers
    "no host": (post(JSON), 400),
    "two hosts": (post(HOST, b"Host: evil.example", JSON), 400),
    "a folded header": (post(HOST, b"X-Long: a", b" b", JSON), 400),
    "a header without a colon": (post(HOST, b"Nonsense", JSON), 400),
    "a header without a name": (post(HOST, b": value", JSON), 400),
    "a space before the colon": (post(HOST, b"Content-Length : 5", JSON), 400),
    "a zero byte in a value": (post(HOST, b"X: a\0b", JSON), 400),
    "a header name with brackets": (post(HOST, b"X(y): z", JSON), 400),
    "a header of 9 kB": (post(HOST, b"X: " + b"y" * 9000, JSON), 431),
    "a hundred headers": (post(HOST, *[b"X-%d: y" % n for n in range(100)], JSON), 431),
    "an expectation that nobody knows": (post(HOST, b"Expect: miracle", JSON), 417),
    "an upgrade to a web socket": (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                                   b"Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                   b"Sec-WebSocket-Version: 13\r\n\r\n", 501),
    # the length of the body, by which requests are smuggled
    "two lengths": (post(HOST, JSON, b"Content-Length: 0", body=BODY + SMUGGLED), 400),
    "two equal lengths": (post(HOST, JSON, b"Content-Length: %d" % len(BODY)), 400),
    "a list of lengths": (post(HOST, JSON, b"Content-Length: 3, 3", length=False), 400),
    "a negative length": (post(HOST, JSON, b"Content-Length: -1", length=False), 400),
    "a length with a plus": (post(HOST, JSON, b"Content-Length: +32", length=False), 400),
    "a hexadecimal length": (post(HOST, JSON, b"Content-Length: 0x20", length=False), 400),
    "an empty length": (post(HOST, JSON, b"Content-Length:", length=False), 400),
    "a length beyond 64 bits": (post(HOST, JSON, b"Content-Length: 18446744073709551648", length=False), 413),
    "a length of a gigabyte": (post(HOST, JSON, b"Content-Length: 1073741824", length=False), 413),
    "a body of 17 kB": (post(HOST, JSON, body=b'{"phone_number": "' + b"1" * 17000 + b'"}'), 413),
    "chunks": (post(HOST, JSON, b"Transfer-Encoding: chunked", body=b"20\r\n%s\r\n0\r\n\r\n" % BODY, length=False), 411),
    "chunks and a length": (post(HOST, JSON, b"Transfer-Encoding: chunked", body=b"0\r\n\r\n" + SMUGGLED), 411),
    "chunks in disguise": (post(HOST, JSON, b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n" + SMUGGLED), 411),
    "chunks behind a tab": (post(HOST, JSON, b"Transfer-Encoding:\tchunked", body=b"0\r\n\r\n" + SMUGGLED), 411),
    "packed": (post(HOST, JSON, b"Transfer-Encoding: gzip", body=b"\x1f\x8b\x08" + SMUGGLED), 411),
}

HOSTS = {b"localhost": 200, b"127.0.0.1": 200, b"[::1]": 200, b"LOCALHOST:8000": 200, b"192.0.2.7": 200, b"sms.test": 200,
         b"sms.test.": 200, b"SMS.test:443": 200,
         b"evil.example": 400, b"localhost.evil.example": 400, b"evil.example:80": 400, b"127.0.0.1.evil.example": 400,
         b"": 400, b"localhost:": 400, b"localhost:x": 400, b"localhost:99999": 400, b"127.1": 400, b"0x7f.0.0.1": 400,
         b"2130706433": 400, b"[::1": 400, b"::1": 400, b"[evil]": 400, b"user@localhost": 400, b"localhost/x": 400,
         b"localhost evil.example": 400, b"localhost,evil.example": 400, b"evil.example#localhost": 400,
         b"sub.sms.test": 400, b"notsms.test": 400, b"\xe2\x84\xaaocalhost": 400}

ORIGINS = {b"http://localhost": 200, b"http://localhost:3000": 200, b"https://127.0.0.1:8443": 200,
           b"null": 403, b"": 403, b"http://evil.example": 403, b"http://localhost.evil.example": 403,
           b"http://localhost:80.evil.example": 403, b"http://evil.example/http://localhost": 403,
           b"http://localhost@evil.example": 403, b"file://": 403, b"http://[::1]": 403, b"http://localhost:": 403,
           b"ftp://localhost": 403, b"http://localhost http://evil.example": 403, b"http://localhost/": 403,
           b"HTTP://LOCALHOST": 403}

FORM, MULTIPART = b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=b"
CONTENT_TYPES = {
    (b"application/json", BODY): 200, (b"APPLICATION/JSON; charset=utf-8", BODY): 200,
    (FORM, b"phone_number=%2B12025550101"): 200,
    (MULTIPART, b'--b\r\nContent-Disposition: form-data; name="phone_number"\r\n\r\n+12025550101\r\n--b--\r\n'): 200,
    (b"text/plain", BODY): 415, (b"text/xml", b"<a/>"): 415, (b"application/xml", b"<a/>"): 415, (b"", BODY): 415,
    (b"application/jsonx", BODY): 415, (b"image/png", b"\x89PNG"): 415, (b"application/octet-stream", BODY): 415,
    (b"application/json", b"phone_number=%2B12025550101"): 400, (FORM, BODY): 400, (FORM, b"\xff\xfe=%zz&&&="): 400,
    (MULTIPART, b"no boundary in it"): 400, (b"multipart/form-data", b"--b--"): 400,
    (b"multipart/form-data; boundary=" + b"x" * 500, b"--x"): 400, (MULTIPART, b"--b\r\n\r\n--b"): 400,
    (MULTIPART, b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n' * 300): 400,
    (FORM, b"&".join(b"a%d=b" % n for n in range(2000))): 400,
}


def json_bodies():
    """(body, statuses): what stands for a phone number, and what stands for an object."""
    values = ["null", "true", "0", "-1", "1.5", "1e400", "1E+2", "12025550101", "1" * 400, '""', '" "', '"+"', '"0"', '"abc"',
              '"+1"', '"+12"', '"+120255501011111111111"', '"+1202555010a"', '"++12025550101"', '"+12025550101\\u0000"',
              '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\uD83D\\uDE00"', '"+1 202 555 0101 ext. 5"', '"tel:+12025550101x"',
              '"+٠١٢٣٤٥"', '"+999999999999"', '"\'; DROP TABLE user;--"', '"%s%n%d"', '"{code}"', '"../../etc/passwd"',
              '"<script>"', '"' + "9" * 5000 + '"', '"' + "é" * 100 + '"', '[]', '["+12025550101"]', '{}', '{"a":1}',
              '[[[[[]]]]]', '"\u202e+12025550101x"', '"+1\\n2025550101\\r\\nBcc: x"', '"112"', '"911"', '"+1911"', '"+19005550101"',
              '"+1-900-CALLNOW"', '"\\"', '"\\x41"', "'+12025550101'", "+12025550101", "NaN", "Infinity", "-Infinity",
              "undefined", "0x10", "01", "1.", ".5", "--1", "tru", "TRUE"]
    for value in values:
        yield ('{"phone_number": %s}' % value).encode()
    yield from [
        b"{", b"}", b"{}", b"[]", b"null", b"1", b'"x"', b"[{}]", b"{]", b'{"phone_number"}', b'{"phone_number":}',
        b'{"phone_number": "+12025550101"', b'{"phone_number": "+12025550101"}}', b'{"phone_number": "+12025550101"} x',
        b'{"phone_number": "+12025550101",}', b'{,"phone_number": "+12025550101"}', b'{phone_number: "+12025550101"}',
        b'{"phone_number": "+12025550101" "a": 1}', b"{'phone_number': '+12025550101'}",
        b'{"phone_number": "+12025550101", "phone_number": "+12025550102"}',
        b'{"phone_number": "+12025550101", "phone\\u005fnumber": "+12025550102"}',
        b'{"a": {"b": 1, "b": 2}, "phone_number": 1}', b'// comment\n{"phone_number": 1}', b'{"phone_number": 1} /* x */',
        b'\xef\xbb\xbf{"phone_number": "x"}', '{"phone_number": "+12025550101"}'.encode("utf-16"),
        '{"phone_number": "+12025550101"}'.encode("utf-16-le"), '{"phone_number": "+12025550101"}'.encode("utf-32"),
        b'{"phone_number": "\xff"}', b'{"phone_number": "\xc0\xaf"}', b'{"phone_number": "\xed\xa0\x80"}',
        b'{"phone_number": "\xf4\x90\x80\x80"}', b'{"phone_number": "\xe2\x82"}', b'{"phone_number": "a\nb"}',
        b'{"phone_number": "a\0b"}', b'\0{"phone_number": "x"}', b"\0" * 100, b"\x80\x04\x95", b"\x1f\x8b\x08",
        b"[" * 8000, b"[" * 5000 + b"]" * 5000, b'{"a":' * 2500 + b"1" + b"}" * 2500, b'{"a":"' + b"\\" * 8001 + b'"}',
        b'{"phone_number": "\\u00"}', b'{"phone_number": "\\uZZZZ"}', b'{"phone_number": "\\', b'{"', b'{"a', b'{"a"',
        b" " * 10000, b"\t\r\n", b'{"__proto__": {"phone_number": "+12025550101"}}', b'{"Phone_Number": "+12025550101"}',
        b'{"phone_number\\u0000": "+12025550101"}', b'{"phone_number ": "+12025550101"}', b'{"code": "1111"}',
        b'{"phone_number": {"$ne": null}}', b'{"phone_number": ["+12025550101", "+12025550102"]}',
    ]


def once_each(members):
    """Of two members of one name, one reader takes the first and the next reader the last."""
    if len(dict(members)) < len(members):
        raise ValueError(f"a name twice: {members}")
    return dict(members)


class Http(ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = self.enterContext(self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_ALLOWED_HOSTS=sms.test",
                                                   "SMS_AUTH_RESEND_WAIT=0"))

    def talk(self, request, end=False):
        """All that comes back until the server closes. end: the client sends no more and says so."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
            try:
                connection.sendall(request)
                if end:
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # refused before all of it was sent
            received = b""
            try:
                while data := connection.recv(65536):
                    received += data
            except ConnectionResetError:
                pass
            return received

    def assert_refused(self, received, wanted):
        self.assertRegex(received, rb"\AHTTP/1\.1 \d{3} ")
        status = int(received[9:12])
        self.assertIn(status, wanted if isinstance(wanted, tuple) else (wanted,), received[:300])
        self.assertEqual(received.count(b"HTTP/1.1 "), 1, "one answer, or something was smuggled")
        head, _, body = received.partition(b"\r\n\r\n")
        self.assertEqual(int(re.search(rb"(?i)Content-Length: (\d+)", head).group(1)), len(body))
        if body:
            self.assertIsInstance(json.loads(body), (dict, list), "a body that says why")

    def assert_nothing_stored(self):
        self.assertEqual(self.answer("log")["messages"], [])
        self.assertEqual(self.answer("users", "list")["users"], [])
        self.assertEqual(self.server.request("GET", "/healthz").status, 200)

    def test_malformed(self):
        for name, (request, wanted) in MALFORMED.items():
            with self.subTest(request=name):
                self.assert_refused(self.talk(request), wanted)
        self.assert_nothing_stored()
        result("malformed HTTP requests", str(len(MALFORMED)), "a clear refusal each, none smuggled, nothing stored")

    def test_malformed_in_pieces(self):
        """A byte at a time, so that every state of the reader sees every boundary."""
        for name, (request, wanted) in MALFORMED.items():
            if len(request) > 600:
                continue
            with self.subTest(request=name), \
                    socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                received = b""
                try:
                    for position in range(len(request)):
                        connection.sendall(request[position:position + 1])
                    while data := connection.recv(65536):
                        received += data
                except OSError:
                    pass
                if received:  # else the refusal was lost, as bytes came after it
                    self.assert_refused(received, wanted)
        self.assert_nothing_stored()

    def test_cut_off_anywhere(self):
        request = post(HOST, JSON)
        for length in range(len(request)):
            received = self.talk(request[:length], end=True)
            self.assertNotIn(b" 200 ", received[:20])
        self.assert_nothing_stored()

    def test_hosts(self):
        for host, status in HOSTS.items():
            with self.subTest(host=host):
                received = self.talk(b"GET /healthz HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n")
                self.assertEqual(int(received[9:12]), status)
        result("Host headers", str(len(HOSTS)), "addresses, localhost and allowed names alone")

    def test_origins(self):
        for origin, status in ORIGINS.items():
            with self.subTest(origin=origin):
                received = self.talk(post(HOST, JSON, b"Origin: " + origin, b"Connection: close", body=b"{}"))
                got = int(received[9:12])
                self.assertEqual(got, 403 if status == 403 else 400)
                head = received.split(b"\r\n\r\n")[0].lower()
                self.assertEqual(b"access-control-allow-origin" in head, status == 200, head)
                self.assertNotIn(b"access-control-allow-origin: *", head)
                self.assertNotIn(b"allow-credentials", head)
        self.assert_nothing_stored()
        result("Origin headers", str(len(ORIGINS)), "pages on localhost alone while simulated")

    def test_content_types(self):
        for (content_type, body), status in CONTENT_TYPES.items():
            with self.subTest(content_type=content_type, body=body[:40]):
                received = self.talk(post(HOST, b"Content-Type: " + content_type, b"Connection: close", body=body))
                self.assertEqual(int(received[9:12]), status, received[-200:])
        accepted = sum(status == 200 for status in CONTENT_TYPES.values())
        self.assertEqual(len(self.answer("log")["messages"]), accepted)
        result("content types and bodies of them", str(len(CONTENT_TYPES)), "JSON, form and multipart; 400 or 415 for others")

    def test_json(self):
        bodies = list(dict.fromkeys(json_bodies()))
        self.assertGreaterEqual(len(bodies), 120)
        accepted = []
        before = self.server.resident_kb()
        for path in (b"/auth/sign-in/", b"/auth/auth/", b"/auth/change-phonenumber/"):
            for body in bodies:
                with self.subTest(path=path, body=body[:60]):
                    request = post(HOST, JSON, b"Connection: close", body=body).replace(b"/auth/sign-in/", path)
                    received = self.talk(request)
                    self.assertEqual(received.count(b"HTTP/1.1 "), 1)
                    status = int(received[9:12])
                    if status == 200:
                        accepted.append(body)
                    else:
                        self.assertIn(status, (400, 401, 413) if path.endswith(b"change-phonenumber/") else (400, 413))
                        self.assert_refused(received, status)
        # Numbers as a person writes them; digits without + as the library takes them.
        for body in accepted:
            self.assertRegex(str(json.loads(body, object_pairs_hook=once_each)["phone_number"]), r"\d")
        self.assertEqual(len(self.answer("log")["messages"]), len(accepted), "stored is what was accepted, no more")
        growth = self.server.resident_kb() - before
        self.assertLess(growth, 200_000 if SANITIZED else 30_000)
        result("JSON bodies", f"{len(bodies)} at 3 paths", f"clear 4xx, {len(accepted)} numbers accepted, memory +{growth} kB")

    # Without descriptors the sanitizer cannot look at memory, and takes every object for a broken one.
    @unittest.skipIf(SANITIZED, "a sanitizer needs descriptors itself")
    def test_bursts_beyond_the_descriptors(self):
        resource.prlimit(self.server.process.pid, resource.RLIMIT_NOFILE, (128, 128))
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = size("connections at once")
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, wanted + 200), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        for _ in range(3):
            many = []
            try:
                for _ in range(wanted):
                    connection = socket.socket()
                    connection.setblocking(False)
                    connection.connect_ex(("127.0.0.1", self.server.port))
                    many.append(connection)
            except OSError:
                pass  # none left here: just as good
            for connection in many:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()

            def served():
                try:
                    return self.server.request("GET", "/healthz", timeout=5).status == 200
                except Exception:  # refused or closed while the burst lasts
                    return False

            wait_until(served, "it serves again")
        for phone in (PHONE, OTHER_PHONE):
            self.assertEqual(self.server.sign_in(phone).status, 200, "storage had its descriptors")
        result("connections at once, with 128 descriptors", f"3 bursts of {len(many)}", "it serves again")


if __name__ == "__main__":
    main()
