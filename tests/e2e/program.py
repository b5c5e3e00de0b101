# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program as a process, and the HTTP client of an app: what all end-to-end tests share."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

PROGRAM = os.environ["SMSAUTH_PROGRAM"]
SANITIZED = bool(os.environ.get("SMSAUTH_SANITIZED"))
PHONE = "+12025550101"
OTHER_PHONE = "+12025550102"
FAULTS = re.compile(rb"AddressSanitizer|LeakSanitizer|runtime error|Segmentation|QObject::~QObject|ASSERT|terminate called")


def wait_until(condition, what, timeout=30.0):
    """Polls until the condition is true; its value. There is no event to wait for in another process."""
    deadline = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"in {timeout} s never: {what}")
        time.sleep(0.02)


def environment(home, extra=None):
    """No keyring, no settings of the person who runs the test."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("SMS_", "XDG_", "DBUS_"))}
    env.pop("CREDENTIALS_DIRECTORY", None)
    env.pop("NOTIFY_SOCKET", None)
    env.update(HOME=str(home), XDG_RUNTIME_DIR=str(home), DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    env.update(extra or {})
    return env


class Response:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Server:
    """One `smsauth serve`. Use it as a context manager: it stops at the end and its log is searched for faults."""

    def __init__(self, home, profile, *settings, env, wait=True, arguments=(), runner=()):
        self.profile = pathlib.Path(profile)
        self.env = env
        self.log = open(home / f"server-{time.monotonic_ns()}.log", "w+b")
        command = [*runner, PROGRAM, "serve", "--profile", str(profile), "--set", "SMS_AUTH_PORT=0", *arguments]
        for setting in settings:
            command += ["--set", setting]
        self.process = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=self.log)
        self.port = 0
        if wait:
            self.listening()

    def listening(self):
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"no listening line; exit code {self.process.wait()}: {self.log_text()[-2000:]!r}")
        self.event = json.loads(line)
        self.port = urllib.parse.urlsplit(self.event["url"]).port
        return self.event

    def log_text(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_bytes()

    def stop(self, number=signal.SIGTERM, timeout=20):
        """The exit code and how long it took."""
        begin = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(timeout)
        self.process.stdout.close()
        return code, time.monotonic() - begin

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        code = self.process.poll()
        if code is None:
            code, _ = self.stop()
        self.process.stdout.close()
        log = self.log_text()
        self.log.close()
        if kind is None:
            fault = FAULTS.search(log)
            if fault:
                raise AssertionError(f"{fault.group()!r} in the log: {log[-4000:].decode(errors='replace')}")
            if code not in (0, -signal.SIGKILL):
                raise AssertionError(f"exit code {code}: {log[-4000:].decode(errors='replace')}")

    def request(self, method, path, body=None, headers=None, timeout=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return Response(answer.status, answer.headers, answer.read())

    def post(self, path, fields, headers=None):
        return self.request("POST", path, json.dumps(fields), {"Content-Type": "application/json", **(headers or {})})

    def sign_in(self, phone=PHONE):
        return self.post("/auth/sign-in/", {"phone_number": phone})

    def verify(self, phone, code):
        return self.post("/auth/auth/", {"phone_number": phone, "code": code})

    def wait_message(self, phone=PHONE, **query):
        query = urllib.parse.urlencode({"phone": phone, "timeout": 10, **query})
        return self.request("GET", f"/sandbox/messages/wait?{query}")

    def resident_kb(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", text).group(1))


class ProgramTest(unittest.TestCase):
    """A fresh folder for each test."""

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="smsauth-e2e-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.profile = self.home / "profile"
        self.env = environment(self.home)

    def passphrase_file(self):
        """For SMS_AUTH_SECRETS=file; outside the profile, where the search for secrets would find it."""
        path = self.home / "passphrase"
        path.write_text("correct horse battery staple\n")
        path.chmod(0o600)
        return path

    def file_secrets(self):
        return ["SMS_AUTH_SECRETS=file", f"SMS_AUTH_PASSPHRASE_FILE={self.passphrase_file()}"]

    def serve(self, *settings, **options):
        return Server(self.home, self.profile, *settings, env=self.env, **options)

    def smsauth(self, *arguments, settings=(), stdin="", timeout=60):
        command = [PROGRAM, *arguments, "--profile", str(self.profile)]
        for setting in settings:
            command += ["--set", setting]
        return subprocess.run(command, env=self.env, input=stdin, capture_output=True, text=True, timeout=timeout)

    def answer(self, *arguments, code=0, **options):
        """The JSON answer of a command that must end with this exit code."""
        result = self.smsauth(*arguments, "--json", **options)
        self.assertEqual(result.returncode, code, result.stderr + result.stdout)
        return json.loads(result.stdout or result.stderr)

    def sign_in_and_read(self, server, phone=PHONE):
        self.assertEqual(server.sign_in(phone).status, 200)
        message = server.wait_message(phone)
        self.assertEqual(message.status, 200, message.body)
        return message.json()

    def files(self):
        return [path for path in self.profile.rglob("*") if path.is_file()]

    def assert_nowhere_on_disk(self, *secrets):
        for path in self.files():
            content = path.read_bytes()
            for secret in secrets:
                self.assertNotIn(secret.encode(), content, f"{secret} lies readable in {path.name}")


def main():
    unittest.main(verbosity=2, argv=[sys.argv[0], *sys.argv[1:]])
