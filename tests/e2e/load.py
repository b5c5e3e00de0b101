# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that sign in at a live server, with one wrong code and the right one twice, until they are told to stop."""
import threading
import time

PARALLEL = 8


class Load:
    """All that happens goes into `history`. unexpected: what must not happen, as long as nobody kills the server."""

    def __init__(self, server, gateway, source, history):
        self.server, self.gateway, self.source, self.history = server, gateway, source, history
        self.unexpected = []
        self.source_lock = threading.Lock()
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.run, daemon=True) for _ in range(PARALLEL)]
        for thread in self.threads:
            thread.start()

    def run(self):
        while not self.stopped.is_set():
            with self.source_lock:
                phone = next(self.source)
            answer = self.history.sign_in(self.server, phone)
            if not self.expect(answer, 200):
                return
            code = self.wait_for_code(phone)
            if not code:
                return
            wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
            for given, status in ((wrong, 400), (code, 200), (code, 400)):
                if not self.expect(self.history.verify(self.server, phone, given), status):
                    return

    def wait_for_code(self, phone):
        deadline = time.monotonic() + 20
        while not self.stopped.is_set():
            code = self.gateway.code(phone)
            if code:
                return code
            if time.monotonic() > deadline or self.server.process.poll() is not None:
                self.unexpected.append((phone, "no message came"))
                return None
            time.sleep(0.005)
        return None

    def expect(self, answer, status):
        if answer is None or answer.status != status:
            self.unexpected.append((answer and answer.status, answer and answer.body))
            return False
        return True

    def ended(self):
        """Nobody goes on: the server has gone, or something unexpected happened to all."""
        return not any(thread.is_alive() for thread in self.threads)

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join(40)
