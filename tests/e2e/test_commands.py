# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line with and without a server on the profile."""
import json
import os
import pty
import subprocess
import termios
import threading

from program import OTHER_PHONE, PHONE, PROGRAM, ProgramTest, main, wait_until

MESSAGE_KEYS = {"id", "created_at", "phone", "provider", "state", "provider_message_id", "attempts"}
ATTEMPT_KEYS = {"at", "provider", "status", "provider_code", "error", "ms"}
CODE_KEYS = {"id", "phone", "code", "created_at", "expires_at", "tries", "max_tries", "state", "message_state"}
USER_KEYS = {"pk", "username", "first_name", "last_name", "email", "is_active", "created_at", "last_sign_in_at"}


class WithServer(ProgramTest):
    def test_codes_list_and_wait(self):
        with self.serve() as server:
            message = self.sign_in_and_read(server)
            code, = self.answer("codes", "list")["codes"]
            self.assertEqual(set(code), CODE_KEYS)
            self.assertEqual((code["phone"], code["code"], code["state"]), (PHONE, message["code"], "live"))
            self.assertEqual(self.answer("codes", "wait", "--phone", PHONE), message)
            human = self.smsauth("codes", "wait", "--phone", PHONE)
            self.assertEqual((human.returncode, human.stdout), (0, message["code"] + "\n"))
            self.assertIn(PHONE, self.smsauth("codes", "list").stdout)

            late = self.smsauth("codes", "wait", "--phone", PHONE, "--since", str(message["id"]), "--timeout", "1")
            self.assertEqual((late.returncode, late.stdout), (4, ""))

    def test_several_wait_at_once(self):
        with self.serve() as server:
            answers = []
            waiting = [threading.Thread(target=lambda: answers.append(self.answer(
                "codes", "wait", "--phone", PHONE, "--timeout", "60", "--since", "0"))) for _ in range(5)]
            for thread in waiting:
                thread.start()
            message = self.sign_in_and_read(server)
            for thread in waiting:
                thread.join(60)
            self.assertEqual(answers, [message] * 5)

    def test_log(self):
        with self.serve("SMS_AUTH_RESEND_WAIT=0") as server:
            for phone in (PHONE, OTHER_PHONE, PHONE):
                self.sign_in_and_read(server, phone)
            wait_until(lambda: len(self.answer("log", "--state", "delivered")["messages"]) == 3, "all are delivered")
            messages = self.answer("log")["messages"]
            self.assertEqual([each["phone"] for each in messages], [PHONE, OTHER_PHONE, PHONE])
            for message in messages:
                self.assertLessEqual(MESSAGE_KEYS, set(message))
                self.assertEqual(message["provider"], "sandbox")
                for attempt in message["attempts"]:
                    self.assertEqual(set(attempt), ATTEMPT_KEYS)
            self.assertEqual(self.answer("log", "--limit", "1")["messages"], messages[:1])
            self.assertEqual(self.answer("log", "--before", str(messages[0]["id"]))["messages"], messages[1:])
            self.assertEqual(self.answer("log", "--phone", OTHER_PHONE)["messages"], messages[1:2])
            self.assertEqual(self.answer("log", "--state", "failed")["messages"], [])
            self.assertEqual(self.answer("log", "--filter", f"status:delivered to:{OTHER_PHONE}")["messages"], messages[1:2])
            self.assertEqual(self.answer("log", "--filter", "last:1h -to:*" + OTHER_PHONE[-4:], "--limit", "1")["messages"],
                             messages[:1])
            wrong = self.smsauth("log", "--filter", "status:lost")
            self.assertEqual(wrong.returncode, 2)
            self.assertIn("there is no state lost", wrong.stderr)

    def test_log_export(self):
        with self.serve("SMS_AUTH_RESEND_WAIT=0", "SMS_AUTH_CODE_LEN=8") as server:
            codes = [self.sign_in_and_read(server, phone)["code"] for phone in (PHONE, OTHER_PHONE, PHONE)]
            file = self.home / "log.csv"
            out = str(file)
            answer = self.answer("log", "--filter", "last:1h", "--export", "csv", "--out", out)
            self.assertEqual(answer, {"rows": 3, "file": out})
            text = file.read_bytes().decode()
            self.assertEqual(len(text.split("\r\n")), 5)
            self.assertTrue(text.startswith("id,created_at,phone,"))
            for secret in codes + [PHONE, OTHER_PHONE]:
                self.assertNotIn(secret, text)
            self.assertEqual(os.stat(out).st_mode & 0o777, 0o600)
            file = self.home / "log.jsonl"
            self.answer("log", "--export", "jsonl", "--out", str(file), "--full-phones", "--filter", f"to:{OTHER_PHONE}")
            self.assertEqual([json.loads(line)["phone"] for line in file.read_text().splitlines()], [OTHER_PHONE])
            kept = file.read_text()
            self.assertEqual(self.smsauth("log", "--export", "csv", "--out", str(file)).returncode, 2, "it was there")
            self.assertEqual(file.read_text(), kept)
            self.answer("log", "--export", "csv", "--out", str(file), "--overwrite")
            for own in ("smsauth.db", "smsauth.db-wal", "owner.lock", "new.csv"):
                target = str(self.profile / own)
                for refused in (["log", "--export", "csv", "--out", target, "--overwrite"],
                                ["backup", target, "--overwrite"]):
                    self.assertEqual(self.smsauth(*refused).returncode, 2, refused)
            self.assertEqual(len(self.answer("log")["messages"]), 3)
            for arguments in (["--export", "xml", "--out", out], ["--export", "csv"],
                              ["--export", "csv", "--out", out, "--limit", "5"]):
                self.assertEqual(self.smsauth("log", *arguments).returncode, 2, arguments)
            full = self.smsauth("log", "--export", "csv", "--out", "/dev/full")
            self.assertEqual(full.returncode, 1)
            self.assertIn("/dev/full", full.stderr)
            self.assertEqual(self.smsauth("log", "--export", "csv", "--out", "/nowhere/x.csv").returncode, 1)
            self.assertEqual(self.answer("log", "--state", "lost", code=2)["error"]["code"], "invalid_input")

    def test_clear_expired(self):
        with self.serve("SMS_TIMELIFE=1", "SMS_AUTH_RESEND_WAIT=0") as server:
            self.sign_in_and_read(server)
            wait_until(lambda: self.answer("clear-expired", "--dry-run") == {"expired": 1, "removed": 0}, "it expires")
            self.assertEqual(self.answer("clear_expired"), {"expired": 1, "removed": 1})
            self.assertEqual(self.answer("clear-expired"), {"expired": 0, "removed": 0})
            self.assertEqual(self.answer("codes", "list")["codes"], [])

    def test_settings_show_is_what_the_server_uses(self):
        with self.serve("SMS_AUTH_CODE_LEN=7"):
            self.assertEqual(self.answer("settings", "show")["settings"]["SMS_AUTH_CODE_LEN"], 7)
            noted = self.smsauth("settings", "show", "--set", "SMS_AUTH_CODE_LEN=8", "--json")
            self.assertEqual(json.loads(noted.stdout)["settings"]["SMS_AUTH_CODE_LEN"], 7)
            self.assertIn("--set", noted.stderr)
            self.assertEqual(self.answer("settings", "check")["settings"]["SMS_AUTH_CODE_LEN"], 4)

    def test_import_is_applied_at_once(self):
        path = self.home / "settings.py"
        path.write_text("SMS_AUTH_SETTINGS = {'SMS_AUTH_CODE_LEN': 6, 'SMS_TIMELIFE': 120, 'USER_MODEL': 'a.B',\n"
                        "    'SMS_AUTH_PROVIDER_PASSWORD': 'hunter2-imported'}\n")
        with self.serve() as server:
            report = self.answer("settings", "import", str(path))
            self.assertLessEqual({"settings", "ignored"}, set(report))
            self.assertEqual(report["settings"]["SMS_AUTH_CODE_LEN"], 6)
            self.assertEqual(report["settings"]["SMS_AUTH_RESPONSE"], "value")
            self.assertTrue(any("USER_MODEL" in each for each in report["ignored"]), report)
            self.assertNotIn("hunter2-imported", json.dumps(report))
            self.assertRegex(self.sign_in_and_read(server)["code"], r"^\d{6}$")
            self.assertEqual(self.answer("settings", "import", "/nonexistent", code=2)["error"]["code"], "invalid_input")
        self.assert_nowhere_on_disk("hunter2-imported")

    def test_import_goes_live_only_when_told_to(self):
        path = self.home / "settings.json"
        path.write_text(json.dumps({"SMS_AUTH_PROVIDER": "megafon", "SMS_AUTH_PROVIDER_LOGIN": "me"}))
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = "hunter2-environment"
        with self.serve(*self.file_secrets()):
            refused = self.answer("settings", "import", str(path), code=2)
            self.assertIn("--live", refused["error"]["detail"])
            self.assertEqual(self.answer("status")["mode"], "simulated")
            self.assertFalse((self.profile / "settings.json").exists())
            self.answer("settings", "import", "--live", str(path))
            self.assertEqual(self.answer("status")["provider"], "megafon")
            places = {each["name"]: each["place"] for each in self.answer("secret", "list")["secrets"]}
            self.assertEqual(places["megafon.password"], "environment")

    def test_secrets(self):
        with self.serve(*self.file_secrets()):
            self.check_secrets([])

    def check_secrets(self, settings):
        def names():
            return {each["name"]: each["place"] for each in self.answer("secret", "list", settings=settings)["secrets"]}

        self.assertNotIn("twilio.password", names())
        self.answer("secret", "set", "twilio.password", stdin="hunter2\n", settings=settings)
        self.assertEqual(names()["twilio.password"], "file")
        self.assertNotIn("hunter2", self.smsauth("secret", "list", settings=settings).stdout)
        self.answer("secret", "delete", "twilio.password", settings=settings)
        self.assertNotIn("twilio.password", names())
        self.assertEqual(self.answer("secret", "delete", "twilio.password", code=1, settings=settings)["error"]["code"],
                         "not_found")
        self.assertEqual(self.answer("secret", "set", "twilio.password", stdin="", code=2, settings=settings)["error"]["code"],
                         "invalid_input")
        self.assert_nowhere_on_disk("hunter2")

    def test_secret_from_a_prompt_is_not_shown(self):
        with self.serve(*self.file_secrets()):
            controller, terminal = pty.openpty()
            process = subprocess.Popen([PROGRAM, "secret", "set", "twilio.password", "--profile", str(self.profile)],
                                       env=self.env, stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True)
            os.close(terminal)
            shown = b""
            while b": " not in shown:
                shown += os.read(controller, 1000)
            self.assertIn(b"twilio.password", shown)
            # Echo is off before the prompt's line can be answered by a person; here it must be waited for.
            wait_until(lambda: not termios.tcgetattr(controller)[3] & termios.ECHO, "echo is off")
            os.write(controller, b"hunter2\n")
            try:
                while True:
                    chunk = os.read(controller, 1000)
                    if not chunk:
                        break
                    shown += chunk
            except OSError:
                pass  # the terminal has no more users
            self.assertEqual(process.wait(30), 0, shown)
            self.assertNotIn(b"hunter2", shown)
            os.close(controller)
            self.assertIn("twilio.password", self.smsauth("secret", "list").stdout)

    def test_send_test(self):
        with self.serve():
            sent = self.answer("send-test", "--to", PHONE)
            self.assertEqual(set(sent), {"state", "provider", "provider_message_id", "error"})
            self.assertEqual((sent["provider"], sent["error"]), ("sandbox", None))
            self.assertEqual(self.answer("send-test", "--to", "+1", code=2)["error"]["code"], "invalid_phone")

    def test_users(self):
        with self.serve() as server:
            for phone in (PHONE, OTHER_PHONE):
                code = self.sign_in_and_read(server, phone)["code"]
                self.assertEqual(server.verify(phone, code).status, 200)
            users = self.answer("users", "list")["users"]
            self.assertEqual([each["username"] for each in users], [OTHER_PHONE, PHONE])
            for user in users:
                self.assertEqual(set(user), USER_KEYS)
            self.assertEqual(self.answer("users", "list", "--limit", "1")["users"], users[:1])


    def test_back_up_and_restore(self):
        copy = self.home / "copy.db"
        with self.serve("SMS_AUTH_RESEND_WAIT=0") as server:
            code = self.sign_in_and_read(server)["code"]
            self.assertEqual(server.verify(PHONE, code).status, 200)
            written = self.answer("backup", str(copy))
            self.assertEqual((written["file"], written["bytes"]), (str(copy), copy.stat().st_size))
            self.assertEqual((written["codes"], written["messages"], written["users"]), (1, 1, 1))
            self.assertEqual(copy.stat().st_mode & 0o777, 0o600)
            again = self.answer("backup", str(copy), code=2)
            self.assertIn("already", again["error"]["detail"])
            self.answer("backup", "--overwrite", str(copy))

            code = self.sign_in_and_read(server, OTHER_PHONE)["code"]
            self.assertEqual(server.verify(OTHER_PHONE, code).status, 200)
            restored = self.answer("restore", str(copy))
            self.assertEqual((restored["users"], restored["same_key"]), (1, True))
            self.assertEqual([each["username"] for each in self.answer("users", "list")["users"]], [PHONE])
            self.assertEqual(server.sign_in(OTHER_PHONE).status, 200)  # the server goes on where it was
            self.assertEqual(self.answer("status")["state"], "running")
            back = self.answer("restore", restored["kept"])
            self.assertEqual(back["users"], 2)
            self.assertIn("cannot be restored", self.answer("restore", __file__, code=2)["error"]["detail"])
            self.assertLess(0, self.answer("compact")["after"])


