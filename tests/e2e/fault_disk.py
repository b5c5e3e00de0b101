# SPDX-License-Identifier: GPL-3.0-or-later
"""A full disk, failing writes, a locked and a damaged database: no crash, clear answers, no token without a committed
row, and all is well again by itself."""
import os
import random
import shutil
import sqlite3
import subprocess
import time

from phones import fictional
from program import ProgramTest, main, wait_until
from sizes import FULL, result, size

INTERPOSE = os.environ["SMSAUTH_INTERPOSE"]
NO_SPACE, INPUT_OUTPUT = 28, 5


class Disk(ProgramTest):
    def setUp(self):
        super().setUp()
        self.phones = fictional()
        self.settings = [*self.file_secrets(), "SMS_TIMELIFE=600", "SMS_AUTH_CODE_LEN=8"]
        self.trouble = self.home / "trouble"

    def interposed(self, fault):
        """A server in which such calls fail while the file `trouble` exists."""
        env = dict(self.env)
        self.env.update(LD_PRELOAD=INTERPOSE, SMSAUTH_FAULT=fault, SMSAUTH_FAULT_WHILE=str(self.trouble),
                        ASAN_OPTIONS="verify_asan_link_order=0")
        try:
            return self.serve(*self.settings)
        finally:
            self.env = env

    def healthy(self, server):
        return server.request("GET", "/healthz").status == 200

    def assert_refuses(self, server, phone, code):
        """Reading goes on, but nothing that must be stored is promised."""
        answer = server.sign_in(next(self.phones))
        self.assertEqual(answer.status, 503, answer.body)
        self.assertGreaterEqual(int(answer.headers["Retry-After"]), 1)
        self.assertIn("detail", answer.json())
        answer = server.verify(phone, code)
        self.assertEqual(answer.status, 503, answer.body)
        self.assertNotIn(b"jwt_token", answer.body)
        self.assertEqual(server.request("GET", "/healthz").status, 503)
        self.assertEqual(server.request("GET", "/.well-known/jwks.json").status, 200)
        self.assertIsNone(server.process.poll())

    def assert_recovers(self, server, phone, code):
        """Without a request that would wake it: a balancer sends none to a server that is not well."""
        wait_until(lambda: self.healthy(server), "it is well again", 10)
        answer = server.verify(phone, code)
        self.assertEqual(answer.status, 200, "the code that could not be checked still works, once")
        self.assertEqual(server.verify(phone, code).status, 400)
        phone = next(self.phones)
        self.assertEqual(server.verify(phone, self.sign_in_and_read(server, phone)["code"]).status, 200)

    def test_writes_that_fail(self):
        cases = {"no space for the log": f"write|-wal|0|{NO_SPACE}", "the log cannot be written": f"write|-wal|0|{INPUT_OUTPUT}",
                 "the disk does not confirm": f"sync|-wal|0|{INPUT_OUTPUT}"}
        for name, fault in cases.items():
            with self.subTest(case=name), self.interposed(fault) as server:
                for _ in range(size("fillings of the disk")):
                    phone = next(self.phones)
                    code = self.sign_in_and_read(server, phone)["code"]
                    users = len(self.answer("users", "list")["users"])
                    self.trouble.touch()
                    self.assert_refuses(server, phone, code)
                    self.assertEqual(len(self.answer("users", "list")["users"]), users, "no user without a commit")
                    self.trouble.unlink()
                    self.assert_recovers(server, phone, code)
        result("writes that fail", f"{len(cases)} kinds", "503, no token, well again by itself")

    if FULL:
        def test_a_full_disk(self):
            """A real one, where the system lets us mount it: as root, or in a namespace of our own."""
            self.profile = self.home / "small"
            self.profile.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "tmpfs", str(self.profile)], check=True)
            self.addCleanup(subprocess.run, ["umount", "-l", str(self.profile)])
            with self.serve(*self.settings) as server:
                for _ in range(size("fillings of the disk")):
                    phone = next(self.phones)
                    code = self.sign_in_and_read(server, phone)["code"]
                    filling = self.profile / "filling"
                    with open(filling, "wb", buffering=0) as file:
                        try:
                            while file.write(bytes(4096)):
                                pass
                        except OSError:
                            pass
                    refused = 0
                    while not refused:  # what is left within the files is used up first
                        refused = server.sign_in(next(self.phones)).status == 503
                    self.assert_refuses(server, phone, code)
                    filling.unlink()
                    self.assert_recovers(server, phone, code)
            with self.serve(*self.settings) as server:
                self.assertTrue(self.healthy(server))
            result("a full disk (tmpfs of 8 MB)", f"{size('fillings of the disk')} fillings", "503, no token, well again by itself")

    def test_a_locked_database(self):
        with self.serve(*self.settings) as server:
            phone = next(self.phones)
            code = self.sign_in_and_read(server, phone)["code"]
            other = sqlite3.connect(self.profile / "smsauth.db", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            begin = time.monotonic()
            answer = server.sign_in(next(self.phones))
            self.assertEqual(answer.status, 503)
            self.assertLess(time.monotonic() - begin, 8)
            self.assert_refuses(server, phone, code)
            other.execute("ROLLBACK")
            other.close()
            self.assert_recovers(server, phone, code)
        result("a database that another process locks", "3 requests", "503 after 2 s, well again by itself")

    def test_a_damaged_database(self):
        """Whatever page is hit: an answer, no crash, and a clear word at the next start."""
        dice = random.Random(7)
        statuses = set()
        for page in (2, 3, 5, 8, None):
            shutil.rmtree(self.profile, ignore_errors=True)
            with self.subTest(page=page):
                with self.serve(*self.settings) as server:
                    for phone, _ in zip(self.phones, range(20)):
                        server.sign_in(phone)
                    self.smsauth("clear-expired")  # all of it is in the file then
                with open(self.profile / "smsauth.db", "r+b") as file:
                    length = file.seek(0, os.SEEK_END)
                    for each in [page] if page else range(1, length // 4096):
                        file.seek(each * 4096)
                        file.write(dice.randbytes(4096))
                server = self.serve(*self.settings, wait=False)
                line = server.process.stdout.readline()
                if line:
                    server.port = int(line.split(b"http://127.0.0.1:")[1].split(b'"')[0])
                    for phone, _ in zip(self.phones, range(10)):
                        statuses.add(server.sign_in(phone).status)
                        statuses.add(server.verify(phone, "00000000").status)
                    self.assertIsNone(server.process.poll(), "it lives")
                    code, _ = server.stop()
                    self.assertEqual(code, 0)
                else:
                    self.assertEqual(server.process.wait(), 1)
                    self.assertIn(b"smsauth: ", server.log_text())
                    server.process.stdout.close()
                server.log.close()
        self.assertLessEqual(statuses, {200, 400, 503})
        result("a damaged database", "5 kinds of damage", "no crash; 503 or a refusal to start")


if __name__ == "__main__":
    main()
