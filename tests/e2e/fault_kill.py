# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 under load, at random moments and at every point where it may hurt: what was accepted reaches the gateway,
nothing that was settled happens again, and the database is sound."""
import itertools
import os
import random
import signal
import sqlite3
import time

from gateway import Gateway, slow
from history import History, Rules
from load import Load
from phones import fictional
from program import SANITIZED, ProgramTest, main, wait_until
from sizes import result, size

INTERPOSE = os.environ["SMSAUTH_INTERPOSE"]
RECOVERY = 10.0 if SANITIZED else 3.0
# name, call, where ({gateway}: its port), how manieth at most, when
POINTS = [
    ("the log of the database, before a write", "write", "-wal", 60, "before"),
    ("the log of the database, in mid-write", "write", "-wal", 60, "half"),
    ("the log of the database, after a write", "write", "-wal", 60, "after"),
    ("before a commit is on the disk", "sync", "-wal", 20, "before"),
    ("after a commit is on the disk", "sync", "-wal", 20, "after"),
    ("a checkpoint, before a write", "write", "smsauth.db", 5, "before"),
    ("a checkpoint, in mid-write", "write", "smsauth.db", 5, "half"),
    ("a checkpoint, before it is on the disk", "sync", "smsauth.db", 1, "before"),
    ("a checkpoint, after it is on the disk", "sync", "smsauth.db", 1, "after"),
    ("before the log is cut", "truncate", "-wal", 1, "before"),
    ("after the log is cut", "truncate", "-wal", 1, "after"),
    ("before an answer to a client", "send", "!peer:{gateway}", 30, "before"),
    ("in mid-answer to a client", "send", "!peer:{gateway}", 30, "half"),
    ("after an answer to a client", "send", "!peer:{gateway}", 30, "after"),
    ("before a request to the gateway", "send", "peer:{gateway}", 10, "before"),
    ("in mid-request to the gateway", "send", "peer:{gateway}", 10, "half"),
    ("after a request to the gateway", "send", "peer:{gateway}", 10, "after"),
    ("before the gateway's answer is read", "receive", "peer:{gateway}", 10, "before"),
    ("after the gateway's answer was read", "receive", "peer:{gateway}", 10, "after"),
]


class Kill(ProgramTest):
    def setUp(self):
        super().setUp()
        self.gateway = Gateway(mode=slow(0.01))
        self.addCleanup(self.gateway.close)
        self.gateway.describe(self.profile)
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = "hunter2-gateway"
        self.settings = [*self.file_secrets(), "SMS_AUTH_PROVIDER=stub", "SMS_AUTH_GATEWAY_PRIVATE=true",
                         "SMS_AUTH_LIMITS=seed", "SMS_TIMELIFE=600", "SMS_AUTH_CODE_LEN=6"]
        self.source = fictional()
        self.history = History(Rules(life=600, settled=10 if SANITIZED else 2))
        self.recoveries = []
        self.random = random.Random(20260101)

    def start(self):
        """A server that answers; None if it dies while it starts."""
        begin = time.monotonic()
        server = self.serve(*self.settings, wait=False)
        self.addCleanup(server.process.kill)
        try:
            server.listening()
        except AssertionError:
            if server.process.returncode != -signal.SIGKILL:
                raise
            self.died(server)
            return None
        answer = self.history.call(lambda: server.request("GET", "/healthz"))[0]
        if answer:
            self.assertEqual(answer.status, 200)
            self.recoveries.append(time.monotonic() - begin)
        return server

    def died(self, server):
        # What it had sent is still on its way: it belongs to the time before the kill.
        self.gateway.finish_reading()
        self.history.killed()
        with server:
            pass
        self.assert_sound()

    def assert_sound(self):
        path = self.profile / "smsauth.db"
        if not path.exists():
            return
        # By a copy: opening it would recover the log, which is the next start's work.
        for name in ("smsauth.db", "smsauth.db-wal"):
            source = self.profile / name
            if source.exists():
                (self.home / name).write_bytes(source.read_bytes())
            else:
                (self.home / name).unlink(missing_ok=True)
        database = sqlite3.connect(self.home / "smsauth.db")
        try:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        finally:
            database.close()

    def wait_until_sent(self):
        def waiting():
            return [message for state in ("queued", "sending")
                    for message in self.answer("log", "--state", state, "--limit", "1")["messages"]]

        wait_until(lambda: not waiting(), "the outbox is empty", 60)

    def judge(self, rounds, what):
        with self.serve(*self.settings) as server:
            self.wait_until_sent()
            self.history.take_deliveries(self.gateway)
            self.history.take_log(self.whole_log())
            self.assertEqual(self.history.violations(), [])
            self.assertEqual(self.gateway.authorizations, {"Bearer hunter2-gateway"})
            # The codes of before the last kill work, each once.
            open_phones = {each.phone for each in self.history.delivered} - {each.phone for each in self.history.tried}
            for phone in itertools.islice(open_phones, 2):
                self.assertEqual(server.verify(phone, self.gateway.code(phone)).status, 200)
                self.assertEqual(server.verify(phone, self.gateway.code(phone)).status, 400)
        self.assert_sound()
        self.assert_nowhere_on_disk("hunter2-gateway", "Your auth code: ")
        self.recoveries.sort()
        result(what, f"{rounds} kills, {len(self.history.accepted())} sign-ins",
               f"lost 0, duplicates {self.history.duplicates()}, {self.history.sent_again()} offered again with the same id, "
               f"violations 0, slowest start {self.recoveries[-1]:.2f} s")
        self.assertLessEqual(self.history.duplicates(), rounds)
        self.assertLess(self.recoveries[-1], RECOVERY)

    def whole_log(self):
        messages, before = [], []
        while page := self.answer("log", "--limit", "500", *before)["messages"]:
            messages += page
            before = ["--before", str(page[-1]["id"])]
        return messages

    def test_at_random_moments(self):
        kills = size("random kills")
        for _ in range(kills):
            server = self.start()
            accepted = len(self.history.asked)
            load = Load(server, self.gateway, self.source, self.history)
            wanted = accepted + self.random.randrange(3, 60)
            wait_until(lambda: len(self.history.asked) >= wanted or load.unexpected, "the load is under way", 60)
            self.assertEqual(load.unexpected, [])
            server.kill()
            self.died(server)
            load.stop()
        self.judge(kills, "kill -9 at random moments under load")

    def test_at_every_named_point(self):
        rounds = 0
        for name, call, where, most, when in POINTS * size("kills at each named point"):
            with self.subTest(point=name):
                number = self.random.randrange(1, most + 1)
                place = where.format(gateway=self.gateway.port)
                self.env.update(LD_PRELOAD=INTERPOSE, SMSAUTH_FAULT=f"{call}|{place}|{number}|{when}",
                                ASAN_OPTIONS="verify_asan_link_order=0")
                server = self.start()
                rounds += 1
                if not server:
                    continue
                load = Load(server, self.gateway, self.source, self.history)
                if place == "smsauth.db" or call == "truncate":
                    # A cleanup moves the log into the database.
                    wait_until(lambda: len(self.history.asked) >= 10, "the load is under way")
                    self.env.pop("LD_PRELOAD")
                    self.smsauth("clear-expired")
                wait_until(lambda: server.process.poll() is not None or load.ended(), f"call {number} comes", 60)
                wait_until(lambda: server.process.poll() is not None, f"it dies at call {number}; {load.unexpected}")
                self.assertEqual(server.process.returncode, -signal.SIGKILL)
                self.died(server)
                load.stop()
        self.env.pop("LD_PRELOAD", None)
        self.judge(rounds, f"kill -9 at {len(POINTS)} named points")

    def test_a_stop_under_load_loses_and_repeats_nothing(self):
        for _ in range(3):
            with self.serve(*self.settings) as server:
                before = len(self.history.asked)
                load = Load(server, self.gateway, self.source, self.history)
                wait_until(lambda: len(self.history.asked) >= before + 30, "the load is under way", 60)
                code, took = server.stop()
                load.stop()
                self.assertEqual(code, 0)
                self.assertLess(took, 5.5)
                self.assertEqual([each for each in load.unexpected if each[0] not in (None, 503)
                                  and each[1] != "no message came"], [])
        with self.serve(*self.settings):
            self.wait_until_sent()
            self.history.take_deliveries(self.gateway)
            self.history.take_log(self.whole_log())
            self.assertEqual(self.history.violations(), [])
            self.assertEqual(self.history.sent_again(), 0)


if __name__ == "__main__":
    main()
