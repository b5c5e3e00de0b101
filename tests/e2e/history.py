# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients and gateway saw, and whether it may have happened: every request and delivery with its times, judged
afterwards and from outside alone."""
import collections
import dataclasses
import json
import re
import threading
import time


@dataclasses.dataclass
class Asked:
    """A sign-in. status: None when no answer came."""
    phone: str
    begin: float
    end: float
    status: int
    address: str = ""


@dataclasses.dataclass
class Tried:
    """A code that a client sent. status: None when no answer came."""
    phone: str
    code: str
    begin: float
    end: float
    status: int


@dataclasses.dataclass
class Delivered:
    """A message at the gateway. id: the program's, the same for every attempt."""
    phone: str
    code: str
    id: str
    at: float


@dataclasses.dataclass
class Rules:
    """What the server was told. limits: [(what an Asked counts under, count, window in seconds)]."""
    life: float = 60
    settled: float = 2  # seconds after which a delivery has been recorded
    max_tries: int = 5
    limits: list = dataclasses.field(default_factory=list)


def code_in(text):
    return re.search(r"\d{4,}", text).group()


class History:
    def __init__(self, rules=None):
        self.rules = rules or Rules()
        self.asked, self.tried, self.delivered = [], [], []
        self.kills = []  # times
        self.final = {}  # phone → [(state, reason)] of the send log
        self.lock = threading.Lock()

    # --- recording

    def call(self, request):
        begin = time.time()
        try:
            answer = request()
        except Exception:  # whatever a killed server looks like from outside
            answer = None
        return answer, begin, time.time()

    def sign_in(self, server, phone):
        answer, begin, end = self.call(lambda: server.sign_in(phone))
        with self.lock:
            self.asked.append(Asked(phone, begin, end, answer and answer.status))
        return answer

    def verify(self, server, phone, code):
        answer, begin, end = self.call(lambda: server.verify(phone, code))
        with self.lock:
            self.tried.append(Tried(phone, code, begin, end, answer and answer.status))
        return answer

    def killed(self):
        self.kills.append(time.time())

    def take_deliveries(self, gateway):
        with gateway.lock:
            self.delivered = [Delivered(each.number, code_in(each.text), each.id, each.at) for each in gateway.requests]

    def take_log(self, messages):
        """Of `smsauth log --json`."""
        self.final = collections.defaultdict(list)
        for message in messages:
            reason = message.get("reason") or [attempt["error"] for attempt in message["attempts"]]
            self.final[message["phone"]].append((message["state"], reason))

    def accepted(self):
        return [each for each in self.asked if each.status == 200]

    # --- judging

    def violations(self):
        return [*self.lost(), *self.misdirected(), *self.repeated(), *self.wrong_successes(), *self.over_limits()]

    def lost(self):
        reached = {each.phone for each in self.delivered}
        for each in self.accepted():
            ends = self.final.get(each.phone, [])
            if each.phone not in reached and not any(
                    state in ("failed", "expired", "cancelled", "key_lost") and reason for state, reason in ends):
                yield f"lost: {each.phone} was accepted and never delivered, without a reason"

    def misdirected(self):
        asked = {each.phone for each in self.asked}
        phones = collections.defaultdict(set)
        codes = collections.defaultdict(set)
        for each in self.delivered:
            phones[each.id].add(each.phone)
            codes[each.id].add(each.code)
            if each.phone not in asked:
                yield f"misdirected: {each.phone} never asked"
        for message, to in phones.items():
            if len(to) > 1:
                yield f"misdirected: one message went to {sorted(to)}"
        for message, texts in codes.items():
            if len(texts) > 1:
                yield f"misdirected: message {message} carried {len(texts)} codes"

    def repeated(self):
        """Each kill may repeat what was under way, once a message."""
        times = collections.defaultdict(list)
        for each in self.delivered:
            times[each.id].append(each.at)
        for message, at in times.items():
            at.sort()
            for first, second in zip(at, at[1:]):
                if not any(first <= kill <= second for kill in self.kills):
                    yield f"repeated: message {message} went out twice without a kill between"
                # What was delivered long before the kill had been recorded as sent.
                elif not any(first <= kill <= first + self.rules.settled for kill in self.kills):
                    yield f"repeated: message {message} had long been settled at the kill"

    def sent_again(self):
        """Requests at the gateway beyond the first with the same id."""
        return len(self.delivered) - len({each.id for each in self.delivered})

    def duplicates(self):
        """What a phone got beyond what was asked for it, from a gateway that makes one SMS of one id. A sign-in
        without an answer may have been accepted."""
        asked = collections.Counter(each.phone for each in self.asked if each.status in (200, None))
        got = collections.Counter(phone for phone, _ in {(each.phone, each.id) for each in self.delivered})
        return sum((got - asked).values())

    def wrong_successes(self):
        codes = collections.defaultdict(list)  # phone → the first delivery of each message, oldest first
        for each in sorted(self.delivered, key=lambda each: each.at):
            if all(each.id != other.id for other in codes[each.phone]):
                codes[each.phone].append(each)
        asked = collections.defaultdict(list)
        for each in self.accepted():
            asked[each.phone].append(each)
        tried = collections.defaultdict(list)
        for each in self.tried:
            tried[each.phone].append(each)
        for phone, tries in tried.items():
            for success in (each for each in tries if each.status == 200):
                yield from self.judge(success, codes[phone], asked[phone], tries)

    def judge(self, success, codes, asked, tries):
        same = [each for each in codes if each.code == success.code]
        if not same:
            yield f"unknown: {success.phone} got in with a code that was never sent there"
            return
        twins = [each for each in tries if each.status == 200 and each.code == success.code]
        if len(twins) > len(same) and success is twins[0]:
            yield f"used: {success.phone} got in {len(twins)} times with one code"
        if len(same) > 1:
            return  # chance gave it twice; which one it was cannot be told
        code = same[0]
        # It was made after its sign-in was asked for; the newest sign-in that can have made it was asked before.
        made = [each for each in asked if each.begin <= code.at]
        latest = max((each.end for each in made), default=code.at)
        if success.begin > latest + self.rules.life:
            yield f"expired: {success.phone} got in {success.begin - latest:.1f} s after it asked"
        newer = [each for each in codes if each.at > code.at]
        replaced = [each for each in asked if newer and each.begin > code.at]
        if any(each.end < success.begin for each in replaced):
            yield f"superseded: {success.phone} got in with a code that a newer one had replaced"
        wrong = [each for each in tries if each.status == 400 and each.begin >= code.at and each.end <= success.begin]
        if len(wrong) >= self.rules.max_tries:
            yield f"exhausted: {success.phone} got in after {len(wrong)} wrong tries"

    def over_limits(self):
        for subject_of, count, window in self.rules.limits:
            used = collections.defaultdict(list)
            for each in self.accepted():
                used[subject_of(each)].append(each.begin)
            for subject, times in used.items():
                times.sort()
                while times:
                    # Windows begin with their first sign-in; a second of doubt at the end.
                    inside = [at for at in times if at < times[0] + window - 1]
                    if len(inside) > count:
                        yield f"limit: {len(inside)} instead of {count} for {subject}"
                    times = [at for at in times if at >= times[0] + window - 1]

    def save(self, path):
        lines = [json.dumps([type(each).__name__, dataclasses.asdict(each)])
                 for each in (*self.asked, *self.tried, *self.delivered)]
        path.write_text("\n".join(lines))
