# SPDX-License-Identifier: GPL-3.0-or-later
"""`smsauth flow run` against the real server: what it reports, how it ends, and that it can be stopped."""
import datetime
import json
import os
import pty
import signal
import subprocess
import time
import xml.etree.ElementTree as ElementTree

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from program import PROGRAM, SANITIZED, ProgramTest, main, wait_until


class FlowRun(ProgramTest):
    def junit(self, path):
        suite = ElementTree.parse(path).getroot().find("testsuite")
        return suite, suite.findall("testcase")

    def test_all_pass(self):
        report = self.home / "out.xml"
        with self.serve("SMS_AUTH_SECRETS=memory"):
            answer = self.answer("flow", "run", "--n", "300", "--parallel", "16", "--junit", str(report))
            self.assertEqual((answer["passed"], answer["failed"], answer["not_run"]), (300, 0, 0))
            self.assertEqual(answer["errors"], [])
            for step in ("sign_in", "code_arrival", "verify", "flow"):
                times = answer[step]
                self.assertEqual(times["count"], 300)
                self.assertTrue(0 < times["p50_ms"] <= times["p95_ms"] <= times["p99_ms"] <= times["max_ms"], times)
            users = self.answer("users", "list", "--limit", "1000")["users"]
            self.assertEqual(len(users), 300)
        suite, cases = self.junit(report)
        self.assertEqual((suite.get("tests"), suite.get("failures"), len(cases)), ("300", "0", 300))
        self.assertEqual(len({case.get("name") for case in cases}), 300)
        self.assertNotIn("2025550", report.read_text() + json.dumps(answer))

    def test_numbers_that_must_wait(self):
        report = self.home / "out.xml"
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_TIMELIFE=600") as server:
            self.assertEqual(server.sign_in("+12025550103").status, 200)
            answer = self.answer("flow", "run", "--n", "10", "--junit", str(report), code=1)
            self.assertEqual((answer["passed"], answer["failed"]), (9, 1))
            error, = answer["errors"]
            self.assertEqual((error["step"], error["status"], error["count"]), ("sign_in", 400, 1))
            self.assertEqual(error["answer"], "Code was send early")
            self.assertIn("SMS_AUTH_RESEND_WAIT", answer["hints"][0])
            text = self.smsauth("flow", "run", "--n", "10")
            self.assertEqual(text.returncode, 1)
            self.assertIn("9 of 10 flows passed, 1 failed", text.stdout)
            self.assertIn("Code was send early", text.stdout)
        suite, cases = self.junit(report)
        failed = [case for case in cases if case.find("failure") is not None]
        self.assertEqual([case.get("name") for case in failed], ["flow 4"])
        self.assertEqual(failed[0].find("failure").get("message"), "Code was send early")

    def test_another_path_and_url(self):
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_PATH=api/v1/sms/") as server:
            self.assertEqual(self.answer("flow", "run", "--n", "5")["passed"], 5)
            url = f"http://localhost:{server.port}/api/v1/sms/"
            elsewhere = self.home / "elsewhere"
            result = subprocess.run([PROGRAM, "flow", "run", "--n", "5", "--phone", "+12025550150", "--url", url,
                                     "--profile", str(elsewhere), "--json"], env=self.env, capture_output=True, text=True,
                                    timeout=60)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertFalse(elsewhere.exists(), "it needs no profile of its own")

    def test_a_self_signed_certificate(self):
        """The profile's own server is known by its certificate; to a stranger it is not."""
        certificate, key = self.certificate()
        with self.serve("SMS_AUTH_SECRETS=memory", f"SMS_AUTH_TLS_CERT={certificate}", f"SMS_AUTH_TLS_KEY={key}") as server:
            self.assertTrue(server.event["url"].startswith("https://"))
            self.assertEqual(self.answer("flow", "run", "--n", "20")["passed"], 20)
            refused = self.answer("flow", "run", "--n", "1", "--url", server.event["url"], code=1)["error"]
            self.assertIn("certificate", refused["detail"])

    def certificate(self):
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
        now = datetime.datetime.now(datetime.timezone.utc)
        certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                       .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(hours=1))
                       .not_valid_after(now + datetime.timedelta(days=1)).sign(key, hashes.SHA256()))
        certificate_file, key_file = self.home / "certificate.pem", self.home / "key.pem"
        certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                               serialization.NoEncryption()))
        key_file.chmod(0o600)
        return certificate_file, key_file

    def test_limits_are_answers(self):
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_LIMITS=protect", "SMS_AUTH_LIMIT_ADDRESS=3/1h"):
            answer = self.answer("flow", "run", "--n", "5", "--parallel", "1", code=1)
            self.assertEqual((answer["passed"], answer["failed"]), (3, 2))
            self.assertEqual(answer["errors"][0]["status"], 429)
            self.assertIn("SMS_AUTH_LIMITS", answer["hints"][0])

    def test_refusals(self):
        error = self.answer("flow", "run", "--n", "1", code=1)["error"]
        self.assertIn("no server runs on this profile", error["detail"])
        self.assertIn("no server answers", self.answer("flow", "run", "--url", "http://127.0.0.1:9", code=1)["error"]["detail"])
        for arguments in (["--n", "0"], ["--n", "100001"], ["--parallel", "65"], ["--rate", "0"], ["--phone", "12"],
                          ["--phone", "+12029999999", "--n", "2"]):
            self.answer("flow", "run", "--url", "http://127.0.0.1:9", *arguments, code=2)
        for url in ("ftp://127.0.0.1", "127.0.0.1:8000", "http://"):
            self.answer("flow", "run", "--url", url, code=2)
        with self.serve("SMS_AUTH_SECRETS=memory") as server:
            self.answer("flow", "run", "--n", "1", "--junit", "/proc/nonexistent/out.xml", code=2)
            # A slip of the keyboard must not cost the database.
            database = self.profile / "smsauth.db"
            self.answer("flow", "run", "--n", "1", "--junit", str(database), code=2)
            self.assertEqual(database.read_bytes()[:6], b"SQLite")
            self.assertEqual(server.request("GET", "/sandbox/messages").json()["messages"], [])

    def test_a_live_server_sends_nothing(self):
        settings = self.file_secrets() + ["SMS_AUTH_PROVIDER=twilio", "SMS_AUTH_PROVIDER_URL=http://127.0.0.1:9",
                                          "SMS_AUTH_GATEWAY_PRIVATE=true", "SMS_AUTH_ACCOUNT_SID=AC1",
                                          "SMS_AUTH_PROVIDER_FROM=+12025550199"]
        self.smsauth("secret", "set", "twilio.password", settings=self.file_secrets(), stdin="x")
        with self.serve(*settings) as server:
            self.assertIn("live", self.answer("flow", "run", "--n", "1", code=2)["error"]["detail"])
            url = f"http://127.0.0.1:{server.port}"
            self.assertIn("live", self.answer("flow", "run", "--n", "1", "--url", url, code=2)["error"]["detail"])
            self.assertEqual(self.answer("log")["messages"], [])

    def test_stops_with_a_report(self):
        report = self.home / "out.xml"
        with self.serve("SMS_AUTH_SECRETS=memory"):
            run = subprocess.Popen([PROGRAM, "flow", "run", "--n", "1000", "--rate", "50", "--junit", str(report), "--json",
                                    "--profile", str(self.profile)], env=self.env, stdout=subprocess.PIPE, text=True)
            wait_until(lambda: len(self.answer("users", "list")["users"]) > 2, "some flows")
            run.send_signal(signal.SIGINT)
            begin = time.monotonic()
            output, _ = run.communicate(timeout=10)
            self.assertLess(time.monotonic() - begin, 2)
            self.assertEqual(run.returncode, 1)
            answer = json.loads(output)
            self.assertTrue(answer["stopped"])
            self.assertEqual(answer["passed"] + answer["failed"] + answer["not_run"], 1000)
        suite, cases = self.junit(report)
        self.assertEqual(len(cases), 1000)
        self.assertEqual(int(suite.get("skipped")), answer["not_run"])

    def test_progress_on_a_terminal(self):
        with self.serve("SMS_AUTH_SECRETS=memory"):
            ours, theirs = pty.openpty()
            result = subprocess.run([PROGRAM, "flow", "run", "--n", "20", "--rate", "40", "--profile", str(self.profile)],
                                    env=self.env, stdout=subprocess.PIPE, stderr=theirs, text=True, timeout=60)
            os.close(theirs)
            shown = os.read(ours, 65536).decode()
            os.close(ours)
            self.assertEqual(result.returncode, 0)
            self.assertIn(" of 20, 0 failed", shown)
            self.assertIn("20 of 20 flows passed, 0 failed", result.stdout)

    def test_memory_of_a_large_run(self):
        """Twenty thousand flows more may not cost what a hundred thousand may: 50 MB."""
        peak = {}
        with self.serve("SMS_AUTH_SECRETS=memory"):
            for count, phone in ((200, "+12025550100"), (20000, "+12025560000")):
                run = subprocess.Popen([PROGRAM, "flow", "run", "--n", str(count), "--parallel", "32", "--phone", phone,
                                        "--json", "--profile", str(self.profile)], env=self.env, stdout=subprocess.PIPE,
                                       text=True)
                output = run.stdout.read()
                run.stdout.close()
                _, status, usage = os.wait4(run.pid, 0)
                run.returncode = os.waitstatus_to_exitcode(status)
                self.assertEqual(run.returncode, 0, output)
                peak[count] = usage.ru_maxrss
        if not SANITIZED:  # a sanitizer keeps what was freed for a while
            self.assertLess(peak[20000] - peak[200], 10 * 1024, peak)


if __name__ == "__main__":
    main()
