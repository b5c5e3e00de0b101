# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall clock jumps under a running server (libfaketime): codes never live longer, nobody waits for hours, nothing
crashes, and what runs by intervals runs on."""
import glob
import os
import time

import jwt

from gateway import Gateway
from phones import fictional
from program import ProgramTest, main, wait_until
from sizes import result, size

LIBRARIES = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
HOUR = 3600


class Clock(ProgramTest):
    def setUp(self):
        super().setUp()
        self.assertTrue(LIBRARIES, "libfaketime is missing")
        self.offset = self.home / "offset"
        self.jump(0)
        # Leaks: Qt waits by this clock for threads at the end, and leaves them to the system where it jumps.
        self.env.update(LD_PRELOAD=LIBRARIES[0], FAKETIME_TIMESTAMP_FILE=str(self.offset), FAKETIME_NO_CACHE="1",
                        DONT_FAKE_MONOTONIC="1", FAKETIME_DONT_FAKE_MONOTONIC="1",
                        ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
        self.phones = fictional()
        self.settings = [*self.file_secrets(), "SMS_AUTH_CODE_LEN=8"]

    def jump(self, seconds):
        """The server's clock is that far from ours, at once."""
        fresh = self.offset.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}s\n")
        fresh.rename(self.offset)

    def claims(self, token):
        return jwt.decode(token, options={"verify_signature": False})

    def test_forward_and_back(self):
        for _ in range(size("clock jumps")):
            self.jump(0)
            with self.serve(*self.settings) as server:
                old = next(self.phones)
                code = self.sign_in_and_read(server, old)["code"]
                self.jump(2 * HOUR)
                self.assertEqual(server.verify(old, code).status, 400, "it is two hours old now")
                phone = next(self.phones)
                fresh = self.sign_in_and_read(server, phone)["code"]
                token = server.verify(phone, fresh).json()["jwt_token"]
                self.assertAlmostEqual(self.claims(token)["iat"], time.time() + 2 * HOUR, delta=60)
                self.assertEqual(server.sign_in(old).status, 200, "its wait is over")

                # Back again: what was made in the future is neither valid nor in the way.
                future = next(self.phones)
                code = self.sign_in_and_read(server, future)["code"]
                self.jump(0)
                self.assertEqual(server.verify(future, code).status, 400, "a code from the future")
                self.assertEqual(server.sign_in(future).status, 200, "nobody waits for two hours")
                phone = next(self.phones)
                fresh = self.sign_in_and_read(server, phone)["code"]
                self.assertEqual(server.verify(phone, fresh).status, 200)
                self.assertEqual(server.request("GET", "/healthz").status, 200)
        result("clock jumps of 2 hours, forth and back", f"{size('clock jumps')} rounds",
               "no code lives longer, nobody waits longer")

    def test_limits(self):
        settings = [*self.settings, "SMS_AUTH_LIMITS=protect", "SMS_AUTH_RESEND_WAIT=0", "SMS_AUTH_LIMIT_PHONE=3/1h",
                    "SMS_AUTH_LIMIT_ADDRESS=1000/1h"]
        with self.serve(*settings) as server:
            phone = next(self.phones)
            self.assertEqual([server.sign_in(phone).status for _ in range(4)], [200, 200, 200, 429])
            self.jump(-HOUR // 2)
            self.assertEqual(server.sign_in(phone).status, 200, "its window lies in the future: it begins anew")
            self.assertEqual([server.sign_in(phone).status for _ in range(3)], [200, 200, 429])
            self.jump(HOUR)
            self.assertEqual(server.sign_in(phone).status, 200)
            # Failed tries: the wait is not prolonged by hours.
            guessed = next(self.phones)
            self.assertEqual(server.sign_in(guessed).status, 200)
            for _ in range(5):
                server.verify(guessed, "00000000")
            self.assertEqual(server.verify(guessed, "00000000").status, 429)
            self.jump(-48 * HOUR)
            self.assertEqual(server.verify(guessed, "00000000").status, 400)

    def test_messages_that_wait(self):
        """A retry that lies in the future after a jump back is given up, not made two hours later."""
        gateway = Gateway()
        self.addCleanup(gateway.close)
        gateway.describe(self.profile)
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = "hunter2-gateway"
        refuse = {"on": True}
        ok = gateway.mode

        def mode(stub, connection, message):
            if refuse["on"]:
                connection.sendall(b"HTTP/1.1 503 Busy\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n")
                return True
            return ok(stub, connection, message)

        gateway.mode = mode
        with self.serve(*self.settings, "SMS_AUTH_PROVIDER=stub", "SMS_AUTH_GATEWAY_PRIVATE=true", "SMS_AUTH_LIMITS=seed",
                        "SMS_TIMELIFE=600") as server:
            phone = next(self.phones)
            self.assertEqual(server.sign_in(phone).status, 200)
            wait_until(lambda: gateway.counts().get(phone), "it was tried")
            self.jump(-2 * HOUR)
            refuse["on"] = False
            other = next(self.phones)
            self.assertEqual(server.sign_in(other).status, 200)
            wait_until(lambda: other in gateway.numbers(), "new ones go out")
            wait_until(lambda: self.answer("log", "--phone", phone)["messages"][0]["state"] == "expired",
                       "the old one does not wait for two hours, nor go out late")
            self.assertEqual(gateway.counts()[phone], 1)

    def test_restarts_at_another_time(self):
        with self.serve(*self.settings) as server:
            phone = next(self.phones)
            code = self.sign_in_and_read(server, phone)["code"]
            token = server.verify(phone, code).json()["jwt_token"]
        for offset in (-365 * 24 * HOUR, 365 * 24 * HOUR, 60 * 365 * 24 * HOUR):
            with self.subTest(offset=offset):
                self.jump(offset)
                with self.serve(*self.settings) as server:
                    self.assertEqual(server.request("GET", "/healthz").status, 200)
                    bearer = {"Authorization": f"Bearer {token}"}
                    answer = server.post("/auth/change-phonenumber/", {"new_phone_number": "+12025550199"}, bearer)
                    self.assertEqual(answer.status, 401, "a token of another time")
                    phone = next(self.phones)
                    fresh = self.sign_in_and_read(server, phone)["code"]
                    self.assertEqual(server.verify(phone, fresh).status, 200)


if __name__ == "__main__":
    main()
