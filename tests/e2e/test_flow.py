# SPDX-License-Identifier: GPL-3.0-or-later
"""A sign-in as an app and a script see it, and how the server starts and ends."""
import json
import pathlib
import signal
import socket
import stat
import threading
import time
import urllib.parse

import jwt

from program import OTHER_PHONE, PHONE, ProgramTest, main, wait_until


class Flow(ProgramTest):
    def test_announces_itself(self):
        with self.serve() as server:
            self.assertEqual(set(server.event), {"event", "url", "pid", "profile"})
            self.assertEqual(server.event["event"], "listening")
            self.assertEqual(server.event["pid"], server.process.pid)
            self.assertEqual(server.event["profile"], str(self.profile))
            self.assertRegex(server.event["url"], r"^http://127\.0\.0\.1:\d+$")
            self.assertEqual(server.request("GET", "/healthz").status, 200)

    def test_signs_in_and_the_token_can_be_checked_by_others(self):
        with self.serve("SMS_AUTH_TOKEN_ISSUER=tests") as server:
            message = self.sign_in_and_read(server)
            self.assertEqual(message["phone"], PHONE)
            self.assertIn(message["code"], message["text"])
            self.assertRegex(message["code"], r"^\d{4}$")
            answer = server.verify(PHONE, message["code"])
            self.assertEqual(answer.status, 200, answer.body)
            token = answer.json()["jwt_token"]

            keys = jwt.PyJWKSet.from_dict(server.request("GET", "/.well-known/jwks.json").json())
            header = jwt.get_unverified_header(token)
            key = next(each for each in keys.keys if each.key_id == header["kid"])
            claims = jwt.decode(token, key.key, algorithms=["ES256"], issuer="tests",
                                options={"verify_aud": False, "require": ["exp", "iat", "nbf", "sub", "jti"]})
            self.assertEqual(claims["amr"], ["sms"])
            self.assertEqual(claims["exp"] - claims["iat"], 3600)
            tampered = token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")
            with self.assertRaises(jwt.InvalidTokenError):
                jwt.decode(tampered, key.key, algorithms=["ES256"], options={"verify_aud": False})

            again = server.verify(PHONE, message["code"])
            self.assertEqual((again.status, again.json()), (400, {"detail": "Code not found"}))
            users = self.answer("users", "list")["users"]
            self.assertEqual([user["username"] for user in users], [PHONE])
            self.assertEqual(str(users[0]["pk"]), claims["sub"])

    def test_takes_json_forms_and_multipart(self):
        boundary = "frontier"
        multipart = (f'--{boundary}\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n')

        def parts(fields):
            return "".join(multipart % each for each in fields.items()) + f"--{boundary}--\r\n"

        forms = {
            "application/json": json.dumps,
            "application/x-www-form-urlencoded": urllib.parse.urlencode,
            f"multipart/form-data; boundary={boundary}": parts,
        }
        with self.serve() as server:
            for number, (kind, encode) in enumerate(forms.items()):
                with self.subTest(kind=kind):
                    phone = f"+1202555010{number}"
                    headers = {"Content-Type": kind}
                    answer = server.request("POST", "/auth/sign-in/", encode({"phone_number": phone}), headers)
                    self.assertEqual(answer.status, 200, answer.body)
                    code = server.wait_message(phone).json()["code"]
                    answer = server.request("POST", "/auth/auth/", encode({"phone_number": phone, "code": code}), headers)
                    self.assertEqual(answer.status, 200, answer.body)
                    self.assertIn("jwt_token", answer.json())

    def test_refuses_what_it_must(self):
        with self.serve("SMS_AUTH_CODE_LEN=10") as server:
            wrong = server.verify(PHONE, "0000000000")
            self.assertEqual((wrong.status, wrong.json()), (400, {"detail": "Code not found"}))
            self.assertEqual(server.sign_in("+1").status, 400)
            self.assertEqual(server.request("GET", "/auth/sign-in/").status, 405)
            self.assertEqual(server.request("GET", "/nothing").status, 404)
            self.assertEqual(server.sign_in().status, 200)
            early = server.sign_in()
            self.assertEqual((early.status, early.json()), (400, {"detail": "Code was send early"}))
            evil = server.request("POST", "/auth/sign-in/", "{}",
                                  {"Content-Type": "application/json", "Origin": "https://evil.example"})
            self.assertEqual(evil.status, 403)
            self.assertEqual(server.request("GET", "/healthz", headers={"Host": "evil.example"}).status, 400)
            self.assertEqual(server.request("GET", "/sandbox/messages", headers={"X-Forwarded-For": "1.2.3.4"}).status, 404)

    def test_refuses_an_expired_code(self):
        with self.serve("SMS_TIMELIFE=1", "SMS_AUTH_CODE_LEN=10") as server:
            message = self.sign_in_and_read(server)
            wait_until(lambda: self.answer("codes", "list")["codes"][0]["state"] == "expired", "the code expires")
            answer = server.verify(PHONE, message["code"])
            self.assertEqual((answer.status, answer.json()), (400, {"detail": "Code not found"}))

    def test_second_server_names_the_first(self):
        with self.serve() as server:
            second = self.smsauth("serve", settings=["SMS_AUTH_PORT=0"])
            self.assertEqual(second.returncode, 3)
            self.assertIn(str(server.process.pid), second.stderr)
            self.assertEqual(second.stdout, "")
            self.assertEqual(server.request("GET", "/healthz").status, 200)

    def test_port_in_use(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            result = self.smsauth("serve", settings=[f"SMS_AUTH_PORT={port}"])
            self.assertEqual(result.returncode, 3, result.stderr)
            self.assertIn(str(port), result.stderr)

    def test_bad_settings_are_one_line_and_exit_code_2(self):
        for setting, words in {
            "SMS_AUTH_CODE_LEN=3": ["SMS_AUTH_CODE_LEN", "3"],
            "SMS_AUTH_COLOUR=red": ["SMS_AUTH_COLOUR"],
            "SMS_AUTH_PROVIDER_PASSWORD=hush": ["SMS_AUTH_PROVIDER_PASSWORD"],
            "SMS_AUTH_HOST=0.0.0.0": ["SMS_AUTH_HOST"],
            "SMS_AUTH_PROVIDER=nobody": ["SMS_AUTH_PROVIDER", "nobody"],
        }.items():
            with self.subTest(setting=setting):
                result = self.smsauth("serve", settings=["SMS_AUTH_PORT=0", setting])
                self.assertEqual(result.returncode, 2, result.stderr)
                lines = [line for line in result.stderr.splitlines() if line.startswith("smsauth: ")]
                self.assertEqual(len(lines), 1, result.stderr)
                for word in words:
                    self.assertIn(word, lines[0])
                self.assertNotIn("hush", result.stderr)

    def test_what_is_no_database_is_left_alone(self):
        document, folder = self.home / "letter.txt", self.home / "folder"
        document.write_text("Dear all")
        folder.mkdir()
        for path, mode in ((document, 0o644), (folder, 0o755)):
            path.chmod(mode)
            result = self.smsauth("serve", settings=["SMS_AUTH_PORT=0", f"SMS_AUTH_DATABASE={path}"])
            self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
            self.assertIn("SMS_AUTH_DATABASE", result.stderr)
            self.assertEqual(path.stat().st_mode & 0o777, mode)
        self.assertEqual(document.read_text(), "Dear all")
        nowhere = self.smsauth("serve", settings=["SMS_AUTH_PORT=0", "SMS_AUTH_DATABASE=/proc/nonexistent/x.db"])
        self.assertEqual((nowhere.returncode, nowhere.stdout), (1, ""), nowhere.stderr)

        damaged = self.profile / "smsauth.db"
        damaged.write_bytes(b"no database" * 1000)
        result = self.smsauth("serve", settings=["SMS_AUTH_PORT=0"])
        self.assertEqual((result.returncode, result.stdout), (1, ""), result.stderr)
        self.assertEqual(damaged.read_bytes(), b"no database" * 1000)
        damaged.write_bytes(b"SQLite format 3\0" + b"?" * 5000)
        result = self.smsauth("serve", settings=["SMS_AUTH_PORT=0"])
        self.assertEqual((result.returncode, result.stdout), (1, ""), result.stderr)

    def test_files_for_tls_are_checked_before_anything_is_made(self):
        rubbish = self.home / "rubbish.pem"
        rubbish.write_text("-----BEGIN NOTHING-----\n")
        nothing = self.home / "absent.pem"
        for key, settings in {
            "SMS_AUTH_TLS_CERT": [f"SMS_AUTH_TLS_CERT={nothing}", f"SMS_AUTH_TLS_KEY={rubbish}"],
            "SMS_AUTH_TLS_KEY": [f"SMS_AUTH_TLS_KEY={rubbish}"],
            "SMS_AUTH_GATEWAY_CA": [f"SMS_AUTH_GATEWAY_CA={rubbish}"],
        }.items():
            for command in (("serve",), ("settings", "check")):
                with self.subTest(key=key, command=command):
                    result = self.smsauth(*command, settings=["SMS_AUTH_PORT=0", *settings])
                    self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                    self.assertRegex(result.stderr, r"\Asmsauth: SMS_AUTH_TLS_|\Asmsauth: SMS_AUTH_GATEWAY_CA")
                    self.assertFalse(self.profile.exists())

    def test_live_without_a_keyring_names_the_choices(self):
        result = self.smsauth("serve", settings=["SMS_AUTH_PORT=0", "SMS_AUTH_PROVIDER=twilio"])
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("SMS_AUTH_SECRETS", result.stderr)

    def test_stops_within_five_seconds_with_clients_that_wait(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=number.name), self.serve() as server:
                ended = threading.Event()

                def wait_for_ever():
                    try:
                        server.wait_message(OTHER_PHONE, timeout=100)
                    except OSError:
                        pass
                    except Exception as error:  # http.client's own: the connection closed without an answer
                        self.assertIn(type(error).__name__, ("RemoteDisconnected", "BadStatusLine", "IncompleteRead"))
                    ended.set()

                threading.Thread(target=wait_for_ever, daemon=True).start()
                idle = socket.create_connection(("127.0.0.1", server.port))
                code = self.sign_in_and_read(server)["code"]
                answer = server.verify(PHONE, code)
                self.assertEqual(answer.status, 200)
                result, took = server.stop(number)
                idle.close()
                self.assertEqual(result, 0)
                self.assertLess(took, 5.5)
                self.assertTrue(ended.wait(5))

    def test_stops_while_it_starts(self):
        server = self.serve(wait=False)
        with server:
            wait_until(lambda: (self.profile / "owner.lock").exists(), "it owns the profile")
            code, took = server.stop()
            self.assertEqual(code, 0)
            self.assertLess(took, 6)

    def test_a_killed_server_leaves_the_profile_free(self):
        with self.serve() as server:
            server.kill()
        with self.serve() as server:
            self.assertEqual(self.answer("status")["state"], "running")

    def test_warnings_are_logged_as_sentences(self):
        self.env["SMS_AUTH_COLOUR"] = "red"
        with self.serve("SMS_DEBUG=true") as server:
            for words in (b"SMS_AUTH_COLOUR in the environment is not a setting", b"A fixed debug code is accepted"):
                wait_until(lambda: words in server.log_text(), words)

    def test_logs_are_json_when_asked(self):
        with self.serve(arguments=["--json"]) as server:
            server.sign_in()
            server.stop()
            for line in server.log_text().splitlines():
                self.assertEqual(set(json.loads(line)), {"at", "level", "category", "message"})

    def test_keeps_what_it_was_told_across_a_restart(self):
        settings = self.file_secrets() + ["SMS_TIMELIFE=600"]
        with self.serve(*settings) as server:
            first = self.sign_in_and_read(server)
            token = server.verify(PHONE, first["code"]).json()["jwt_token"]
            second = self.sign_in_and_read(server, OTHER_PHONE)
        with self.serve(*settings) as server:
            keys = jwt.PyJWKSet.from_dict(server.request("GET", "/.well-known/jwks.json").json())
            jwt.decode(token, keys.keys[0].key, algorithms=["ES256"], options={"verify_aud": False})
            self.assertEqual(server.verify(OTHER_PHONE, second["code"]).status, 200)
            self.assertEqual(server.verify(PHONE, first["code"]).status, 400)


class Files(ProgramTest):
    def test_files_are_private_and_hold_nothing_readable(self):
        password, stored = "hunter2-in-the-environment", "hunter2-from-standard-input"
        settings = self.file_secrets() + ["SMS_AUTH_CODE_LEN=10", "SMS_TIMELIFE=600"]
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = password
        codes = []
        with self.serve(*settings) as server:
            result = self.smsauth("secret", "set", "twilio.password", stdin=stored)
            self.assertEqual(result.returncode, 0, result.stderr)
            for number in range(5):
                codes.append(self.sign_in_and_read(server, f"+1202555010{number}")["code"])
            token = server.verify("+12025550100", codes[0]).json()["jwt_token"]
            self.check(password, stored, token, *codes)
            log = server.log_text().decode()
        self.check(password, stored, token, *codes)
        for secret in (password, stored, token, "+12025550101", *codes):
            self.assertNotIn(secret, log)

    def check(self, *secrets):
        self.assert_nowhere_on_disk(*secrets)
        self.assertGreater(len(self.files()), 1)
        for path in [self.profile, *self.profile.rglob("*")]:
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, f"{path.name} has mode {mode:o}")

    def test_the_command_line_of_the_server_tells_nothing(self):
        with self.serve() as server:
            self.smsauth("secret", "set", "twilio.password", stdin="hunter2")
            self.assertNotIn(b"hunter2", pathlib.Path(f"/proc/{server.process.pid}/cmdline").read_bytes())

    def test_an_open_profile_is_closed(self):
        self.profile.mkdir(mode=0o755)
        self.profile.chmod(0o755)
        with self.serve():
            self.assertEqual(stat.S_IMODE(self.profile.stat().st_mode), 0o700)

    def test_a_deep_profile_works(self):
        self.profile = self.home / ("a" * 60) / ("b" * 60)
        with self.serve():
            self.assertEqual(self.answer("status")["state"], "running")


if __name__ == "__main__":
    main()
