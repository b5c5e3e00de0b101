# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks on codes and limits: many at once, guessing, pumping, and listening to the clock."""
import collections
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import socket
import statistics
import tempfile
import threading
import time

from gateway import Gateway
from history import History, Rules
from phones import fictional
from program import OTHER_PHONE, PHONE, SANITIZED, ProgramTest, main, wait_until
from sizes import FULL, result, size

NOT_FOUND = (400, b'{"detail":"Code not found"}')
PARALLEL = 32


def raw_post(path, fields, headers=()):
    body = json.dumps(fields).encode()
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json",
             f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def read_answer(connection):
    """(status, whole answer)"""
    received = b""
    while b"\r\n\r\n" not in received:
        data = connection.recv(65536)
        if not data:
            raise AssertionError(f"closed in mid-answer: {received!r}")
        received += data
    length = int(re.search(rb"(?i)\r\nContent-Length: (\d+)", received).group(1))
    while len(received) < received.index(b"\r\n\r\n") + 4 + length:
        received += connection.recv(65536)
    return int(received[9:12]), received


def body_of(answer):
    return answer[answer.index(b"\r\n\r\n") + 4:]


def at_once(server, requests):
    """Each on a connection of its own, all of them let go together. [(status, answer)]"""
    with contextlib.ExitStack() as stack:
        connections = [stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
                       for _ in requests]
        for connection, request in zip(connections, requests):
            connection.sendall(request[:-1])
        for connection, request in zip(connections, requests):
            connection.sendall(request[-1:])
        return [read_answer(connection) for connection in connections]


def wrong(code, by=1):
    return f"{(int(code) + by) % 10 ** len(code):0{len(code)}}"


