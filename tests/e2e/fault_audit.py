# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit trail from outside: the command line with and without a server, tampering with the files of a profile, and kill -9
while rows are being written, which must never read as tampering."""
import json
import os
import shutil
import signal
import sqlite3
import threading

from phones import fictional
from program import PHONE, ProgramTest, main, wait_until
from sizes import result, size

INTERPOSE = os.environ["SMSAUTH_INTERPOSE"]
# What is being written gets its name last; where the file system cannot do that, it has a longer one meanwhile.
ANCHOR = "~/profile/#,/audit.anchor"
# name, call, where, how manieth at most, when
POINTS = [
    ("before the commit is on the disk", "sync", "-wal", 8, "before"),
    ("after the commit, before the anchor", "sync", "-wal", 8, "after"),
    ("in mid-write of a commit", "write", "-wal", 30, "half"),
    ("before the anchor is written", "write", ANCHOR, 8, "before"),
    ("in mid-write of the anchor", "write", ANCHOR, 8, "half"),
    ("after the anchor is written, before its name", "write", ANCHOR, 8, "after"),
    ("after the anchor has its name", "sync", "/profile", 8, "before"),
    ("before an answer", "send", "!peer:1", 12, "before"),
]


class Audit(ProgramTest):
    def setUp(self):
        super().setUp()
        self.settings = [*self.file_secrets(), "SMS_DEBUG=true", "SMS_AUTH_LIMITS=seed"]
        self.source = fictional()

    def audit(self, *arguments, code=0):
        return self.answer("audit", *arguments, code=code, settings=self.settings)

    def verify(self, code=0, *arguments):
        return self.audit("verify", *arguments, code=code)

    def sql(self, *statements):
        with sqlite3.connect(self.profile / "smsauth.db") as database:
            for statement in statements:
                database.execute(statement)
        database.close()

    def faults(self, verdict):
        return [(each["fault"], each["first"], each["last"]) for each in verdict["findings"]]

    def start_with_rows(self):
        with self.serve(*self.settings) as server:
            for _ in range(5):
                self.assertEqual(server.sign_in(next(self.source)).status, 200)
            self.assertEqual(server.post("/sandbox/faults", {"phone": PHONE, "outcome": "locked"}).status, 200)
            rows = self.audit("list")["rows"]
            verdict = self.verify()
        self.assertEqual([row["action"] for row in reversed(rows)],
                         ["audit.chain_started"] + ["debug_code.used"] * 5 + ["fault.set"])
        self.assertEqual((rows[0]["actor"], rows[0]["detail"]), ("http", "locked"))
        self.assertNotIn(PHONE, json.dumps(rows))
        self.assertEqual((verdict["sound"], verdict["rows"], verdict["begins"], verdict["unanchored"]), (True, 7, 1, 0))
        return verdict

    def test_list_and_verify_with_and_without_a_server(self):
        verdict = self.start_with_rows()
        self.assertEqual(self.verify(), verdict)
        self.assertEqual(self.verify(0, "--noted", verdict["newest"]), verdict)
        self.assertEqual(len(self.audit("list", "--find", "DEBUG", "--limit", "3")["rows"]), 3)
        self.assertEqual([row["id"] for row in self.audit("list", "--before", "3")["rows"]], [2, 1])
        human = self.smsauth("audit", "verify", settings=self.settings)
        self.assertEqual(human.returncode, 0)
        self.assertTrue(human.stdout.startswith("Sound: 7 rows checked, sealed since row 1 ("), human.stdout)
        self.assertIn(verdict["newest"], human.stdout)
        self.assertIn("debug_code.used", self.smsauth("audit", "list", settings=self.settings).stdout)
        self.assertEqual(self.smsauth("audit", "verify", "--noted", "7", settings=self.settings).returncode, 2)
        locked = self.smsauth("audit", "verify", settings=["SMS_AUTH_SECRETS=file"])
        self.assertEqual(locked.returncode, 5, locked.stderr)
        mode = os.stat(self.profile / "audit.anchor").st_mode & 0o777
        self.assertEqual(mode, 0o600)

    def test_tampering_ends_with_exit_code_1(self):
        self.start_with_rows()
        self.sql("UPDATE audit SET subject = 'nobody' WHERE id = 3")
        verdict = self.verify(1)
        self.assertEqual((verdict["sound"], self.faults(verdict)), (False, [("changed", 3, 3)]))
        human = self.smsauth("audit", "verify", settings=self.settings)
        self.assertEqual(human.returncode, 1)
        self.assertIn("NOT SOUND", human.stdout)
        self.assertIn("row 3 was changed", human.stdout)
        with self.serve(*self.settings) as server:
            server.sign_in(next(self.source))
            self.assertEqual(self.faults(self.verify(1)), [("changed", 3, 3)])

    def test_an_older_copy_is_found_and_stays_found(self):
        noted = self.start_with_rows()["newest"]
        copies = {name: (self.profile / name).read_bytes() for name in ("smsauth.db", "audit.anchor")}
        with self.serve(*self.settings) as server:
            server.sign_in(next(self.source))
            newest = self.verify()["newest"]
        (self.profile / "smsauth.db").write_bytes(copies["smsauth.db"])
        with self.serve(*self.settings) as server:
            self.assertEqual(self.audit("list")["rows"][0]["action"], "audit.broken")
            self.assertEqual(self.faults(self.verify(1)), [("cut_off", 8, 8)])
            server.sign_in(next(self.source))
            self.assertEqual(self.faults(self.verify(1, "--noted", noted)), [("cut_off", 8, 8)])
        # Both put back together: what only a note can tell.
        for name, content in copies.items():
            (self.profile / name).write_bytes(content)
        self.verify(0)
        self.assertEqual(self.faults(self.verify(1, "--noted", newest)), [("cut_off", 8, 8)])

    def test_a_restored_backup_is_no_tampering(self):
        self.start_with_rows()
        backup = str(self.home / "backup.db")
        with self.serve(*self.settings) as server:
            self.answer("backup", backup)
            server.sign_in(next(self.source))
            self.answer("restore", backup)
            verdict = self.verify()
            self.assertEqual(self.audit("list")["rows"][0]["action"], "database.restored")
        self.assertEqual(self.verify(), verdict)

    def test_removed_anchor(self):
        self.start_with_rows()
        (self.profile / "audit.anchor").unlink()
        self.assertEqual([fault for fault, _, _ in self.faults(self.verify(1))], ["anchor_missing"])

    def sign_in_until_it_dies(self, server, wanted=10_000):
        """How many sign-ins were answered; each has left a row."""
        accepted = []

        def run():
            while server.process.poll() is None and len(accepted) < wanted:
                try:
                    if server.sign_in(self.next_phone()).status == 200:
                        accepted.append(1)
                except (OSError, EOFError, ValueError):
                    pass
                except Exception as error:  # pylint: disable=broad-except
                    if "RemoteDisconnected" not in repr(error) and "BadStatusLine" not in repr(error) \
                            and "IncompleteRead" not in repr(error):
                        raise

        threads = [threading.Thread(target=run, daemon=True) for _ in range(4)]
        for thread in threads:
            thread.start()
        return accepted, threads

    def next_phone(self):
        with self.lock:
            return next(self.source)

    def kill_amid(self, fault, random_after=0):
        """The number of rows that were answered for."""
        if fault:
            self.env.update(LD_PRELOAD=INTERPOSE, SMSAUTH_FAULT=fault, ASAN_OPTIONS="verify_asan_link_order=0")
        server = self.serve(*self.settings, wait=False)
        self.addCleanup(server.process.kill)
        self.env.pop("LD_PRELOAD", None)
        try:
            server.listening()
        except AssertionError:
            self.assertEqual(server.process.returncode, -signal.SIGKILL)
            with server:
                return 0
        accepted, threads = self.sign_in_until_it_dies(server)
        if random_after:
            wait_until(lambda: len(accepted) >= random_after, "rows are written", 60)
            server.process.kill()
        wait_until(lambda: server.process.poll() is not None, f"it dies at {fault}", 60)
        self.assertEqual(server.process.returncode, -signal.SIGKILL)
        for thread in threads:
            thread.join(30)
        with server:
            return len(accepted)

    def judge(self, answered):
        verdict = self.verify()
        self.assertEqual(verdict["findings"], [])
        written = verdict["rows"] - 1
        self.assertGreaterEqual(written, answered, "a row of an answered deed is lost")
        with self.serve(*self.settings) as server:
            self.assertEqual(server.sign_in(self.next_phone()).status, 200)
            after = self.verify()
        self.assertEqual((after["findings"], after["unanchored"], after["begins"]), ([], 0, 1))
        self.assertEqual(after["rows"], verdict["rows"] + 1)

    def test_a_kill_amid_writing_is_no_tampering(self):
        self.lock = threading.Lock()
        answered = kills = 0
        rounds = size("kills at each named point")
        with self.serve(*self.settings) as server:
            self.assertEqual(server.sign_in(self.next_phone()).status, 200)
            answered += 1
        for number, (name, call, where, most, when) in enumerate(POINTS * rounds):
            with self.subTest(point=name):
                answered += self.kill_amid(f"{call}|{where}|{2 + number * 5 % most}|{when}")
                kills += 1
                self.judge(answered)
        for number in range(size("random kills")):
            answered += self.kill_amid("", 3 + number * 7 % 40)
            kills += 1
            self.judge(answered)
        rows = self.verify()["rows"]
        # And then it is found: the same rows, cut off by hand.
        self.sql(f"DELETE FROM audit WHERE id > {rows - 2}")
        self.assertEqual(self.faults(self.verify(1)), [("cut_off", rows - 1, rows - 1)])
        result("kill -9 amid the writing of the audit trail", f"{kills} kills, {rows} rows",
               "answered deeds lost 0, never taken for tampering")

    def test_a_kill_at_the_first_start_is_no_tampering(self):
        for point, (call, where, when) in enumerate([("write", ANCHOR, "before"), ("sync", "-wal", "after"),
                                                     ("write", ANCHOR, "after"),
                                                     ("sync", "/profile", "after")]):
            for number in (1, 2, 3, 4):
                with self.subTest(point=point, number=number):
                    shutil.rmtree(self.profile, ignore_errors=True)
                    self.profile.mkdir(mode=0o700)
                    self.env.update(LD_PRELOAD=INTERPOSE, SMSAUTH_FAULT=f"{call}|{where}|{number}|{when}",
                                    ASAN_OPTIONS="verify_asan_link_order=0")
                    self.smsauth("status", settings=self.settings)
                    self.env.pop("LD_PRELOAD")
                    verdict = self.verify()
                    self.assertEqual(verdict["findings"], [])
                    self.assertEqual(verdict["checked"], 1)


if __name__ == "__main__":
    main()
