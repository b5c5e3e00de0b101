# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 under load: what was accepted reaches the gateway, and codes outlive the process."""
import itertools
import threading

from gateway import Gateway
from program import ProgramTest, main, wait_until

KILLS = 12
PARALLEL = 8
IN_FLIGHT = 64  # requests that the sender has under way at most
AREAS = (201, 202, 203, 205, 206, 207, 208, 209, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234,
         239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303, 304, 305, 307, 308)


def numbers():
    """Numbers that are kept for fiction: 555-0100 to 555-0199 of every area."""
    for line, area in itertools.product(range(100), AREAS):
        yield f"+1{area}55501{line:02}"


class Load:
    """Clients that sign new numbers in until they are told to stop; `accepted` has those that got 200."""

    def __init__(self, server, source, accepted, lock):
        self.server, self.source, self.accepted, self.lock = server, source, accepted, lock
        self.unexpected = []
        self.killing = False
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.run, daemon=True) for _ in range(PARALLEL)]
        for thread in self.threads:
            thread.start()

    def run(self):
        while not self.stopped.is_set():
            with self.lock:
                phone = next(self.source)
            try:
                answer = self.server.sign_in(phone)
            except Exception as error:  # whatever a killed server looks like from outside
                if not self.killing:
                    self.unexpected.append(repr(error))
                return
            if answer.status == 200:
                with self.lock:
                    self.accepted.append(phone)
            else:
                self.unexpected.append((answer.status, answer.body))

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join(30)


class Kill(ProgramTest):
    def setUp(self):
        super().setUp()
        self.gateway = Gateway()
        self.addCleanup(self.gateway.close)
        self.gateway.describe(self.profile)
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = "hunter2-gateway"
        self.settings = [*self.file_secrets(), "SMS_AUTH_PROVIDER=stub", "SMS_AUTH_GATEWAY_PRIVATE=true",
                         "SMS_AUTH_LIMITS=seed", "SMS_TIMELIFE=600", "SMS_AUTH_CODE_LEN=6"]

    def wait_until_sent(self, accepted):
        wait_until(lambda: self.gateway.numbers() >= set(accepted), "every accepted message reaches the gateway", 60)
        wait_until(lambda: not self.answer("log", "--state", "queued", "--limit", "1")["messages"]
                   and not self.answer("log", "--state", "sending", "--limit", "1")["messages"],
                   "the outbox is empty", 60)

    def test_nothing_accepted_is_lost(self):
        source, accepted, settled, lock = numbers(), [], {}, threading.Lock()
        for round_number in range(KILLS):
            with self.serve(*self.settings) as server:
                # What the last kill left behind goes out first, and is settled for good then.
                self.wait_until_sent(accepted)
                settled.update(self.gateway.counts())
                before = len(accepted)
                load = Load(server, source, accepted, lock)
                # Each round is killed at another moment, always while requests are under way.
                wait_until(lambda: len(accepted) >= before + 5 + 7 * round_number, "the load is under way", 60)
                load.killing = True
                server.kill()
                load.stop()
                self.assertEqual(load.unexpected, [])
        with self.serve(*self.settings) as server:
            self.wait_until_sent(accepted)
            sent = {number: list(entries) for number, entries in self.gateway.received.items()}
            counts = self.gateway.counts()
            duplicates = sum(counts.values()) - len(counts)
            print(f"{len(accepted)} accepted, {len(sent)} numbers at the gateway, {duplicates} duplicates, {KILLS} kills")
            # Only a request that was under way at the kill may be repeated, once: what was settled stays so.
            self.assertEqual({number: counts[number] for number in settled}, settled)
            self.assertLessEqual(max(counts.values()), 2)
            self.assertLessEqual(duplicates, KILLS * IN_FLIGHT)
            for entries in sent.values():
                self.assertEqual(len({text for _, text in entries}), 1, "a duplicate carries the same code")
                self.assertEqual(len({ours for ours, _ in entries}), 1, "and the same id, by which a gateway knows it")
            self.assertEqual(self.gateway.authorizations, {"Bearer hunter2-gateway"})

            # The codes of before the last kill work, each once.
            for phone in (accepted[0], accepted[-1]):
                code = sent[phone][0][1].split()[-1]
                self.assertEqual(server.verify(phone, code).status, 200)
                self.assertEqual(server.verify(phone, code).status, 400)
        codes = {entries[0][1].split()[-1] for entries in sent.values()}
        self.assert_nowhere_on_disk("hunter2-gateway", "Your auth code: ")
        self.assertGreater(len(codes), len(sent) // 2)

    def test_a_stop_under_load_loses_and_repeats_nothing(self):
        source, accepted, lock = numbers(), [], threading.Lock()
        for _ in range(3):
            with self.serve(*self.settings) as server:
                before = len(accepted)
                load = Load(server, source, accepted, lock)
                wait_until(lambda: len(accepted) >= before + 30, "the load is under way", 60)
                load.killing = True
                code, took = server.stop()
                load.stop()
                self.assertEqual(code, 0)
                self.assertLess(took, 5.5)
                self.assertEqual([each for each in load.unexpected if each[0] != 503], [])
        with self.serve(*self.settings):
            self.wait_until_sent(accepted)
            self.assertEqual(set(self.gateway.counts().values()), {1})


if __name__ == "__main__":
    main()