class Codes(ProgramTest):
    def test_of_many_at_once_one_wins(self):
        rounds, source = size("rounds of parallel verifies"), fictional()
        with self.serve("SMS_AUTH_SECRETS=memory") as server:
            for _ in range(rounds):
                phone = next(source)
                code = self.sign_in_and_read(server, phone)["code"]
                verify = raw_post("/auth/auth/", {"phone_number": phone, "code": code})
                answers = at_once(server, [verify] * PARALLEL)
                statuses = collections.Counter(status for status, _ in answers)
                self.assertEqual(statuses, {200: 1, 400: PARALLEL - 1})
                self.assertEqual({body_of(answer) for status, answer in answers if status == 400}, {NOT_FOUND[1]})
        result(f"{PARALLEL} parallel verifies of one code", f"{rounds} rounds", "one success each, no 5xx")

    def test_of_many_guesses_at_once_five_are_compared(self):
        with self.serve("SMS_AUTH_SECRETS=memory") as server:
            for number, phone in zip(range(3), fictional()):
                code = self.sign_in_and_read(server, phone)["code"]
                guesses = [raw_post("/auth/auth/", {"phone_number": phone, "code": wrong(code, by)})
                           for by in range(1, PARALLEL + 1)]
                self.assertEqual({status for status, _ in at_once(server, guesses)}, {400})
                row = self.answer("codes", "list")["codes"][0]
                self.assertEqual((row["phone"], row["tries"], row["state"]), (phone, 5, "exhausted"))
                answer = server.verify(phone, code)
                self.assertEqual((answer.status, answer.body), NOT_FOUND)

    def test_guessing_gets_five_tries_a_code_and_a_growing_wait(self):
        settings = [*self.file_secrets(), "SMS_AUTH_LIMITS=protect", "SMS_AUTH_RESEND_WAIT=0", "SMS_TIMELIFE=600",
                    "SMS_AUTH_LIMIT_PHONE=1000/1h", "SMS_AUTH_LIMIT_ADDRESS=1000/1h", "SMS_AUTH_LIMIT_PREFIX=1000/1h"]
        rounds, source = size("rounds of guessing"), fictional()
        for _ in range(rounds):
            phone = next(source)
            with self.serve(*settings) as server:
                code = self.sign_in_and_read(server, phone)["code"]
                compared = 0
                for by in range(1, 21):
                    answer = server.verify(phone, wrong(code, by))
                    compared += answer.status == 400
                    self.assertIn(answer.status, (400, 429))
                self.assertEqual(compared, 5)
                wait = int(answer.headers["Retry-After"])
                self.assertTrue(1 <= wait <= 30, wait)
                # Not even the right one, nor a new code.
                self.assertEqual(server.verify(phone, code).status, 429)
                code = self.sign_in_and_read(server, phone)["code"]
                self.assertEqual(server.verify(phone, code).status, 429)
                server.kill()
            with self.serve(*settings) as server:
                again = server.verify(phone, code)
                self.assertEqual(again.status, 429)
                self.assertLessEqual(int(again.headers["Retry-After"]), wait)
                self.assertEqual(server.verify(next(source), "0000").status, 400, "others are not held up")
        result("guessing at one number", f"{rounds} rounds of 20 guesses, resend and kill -9",
               "5 compared, then 429; never the right code after that")

    def test_old_codes_and_codes_of_others(self):
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_TIMELIFE=600", "SMS_AUTH_RESEND_WAIT=0",
                        "SMS_AUTH_CODE_LEN=8") as server:
            first = self.sign_in_and_read(server, PHONE)
            self.assertEqual(server.sign_in(PHONE).status, 200)
            second = server.wait_message(PHONE, since=first["id"]).json()
            other = self.sign_in_and_read(server, OTHER_PHONE)
            for phone, code in ((PHONE, first["code"]), (PHONE, other["code"]), (OTHER_PHONE, second["code"])):
                answer = server.verify(phone, code)
                self.assertEqual((answer.status, answer.body), NOT_FOUND)
            self.assertEqual(server.verify(PHONE, second["code"]).status, 200)
            self.assertEqual(server.verify(OTHER_PHONE, other["code"]).status, 200)

    def test_expired_codes(self):
        """Without a cleanup, and whatever was said in time."""
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_TIMELIFE=1", "SMS_AUTH_CLEANUP_INTERVAL=0") as server:
            codes = {phone: self.sign_in_and_read(server, phone)["code"] for phone, _ in zip(fictional(), range(5))}
            ended = time.time() + 1
            wait_until(lambda: time.time() > ended, "they are all too old")
            for phone, code in codes.items():
                answer = server.verify(phone, code)
                self.assertEqual((answer.status, answer.body), NOT_FOUND)

    def test_anything_goes_and_the_history_is_clean(self):
        gateway = Gateway()
        self.addCleanup(gateway.close)
        gateway.describe(self.profile)
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = "hunter2-gateway"
        history = History(Rules(life=2, max_tries=3))
        phones = [phone for phone, _ in zip(fictional(), range(8))]
        ended = time.monotonic() + (120 if FULL else 5)
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_PROVIDER=stub", "SMS_AUTH_GATEWAY_PRIVATE=true",
                        "SMS_AUTH_LIMITS=seed", "SMS_AUTH_RESEND_WAIT=0", "SMS_TIMELIFE=2", "SMS_AUTH_MAX_TRIES=3",
                        "SMS_AUTH_CODE_LEN=6") as server:

            def behave(seed):
                dice = random.Random(seed)
                while time.monotonic() < ended:
                    phone = dice.choice(phones)
                    if dice.random() < 0.1:
                        history.sign_in(server, phone)
                        continue
                    known = [text for _, text in gateway.received[phone]]
                    code = dice.choice(known[-2:]).split()[-1] if known else "000000"
                    if dice.random() < 0.3:
                        code = wrong(code)
                    if dice.random() < 0.1:
                        time.sleep(dice.random())  # codes grow old
                    history.verify(server, phone, code)

            threads = [threading.Thread(target=behave, args=(seed,)) for seed in range(6)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            wait_until(lambda: not self.answer("log", "--state", "queued")["messages"], "all is sent")
            wait_until(lambda: not self.answer("log", "--state", "sending")["messages"], "all is recorded")
            history.take_log(self.answer("log", "--limit", "500")["messages"])
        history.take_deliveries(gateway)
        self.assertEqual(history.violations(), [])
        succeeded = sum(each.status == 200 for each in history.tried)
        self.assertGreater(succeeded, 3)
        self.assertEqual({each.status for each in history.tried + history.asked} - {200, 400, 429}, set())
        result("random clients at few numbers", f"{len(history.asked)} sign-ins, {len(history.tried)} verifies",
               f"{succeeded} successes, violations 0")


class Limits(ProgramTest):
    """Exactly so many, of one after the other and of all at once, before and after a kill."""

    WIDE = {"PHONE": "1000/1h", "ADDRESS": "1000/1h", "PREFIX": "1000/1h", "COUNTRY": "1000/1h", "GLOBAL": "1000/1h"}

    def limited(self, **limits):
        return [*self.file_secrets(), "SMS_AUTH_LIMITS=protect", "SMS_AUTH_RESEND_WAIT=0",
                "SMS_AUTH_TRUSTED_PROXIES=127.0.0.1",
                *(f"SMS_AUTH_LIMIT_{name}={value}" for name, value in {**self.WIDE, **limits}.items())]

    def statuses(self, server, requests):
        return collections.Counter(status for status, _ in at_once(server, requests))

    def attack(self, name, count, phones, address=lambda number: "198.51.100.7", exempt=None, forwarded=True):
        """More sign-ins than the limit lets through, in parallel; a kill; and more."""
        def request(number, phone):
            headers = [f"X-Forwarded-For: {address(number)}"] if forwarded else []
            return raw_post("/auth/sign-in/", {"phone_number": phone}, headers)

        settings = self.limited(**{name: f"{count}/1h"})
        requests = [request(number, phone) for number, phone in zip(range(count * 3), phones)]
        with self.serve(*settings) as server:
            for each in requests[:2]:
                self.assertEqual(self.statuses(server, [each]), {200: 1})
            self.assertEqual(self.statuses(server, requests[2:]), {200: count - 2, 429: len(requests) - count})
            status, answer = at_once(server, requests[:1])[0]
            self.assertEqual(status, 429)
            wait = int(re.search(rb"Retry-After: (\d+)", answer).group(1))
            self.assertTrue(3500 <= wait <= 3600, wait)
            server.kill()
        with self.serve(*settings) as server:
            self.assertEqual(self.statuses(server, requests[:4]), {429: min(4, len(requests))})
            if exempt:
                self.assertEqual(self.statuses(server, [exempt]), {200: 1}, "others are served")
            blocked = self.answer("log", "--state", "blocked", "--limit", "500")["messages"]
        self.assertEqual(len(blocked), len(requests) - count + 1 + min(4, len(requests)))
        result(f"limit by {name.lower()}", f"{len(requests)} sign-ins, {count} allowed, kill -9 between", "exact")

    def test_by_phone(self):
        def same():
            while True:
                yield PHONE

        other = raw_post("/auth/sign-in/", {"phone_number": OTHER_PHONE})
        self.attack("PHONE", 4, same(), exempt=other)

    def test_by_prefix(self):
        numbers = (f"+1202555{line:04}" for line in range(100, 200))
        other = raw_post("/auth/sign-in/", {"phone_number": "+12015550100"})
        self.attack("PREFIX", 6, numbers, exempt=other)

    def test_by_country(self):
        other = raw_post("/auth/sign-in/", {"phone_number": "+442079460123"})
        self.attack("COUNTRY", 10, fictional(), exempt=other)

    def test_by_address(self):
        other = raw_post("/auth/sign-in/", {"phone_number": "+12025550199"}, ["X-Forwarded-For: 198.51.100.8"])
        self.attack("ADDRESS", 7, fictional(), exempt=other)

    def test_by_network_of_ipv6(self):
        other = raw_post("/auth/sign-in/", {"phone_number": "+12025550199"}, ["X-Forwarded-For: 2001:db8:0:2::1"])
        self.attack("ADDRESS", 7, fictional(), address=lambda number: f"2001:db8:0:1::{number + 1:x}", exempt=other)

    def test_addresses_that_are_none_share_one(self):
        bad = ["nobody", "999.1.2.3", "", "1.2", "::g", "unknown", "_hidden", "127.0.0.1, rubbish"]
        other = raw_post("/auth/sign-in/", {"phone_number": "+12025550199"}, ["X-Forwarded-For: 198.51.100.8"])
        self.attack("ADDRESS", 5, fictional(), address=lambda number: bad[number % 2], exempt=other)

    def test_a_client_cannot_choose_its_address(self):
        """What it writes itself stands before what the proxy adds."""
        self.attack("ADDRESS", 5, fictional(), address=lambda number: f"203.0.113.{number}, 198.51.100.7")

    def test_in_total(self):
        self.attack("GLOBAL", 12, fictional(), address=lambda number: f"198.51.100.{number}")

    def test_without_a_declared_proxy_nobody_is_believed(self):
        settings = [each for each in self.limited(ADDRESS="3/1h") if "PROXIES" not in each]
        with self.serve(*settings) as server:
            requests = [raw_post("/auth/sign-in/", {"phone_number": phone}, [f"X-Forwarded-For: 198.51.100.{number}"])
                        for number, phone in zip(range(9), fictional())]
            self.assertEqual(self.statuses(server, requests), {200: 3, 429: 6})

    def test_countries(self):
        with self.serve(*self.limited(), "SMS_AUTH_COUNTRIES=GB,FR") as server:
            self.assertEqual(server.sign_in("+442079460123").status, 200)
            refused = server.sign_in(PHONE)
            self.assertIn(refused.status, (400, 403))
            self.assertEqual([each["phone"] for each in self.answer("log", "--state", "blocked")["messages"]], [PHONE])


class Timing(ProgramTest):
    def setUp(self):
        super().setUp()
        # A wrong code costs a write more than an unknown one (SECURITY.md says so). How long that takes on a disk which others
        # use, too, is not the subject: everything else must take the same time.
        if os.path.isdir("/dev/shm"):
            memory = pathlib.Path(tempfile.mkdtemp(prefix="smsauth-e2e-", dir="/dev/shm"))
            self.addCleanup(shutil.rmtree, memory, ignore_errors=True)
            self.profile = memory / "profile"

    def test_why_a_code_is_refused_cannot_be_told(self):
        wanted, source = size("answers timed of each kind"), fictional()
        times = collections.defaultdict(list)
        answers = set()
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_TIMELIFE=600") as server:
            used, exhausted = next(source), next(source)
            self.assertEqual(server.verify(used, self.sign_in_and_read(server, used)["code"]).status, 200)
            right = self.sign_in_and_read(server, exhausted)["code"]
            for by in range(1, 6):
                server.verify(exhausted, wrong(right, by))
            connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with connection:
                def time_of(kind, phone, code):
                    request = raw_post("/auth/auth/", {"phone_number": phone, "code": code})
                    begin = time.perf_counter()
                    connection.sendall(request)
                    status, answer = read_answer(connection)
                    times[kind].append((time.perf_counter() - begin) * 1000)
                    answers.add(re.sub(rb"\r\nDate: [^\r]*", b"", answer))

                while len(times["wrong"]) < wanted:
                    live = next(source)
                    code = self.sign_in_and_read(server, live)["code"]
                    for by in range(1, 5):
                        kinds = [("wrong", live, wrong(code, by)), ("never asked", next(source), wrong(code, by)),
                                 ("used", used, wrong(code, by)), ("exhausted", exhausted, right)]
                        random.shuffle(kinds)
                        for kind in kinds:
                            time_of(*kind)
        self.assertEqual(len(answers), 1, answers)
        medians = {kind: statistics.median(each) for kind, each in times.items()}
        apart = max(medians.values()) - min(medians.values())
        # How far the medians of one and the same kind lie apart by chance.
        chance = max(abs(statistics.median(each[::2]) - statistics.median(each[1::2])) for each in times.values())
        shown = ", ".join(f"{kind} {median:.2f}" for kind, median in medians.items())
        result("timing of refused codes", f"{wanted} of each kind", f"medians in ms: {shown}; {apart:.2f} apart")
        self.assertLess(apart, (10 if SANITIZED else 2) + 2 * chance)


if __name__ == "__main__":
    main()