class WithoutServer(ProgramTest):
    def test_back_up_and_restore(self):
        settings = self.file_secrets()
        with self.serve(*settings) as server:
            self.assertEqual(server.verify(PHONE, self.sign_in_and_read(server)["code"]).status, 200)
        relative = subprocess.run([PROGRAM, "backup", "copy.db", "--profile", str(self.profile), "--json",
                                   *[word for each in settings for word in ("--set", each)]],
                                  env=self.env, cwd=self.home, capture_output=True, text=True)
        self.assertEqual(json.loads(relative.stdout)["file"], str(self.home / "copy.db"), relative.stderr)
        (self.profile / "smsauth.db").write_bytes(b"no longer a database")
        self.answer("status", settings=settings, code=1)
        restored = self.answer("restore", str(self.home / "copy.db"), settings=settings)
        self.assertEqual(restored["users"], 1)
        with open(restored["kept"], "rb") as kept:
            self.assertEqual(kept.read(), b"no longer a database")
        self.assertEqual(self.answer("users", "list", settings=settings)["users"][0]["username"], PHONE)

    def test_sees_what_a_server_left(self):
        settings = self.file_secrets()
        with self.serve(*settings) as server:
            message = self.sign_in_and_read(server)
            self.assertEqual(server.verify(PHONE, message["code"]).status, 200)
        self.assertEqual(self.answer("codes", "list", settings=settings)["codes"][0]["state"], "used")
        self.assertEqual(self.answer("log", settings=settings)["messages"][0]["id"], message["id"])
        self.assertEqual(self.answer("users", "list", settings=settings)["users"][0]["username"], PHONE)
        self.assertEqual(self.answer("status", settings=settings)["state"], "stopped")

    def test_clears_expired(self):
        settings = self.file_secrets() + ["SMS_TIMELIFE=1", "SMS_AUTH_RESEND_WAIT=0"]
        with self.serve(*settings) as server:
            self.sign_in_and_read(server)
            wait_until(lambda: self.answer("codes", "list")["codes"][0]["state"] == "expired", "it expires")
        self.assertEqual(self.answer("clear_expired", settings=settings), {"expired": 1, "removed": 1})

    def test_secrets(self):
        self.profile.mkdir()
        WithServer.check_secrets(self, self.file_secrets())

    def test_nothing_is_stored_in_a_memory_that_ends(self):
        refused = self.answer("secret", "set", "twilio.password", stdin="hunter2", code=5)
        self.assertIn("SMS_AUTH_SECRETS", refused["error"]["detail"])
        path = self.home / "settings.json"
        path.write_text(json.dumps({"SMS_AUTH_AUTH_TOKEN": "hunter2"}))
        report = self.answer("settings", "import", str(path))
        self.assertEqual(report["secrets"], [])
        self.assertIn("twilio.password", report["ignored"][0])
        with self.serve():
            self.answer("secret", "set", "twilio.password", stdin="hunter2")

    def test_wrong_passphrase_is_exit_code_5(self):
        settings = self.file_secrets()
        self.answer("secret", "set", "twilio.password", stdin="hunter2", settings=settings)
        (self.home / "passphrase").write_text("something else\n")
        self.assertEqual(self.smsauth("secret", "list", settings=settings).returncode, 5)
        self.assertEqual(self.smsauth("serve", settings=[*settings, "SMS_AUTH_PORT=0"]).returncode, 5)

    def test_import_and_show(self):
        path = self.home / "settings.json"
        path.write_text(json.dumps({"SMS_AUTH_CODE_LEN": 6}))
        self.assertEqual(self.answer("settings", "import", str(path))["settings"]["SMS_AUTH_CODE_LEN"], 6)
        self.assertEqual(self.answer("settings", "show")["settings"]["SMS_AUTH_CODE_LEN"], 6)
        self.assertEqual(self.answer("settings", "show", settings=["SMS_AUTH_CODE_LEN=9"])["settings"]["SMS_AUTH_CODE_LEN"], 9)
        with self.serve() as server:
            self.assertRegex(self.sign_in_and_read(server)["code"], r"^\d{6}$")

    def test_questions_make_no_profile(self):
        for words in (("status",), ("codes", "list"), ("log",), ("users", "list"), ("settings", "show"), ("secret", "list"),
                      ("clear-expired", "--dry-run"), ("backup", str(self.home / "copy.db")), ("compact",),
                      ("faults", "list"), ("faults", "clear"),
                      ("log", "--export", "csv", "--out", str(self.home / "log.csv"))):
            with self.subTest(words=words):
                self.assertIn("is no profile", self.answer(*words, code=2)["error"]["detail"])
                self.assertFalse(self.profile.exists())
        self.assertEqual(self.smsauth("codes", "wait", "--phone", PHONE, "--timeout", "0").returncode, 4)
        self.assertFalse(self.profile.exists())
        documents = self.home / "documents"
        documents.mkdir(mode=0o755)
        (documents / "letter.txt").write_text("Dear")
        self.profile = documents
        self.answer("status", code=2)
        self.assertEqual(documents.stat().st_mode & 0o777, 0o755)
        self.assertEqual([each.name for each in documents.iterdir()], ["letter.txt"])

    def test_an_unreadable_database_is_a_failure(self):
        self.profile.mkdir()
        (self.profile / "smsauth.db").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)
        for words in (("status",), ("codes", "list"), ("log",), ("users", "list"), ("backup", str(self.home / "copy.db"))):
            with self.subTest(words=words):
                self.assertEqual(self.answer(*words, code=1)["error"]["code"], "storage")

    def test_settings_that_cannot_be_read_are_not_shown_as_defaults(self):
        self.profile.mkdir()
        self.assertIn("SMS_AUTH_CODE_LEN",
                      self.answer("settings", "show", settings=["SMS_AUTH_CODE_LEN=99"], code=2)["error"]["detail"])
        (self.profile / "settings.json").write_text("{")
        self.answer("settings", "show", code=2)
        self.answer("status", code=2)
        (self.profile / "settings.json").unlink()
        os.mkfifo(self.profile / "settings.json")
        for command in (("settings", "show"), ("settings", "check"), ("serve",)):
            self.answer(*command, code=1)
        (self.profile / "settings.json").unlink()
        os.mkfifo(self.profile / "providers.json")
        self.answer("log", code=1)
        (self.profile / "providers.json").unlink()
        (self.profile / "owner.lock").unlink()
        os.mkfifo(self.profile / "owner.lock")
        self.answer("log", code=1)

    def test_check_makes_nothing(self):
        self.answer("settings", "check")
        self.assertFalse(self.profile.exists())
        self.profile.mkdir()
        (self.profile / "settings.json").write_text('{"SMS_TIMELIFE": 1000}')
        self.assertIn("SMS_TIMELIFE", self.answer("settings", "check", code=2)["error"]["detail"])
        self.assertEqual(self.smsauth("serve").returncode, 2)

    def test_environment_is_taken_and_strangers_are_noted(self):
        self.env.update(SMS_AUTH_CODE_LEN="8", SMS_AUTH_COLOUR="red")
        shown = self.answer("settings", "check")
        self.assertEqual(shown["settings"]["SMS_AUTH_CODE_LEN"], 8)
        self.assertTrue(any("SMS_AUTH_COLOUR" in each for each in shown["ignored"]), shown["ignored"])

    def test_wait_leaves_the_profile_to_a_server(self):
        waiting = subprocess.Popen([PROGRAM, "codes", "wait", "--phone", PHONE, "--timeout", "60", "--json",
                                    "--profile", str(self.profile)], env=self.env, stdout=subprocess.PIPE, text=True)
        with self.serve() as server:
            message = self.sign_in_and_read(server)
            output, _ = waiting.communicate(timeout=60)
            self.assertEqual((waiting.returncode, json.loads(output)), (0, message))

    def test_wait_ends_at_the_time_out(self):
        result = self.smsauth("codes", "wait", "--phone", PHONE, "--timeout", "1")
        self.assertEqual((result.returncode, result.stdout), (4, ""))

    def test_commands_at_the_same_time(self):
        self.profile.mkdir()
        settings = self.file_secrets()
        running = [subprocess.Popen([PROGRAM, "users", "list", "--profile", str(self.profile), "--json",
                                     *[word for each in settings for word in ("--set", each)]],
                                    env=self.env, stdout=subprocess.PIPE, text=True) for _ in range(4)]
        for process in running:
            output, _ = process.communicate(timeout=60)
            self.assertEqual((process.returncode, json.loads(output)), (0, {"users": []}))

    def test_live_mode_shows_no_codes_and_masks_phones(self):
        settings = [*self.file_secrets(), "SMS_AUTH_PROVIDER=twilio", "SMS_AUTH_LIMITS=seed",
                    "SMS_AUTH_PROVIDER_URL=http://127.0.0.1:9", "SMS_AUTH_GATEWAY_PRIVATE=true", "SMS_AUTH_CODE_LEN=6",
                    "SMS_AUTH_ACCOUNT_SID=AC0", "SMS_AUTH_PROVIDER_FROM=+12025550199"]
        self.env["SMS_AUTH_AUTH_TOKEN"] = "hunter2-token"
        with self.serve(*settings) as server:
            self.assertEqual(server.sign_in().status, 200)
            self.assertIsNone(self.answer("codes", "list")["codes"][0]["code"])
            self.assertEqual(self.smsauth("codes", "wait", "--phone", PHONE, "--timeout", "1").returncode, 2)
            for words in (("codes", "list"), ("log",)):
                text = self.smsauth(*words).stdout
                self.assertNotIn(PHONE, text)
                self.assertIn("+1202", text)
            # For scripts the number is whole, as the interfaces have it.
            self.assertEqual(self.answer("codes", "list")["codes"][0]["phone"], PHONE)
            self.assertEqual(self.answer("log")["messages"][0]["phone"], PHONE)
            self.assertEqual(self.answer("faults", "list"), {"faults": []})
            self.assertIn("live mode", self.smsauth("faults", "list").stdout)
            self.assertEqual(server.request("GET", "/sandbox/messages").status, 404)
        self.assertNotIn(PHONE, server_log(server))
        self.assert_nowhere_on_disk("hunter2-token")


