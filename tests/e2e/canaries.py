# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets that must be found nowhere: not in a file, a log (with all of Qt's logging on), a command line, an environment,
the output of a command or a core dump. Files are for their owner alone."""
import base64
import json
import os
import pathlib
import resource
import signal
import stat
import urllib.parse

from gateway import Gateway, after, ok, status
from phones import fictional
from program import ProgramTest, main, wait_until
from sizes import result

GATEWAY_PASSWORD = "canary-gateway-p4ss w0rd/+"
STORED_PASSWORD = "canary-stored-s3cret&%"
PASSPHRASE = "canary correct horse battery staple"


class Canaries(ProgramTest):
    def setUp(self):
        super().setUp()
        self.secrets = {"the gateway's password": GATEWAY_PASSWORD, "a stored secret": STORED_PASSWORD,
                        "the passphrase": PASSPHRASE}
        self.passphrase = self.home / "outside" / "passphrase"
        self.passphrase.parent.mkdir()
        self.passphrase.write_text(PASSPHRASE + "\n")
        self.passphrase.chmod(0o600)
        self.settings = ["SMS_AUTH_SECRETS=file", f"SMS_AUTH_PASSPHRASE_FILE={self.passphrase}", "SMS_AUTH_CODE_LEN=10",
                         "SMS_TIMELIFE=600", "SMS_AUTH_LIMITS=protect", "SMS_AUTH_RESEND_WAIT=0"]
        self.env.update(QT_LOGGING_RULES="*=true", QT_LOGGING_TO_CONSOLE="1", TMPDIR=str(self.home / "tmp"))
        (self.home / "tmp").mkdir()
        self.places = 0

    def forms(self):
        """Each secret as it is and as it may be written on the way."""
        for name, secret in self.secrets.items():
            raw = secret.encode()
            for form in {raw, urllib.parse.quote(secret, safe="").encode(), base64.b64encode(raw),
                         base64.b64encode(b"user:" + raw), json.dumps(secret)[1:-1].encode()}:
                yield name, form

    def search(self, where, content, but=()):
        self.places += 1
        for name, form in self.forms():
            if name not in but:
                at = content.find(form)
                self.assertEqual(at, -1, f"{name} in {where}: {content[max(0, at - 120):at]!r}")

    def search_files(self):
        for path in self.home.rglob("*"):
            if path.is_file() and path != self.passphrase:
                self.search(path.name, path.read_bytes())
        for path in [self.profile, *self.profile.rglob("*")]:
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, f"{path.name} has mode {mode:o}")

    def search_process(self, server):
        process = pathlib.Path(f"/proc/{server.process.pid}")
        self.search("the command line", (process / "cmdline").read_bytes())
        # Whoever starts it puts the gateway's password there.
        self.search("the environment", (process / "environ").read_bytes(), but=("the gateway's password",))
        for task in (process / "task").iterdir():
            self.search("a thread's name", (task / "comm").read_bytes())

    def command(self, *arguments, stdin=""):
        outcome = self.smsauth(*arguments, stdin=stdin)
        self.search(arguments[0], outcome.stdout.encode() + outcome.stderr.encode())
        return outcome

    def use(self, server, code_of):
        """A day in the life: sign-ins, refusals, a change of number, limits, commands."""
        phones = fictional()
        for number in range(4):
            phone = next(phones)
            self.assertEqual(server.sign_in(phone).status, 200)
            code = wait_until(lambda: code_of(phone), "the code comes")
            self.secrets[f"code {number}"] = code
            self.assertEqual(server.verify(phone, code[::-1] + "0").status, 400)
            server.request("POST", "/auth/auth/", f'{{"phone_number": "{phone}", "code": "{code}"',
                           {"Content-Type": "application/json"})
            server.request("GET", f"/auth/auth/?phone_number={urllib.parse.quote(phone)}&code={code}")
            if number == 3:
                continue  # one stays alive
            answer = server.verify(phone, code)
            self.assertEqual(answer.status, 200)
            self.secrets[f"token {number}"] = token = answer.json()["jwt_token"]
            server.post("/auth/change-phonenumber/", {"new_phone_number": "+12025550199"},
                        {"Authorization": f"Bearer {token}"})
            server.request("GET", "/healthz", headers={"Authorization": f"Bearer {token}", "Cookie": f"code={code}"})
        self.assertEqual(self.command("secret", "set", "twilio.password", stdin=STORED_PASSWORD).returncode, 0)
        for command in (["status"], ["log", "--limit", "50"], ["users", "list"], ["settings", "show"], ["secret", "list"],
                        ["settings", "check"], ["clear-expired"]):
            self.command(*command)
            self.command(*command, "--json")

    def test_live(self):
        gateway = Gateway(mode=after(status(400, b""), ok, times=0))
        self.addCleanup(gateway.close)
        echo = {"left": 2}

        def mode(stub, connection, message):
            if echo["left"] > 0:  # it repeats in its refusal whatever it was given, and is then asked again
                echo["left"] -= 1
                body = json.dumps({"error": f"{message.headers['authorization']} {message.number} {message.text}"})
                return status(503, body.encode())(stub, connection, message)
            return ok(stub, connection, message)

        gateway.mode = mode
        gateway.describe(self.profile)
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = GATEWAY_PASSWORD
        live = ["SMS_AUTH_PROVIDER=stub", "SMS_AUTH_GATEWAY_PRIVATE=true"]
        with self.serve(*self.settings, *live) as server:
            self.use(server, gateway.code)
            self.command("codes", "list", "--json")
            self.search_process(server)
            self.search_files()
            self.assertIn(b"qt.", server.log_text(), "Qt's own logging is on")
        self.search_files()
        self.assertEqual(gateway.authorizations, {"Bearer " + GATEWAY_PASSWORD})
        result("canaries in live mode", f"{len(self.secrets)} secrets in {self.places} places", "0 found; modes 0600 and 0700")

    def test_simulated(self):
        with self.serve(*self.settings) as server:
            self.use(server, lambda phone: server.wait_message(phone).json()["code"])
            self.search_process(server)
            self.search_files()
            for phone, _ in zip(fictional(), range(4)):
                self.assertNotIn(phone.encode(), server.log_text(), "a whole number in the log")
        self.search_files()
        result("canaries in simulated mode", f"{len(self.secrets)} secrets in {self.places} places", "0 found")

    def test_no_core_dump(self):
        core = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (core[1], core[1]))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_CORE, core)
        server = self.serve(*self.settings)
        self.sign_in_and_read(server)
        limits = pathlib.Path(f"/proc/{server.process.pid}/limits").read_text()
        self.assertRegex(limits, r"Max core file size +0 +0")
        server.process.send_signal(signal.SIGSEGV)
        _, state = os.waitpid(server.process.pid, 0)
        server.process.returncode = -os.WTERMSIG(state)
        self.assertFalse(os.WCOREDUMP(state), "a core was dumped")
        server.process.stdout.close()
        server.log.close()
        self.search_files()

    def test_a_secret_on_the_command_line_or_in_the_settings_is_refused(self):
        for key in ("SMS_AUTH_PROVIDER_PASSWORD", "SMS_AUTH_AUTH_TOKEN"):
            refused = self.smsauth("serve", settings=[f"{key}={STORED_PASSWORD}"])
            self.assertEqual((refused.returncode, refused.stdout), (2, ""))
            self.assertNotIn(STORED_PASSWORD, refused.stderr)
            self.profile.mkdir(mode=0o700, exist_ok=True)
            (self.profile / "settings.json").write_text(json.dumps({key: STORED_PASSWORD}))
            refused = self.smsauth("serve")
            self.assertEqual((refused.returncode, refused.stdout), (2, ""))
            self.assertNotIn(STORED_PASSWORD, refused.stderr)


if __name__ == "__main__":
    main()
