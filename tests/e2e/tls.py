# SPDX-License-Identifier: GPL-3.0-or-later
"""The server over TLS: 1.2 and 1.3 with strong ciphers alone, nothing in the clear, and handshakes that dawdle or make no
sense hold nobody up."""
import json
import re
import socket
import ssl
import subprocess
import warnings

from certificates import Authority
from program import PHONE, ProgramTest, main, wait_until
from sizes import FULL, result

SLOW = 100


# A system that would still allow the old versions: what refuses them then is the server.
LAX = """openssl_conf = all
[all]
ssl_conf = ssl
[ssl]
system_default = lax
[lax]
MinProtocol = TLSv1
CipherString = ALL:@SECLEVEL=0
"""


class Tls(ProgramTest):
    def setUp(self):
        super().setUp()
        warnings.simplefilter("ignore", DeprecationWarning)  # old versions are the point here
        self.authority = Authority(self.home / "ca")
        certificate, key = self.authority.issue()
        if self._testMethodName == "test_versions":
            (self.home / "openssl.cnf").write_text(LAX)
            self.env["OPENSSL_CONF"] = str(self.home / "openssl.cnf")
        self.server = self.enterContext(self.serve(
            "SMS_AUTH_SECRETS=memory", f"SMS_AUTH_TLS_CERT={certificate}", f"SMS_AUTH_TLS_KEY={key}"))
        self.assertTrue(self.server.event["url"].startswith("https://"))

    def context(self, lowest=ssl.TLSVersion.TLSv1, highest=ssl.TLSVersion.MAXIMUM_SUPPORTED, ciphers=None):
        context = ssl.create_default_context(cafile=self.authority.file)
        context.set_ciphers(ciphers or "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
        context.minimum_version, context.maximum_version = lowest, highest
        return context

    def connect(self, context):
        plain = socket.create_connection(("127.0.0.1", self.server.port), timeout=20)
        self.addCleanup(plain.close)
        return context.wrap_socket(plain, server_hostname="localhost")

    def ask(self, connection, request=b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"):
        connection.sendall(request)
        received = b""
        while data := connection.recv(65536):
            received += data
        return received

    def works(self):
        with self.connect(self.context()) as connection:
            return self.ask(connection).startswith(b"HTTP/1.1 200 ")

    def test_signs_in(self):
        def post(path, fields):
            body = json.dumps(fields).encode()
            head = (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode()
            with self.connect(self.context()) as connection:
                return self.ask(connection, head + body)

        self.assertIn(b" 200 ", post("/auth/sign-in/", {"phone_number": PHONE})[:20])
        with self.connect(self.context()) as connection:
            answer = self.ask(connection, b"GET /sandbox/messages?limit=1 HTTP/1.1\r\nHost: localhost\r\n"
                                          b"Connection: close\r\n\r\n")
        code = re.search(rb'"code":"(\d+)"', answer).group(1).decode()
        self.assertIn(b"jwt_token", post("/auth/auth/", {"phone_number": PHONE, "code": code}))

    def test_versions(self):
        versions = ssl.TLSVersion
        for version, good in ((versions.TLSv1, False), (versions.TLSv1_1, False), (versions.TLSv1_2, True),
                              (versions.TLSv1_3, True)):
            with self.subTest(version=version.name):
                if good:
                    with self.connect(self.context(version, version)) as connection:
                        self.assertTrue(self.ask(connection).startswith(b"HTTP/1.1 200 "))
                else:
                    # Our own side is able to: the refusal comes from the server.
                    with self.assertRaises((ssl.SSLError, ConnectionError)) as refused:
                        self.connect(self.context(version, version))
                    self.assertNotIn("NO_CIPHERS", str(refused.exception))
        result("versions of TLS", "4", "1.2 and 1.3 accepted, 1.0 and 1.1 refused")

    def test_ciphers(self):
        refused = 0
        for cipher in ("NULL", "aNULL", "RC4", "3DES", "EXPORT", "MD5", "CAMELLIA", "SEED", "IDEA", "PSK", "SRP", "aRSA",
                       "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384"):
            try:
                context = self.context(highest=ssl.TLSVersion.TLSv1_2, ciphers=cipher + ":@SECLEVEL=0")
            except ssl.SSLError:
                continue  # not even this OpenSSL can
            refused += 1
            if cipher.startswith("ECDHE"):
                continue  # old modes of good ciphers; what testssl.sh says of them counts
            with self.subTest(cipher=cipher), self.assertRaises((ssl.SSLError, ConnectionError)):
                self.connect(context)
        self.assertGreater(refused, 3)
        for cipher in ("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"):
            with self.connect(self.context(highest=ssl.TLSVersion.TLSv1_2, ciphers=cipher)) as connection:
                self.assertEqual(connection.cipher()[0], cipher)

    def test_nothing_in_the_clear(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            received = b""
            try:
                while data := connection.recv(65536):
                    received += data
            except ConnectionResetError:
                pass
        self.assertNotIn(b"HTTP/", received)
        self.assertTrue(self.works())

    def test_handshakes_that_make_no_sense(self):
        hello = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"
        for garbage in (b"\0" * 1000, hello, hello + b"\xff" * 508, b"\x16\x03\x01\xff\xff" + b"a" * 65535,
                        b"\x15\x03\x01\x00\x02\x02\x28", b"\x14\x03\x03\x00\x01\x01" * 100, b"\x80\x2e\x01\x00\x02" + b"z" * 50,
                        b"\x17\x03\x03\x40\x00" + b"x" * 16384):
            with self.subTest(garbage=garbage[:12]), \
                    socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
                try:
                    connection.sendall(garbage)
                except OSError:
                    pass
            self.assertTrue(self.works())

    def test_slow_handshakes(self):
        slow = []
        for _ in range(SLOW):
            connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=20)
            self.addCleanup(connection.close)
            connection.sendall(b"\x16\x03\x01")
            slow.append(connection)
        self.assertTrue(self.works())

        def gone():
            for connection in slow:
                connection.settimeout(0.001)
                try:
                    if connection.recv(1):
                        return False
                except TimeoutError:
                    return False
                except OSError:
                    pass
            return True

        wait_until(gone, "all of them are sent away", 15)
        self.assertTrue(self.works())
        result("handshakes that never end", str(SLOW), "sent away after 5 s, others served")

    if FULL:
        def test_testssl(self):
            report = self.home / "testssl.json"
            subprocess.run(["testssl", "--quiet", "--warnings", "off", "--ip", "127.0.0.1", "--add-ca", str(self.authority.file),
                            "--jsonfile", str(report), f"https://localhost:{self.server.port}"],
                           check=False, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=500)
            findings = json.loads(report.read_text())
            self.assertGreater(len(findings), 50)
            # The certificate is a test's own: nobody revokes it, and no public log knows it.
            ours = ("cert_crlDistributionPoints", "cert_ocspURL", "cert_revocation", "cert_chain_of_trust", "cert_caIssuers",
                    "DNS_CAArecord", "cert_certificatePolicies_EV")
            bad = [(each["id"], each["finding"]) for each in findings
                   if each["severity"] in ("HIGH", "CRITICAL") and not each["id"].split(" ")[0].startswith(ours)]
            self.assertEqual(bad, [])
            result("testssl.sh", f"{len(findings)} findings", "none HIGH or CRITICAL")



if __name__ == "__main__":
    main()