def server_log(server):
    with open(server.log.name, "rb") as file:
        return file.read().decode(errors="replace")


class Usage(ProgramTest):
    def test_help(self):
        everything = self.smsauth("--help")
        self.assertEqual(everything.returncode, 0)
        self.assertIn("SMS_AUTH_CODE_LEN", everything.stdout)
        self.assertIn("--dry-run", self.smsauth("clear-expired", "--help").stdout)
        for group in ("codes", "users", "faults", "flow", "settings", "secret"):
            own = self.smsauth(group, "--help")
            self.assertEqual(own.returncode, 0)
            self.assertIn(f"smsauth {group} ", own.stdout)
            self.assertNotIn("SMS_AUTH_CODE_LEN", own.stdout)
        self.assertRegex(self.smsauth("--version").stdout, r"^smsauth \d+\.\d+\.\d+\n$")
        self.assertFalse(self.profile.exists())

    def test_wrong_use_is_exit_code_2(self):
        for words in ((), ("nothing",), ("codes",), ("log", "--limit", "0"), ("log", "--limit", "x"), ("codes", "wait"),
                      ("secret", "set"), ("log", "--phone", "+1"), ("serve", "--set", "nothing"),
                      ("secret", "set", "no-such-form"), ("secret", "set", "sealing_key"),
                      ("codes", "wait", "--phone", PHONE, "--timeout", "121"),
                      ("codes", "wait", "--phone", PHONE, "--timeout", "-1"),
                      ("send-test", "--to", PHONE, "--provider", "nobody"), ("settings", "import", "/dev/null")):
            with self.subTest(words=words):
                result = self.smsauth(*words)
                self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                self.assertTrue(result.stderr.startswith("smsauth: "), result.stderr)

    def test_an_answer_that_cannot_be_written_is_a_failure(self):
        for words in (["settings", "check", "--profile", str(self.profile)], ["--help"], ["--version"]):
            with self.subTest(words=words), open("/dev/full", "w") as full:
                result = subprocess.run([PROGRAM, *words], env=self.env, stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn("could not be written", result.stderr)

    def test_a_relative_data_home_does_not_count(self):
        self.env["XDG_DATA_HOME"] = "somewhere"
        (self.home / ".local/share/smsauth").mkdir(parents=True)
        result = subprocess.run([PROGRAM, "status", "--json"], env=self.env, cwd=self.home, capture_output=True, text=True)
        self.assertEqual(json.loads(result.stdout)["profile"], str(self.home / ".local/share/smsauth"))

    def test_works_in_the_c_locale(self):
        self.env.update(LC_ALL="C")
        result = self.smsauth("settings", "check", settings=["SMS_AUTH_MESSAGE=Код: {code}"])
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Код: {code}", result.stdout)

    def test_folders_that_are_no_profile(self):
        foreign = self.home / "foreign"
        foreign.mkdir()
        if os.geteuid() == 0:
            os.chown(foreign, 65534, 65534)
        else:
            foreign = "/usr"
        for folder in ("/", "/tmp", "/proc/smsauth", "/etc/passwd", foreign):
            with self.subTest(folder=folder):
                self.profile = folder
                result = self.smsauth("log")
                self.assertEqual(result.returncode, 2, result.stderr)


if __name__ == "__main__":
    main()
