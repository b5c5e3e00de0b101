# SPDX-License-Identifier: GPL-3.0-or-later
"""Test numbers and faults as a tester uses them: every outcome on the real server, over HTTP alone."""
import json
import stat
import time
import urllib.parse

from program import OTHER_PHONE, PHONE, ProgramTest, main, wait_until

QUICK = ("SMS_AUTH_RESEND_WAIT=0",)


class Faults(ProgramTest):
    def set_rule(self, server, **rule):
        answer = server.request("POST", "/sandbox/faults", json.dumps(rule))
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json()

    def messages(self, server, phone=PHONE):
        query = urllib.parse.urlencode({"phone": phone})
        return server.request("GET", f"/sandbox/messages?{query}").json()["messages"]

    def arrived(self, server, phone=PHONE):
        return [each for each in self.messages(server, phone) if each["state"] == "delivered"]

    def logged(self, phone=PHONE):
        return self.answer("log", "--phone", phone)["messages"]

    def wait_state(self, state, phone=PHONE):
        return wait_until(lambda: next((each for each in self.logged(phone) if each["state"] == state), None),
                          f"a message is {state}")

    def assert_signs_in(self, server, phone):
        message = self.sign_in_and_read(server, phone)
        self.assertEqual(server.verify(phone, message["code"]).status, 200)

    # --- rules

    def test_rules_are_listed_replaced_and_removed(self):
        with self.serve() as server:
            self.assertEqual(server.request("GET", "/sandbox/faults").json(), {"faults": []})
            rule = self.set_rule(server, phone=PHONE, outcome="provider_error", status=503)
            self.assertEqual(rule, {"id": PHONE, "phone": PHONE, "outcome": "provider_error", "status": 503, "delay": 0,
                                    "limits": True})
            self.set_rule(server, probability=5, outcome="time_out")
            replaced = self.set_rule(server, phone=PHONE, outcome="duplicate", delay=1.5)
            self.assertEqual(server.request("GET", "/sandbox/faults").json()["faults"][0], replaced)
            self.assertEqual(self.answer("faults", "list"), server.request("GET", "/sandbox/faults").json())
            self.assertIn("faults_on", self.answer("status")["warnings"])
            for body in ('{"phone":"%s"}' % PHONE, '{"phone":"%s","outcome":"locked","x":1}' % PHONE, "outcome=locked"):
                refused = server.request("POST", "/sandbox/faults", body)
                self.assertEqual(refused.status, 400)
                self.assertIn("detail", refused.json())
            self.assertEqual(server.request("DELETE", f"/sandbox/faults?phone={PHONE}").json(), {"deleted": 1})
            self.assertEqual(server.request("DELETE", "/sandbox/faults?fone=1").status, 400)
            self.assertEqual(server.request("DELETE", "/sandbox/faults").json(), {"deleted": 1})
            self.assertNotIn("faults_on", self.answer("status")["warnings"])

    def test_the_command_line_sets_them(self):
        set_rule = self.answer("faults", "set", "--phone", PHONE, "--outcome", "provider_error", "--status", "400")
        self.assertEqual(set_rule["status"], 400)  # without a server: into the file
        self.answer("faults", "set", "--phone", OTHER_PHONE, "--code", "0042", "--no-limits")
        self.assertEqual(self.answer("faults", "set", "--phone", PHONE, code=2)["error"]["code"], "invalid_input")
        self.assertEqual(self.answer("faults", "set", "--outcome", "locked", code=2)["error"]["code"], "invalid_input")
        with self.serve() as server:
            self.assertEqual(len(server.request("GET", "/sandbox/faults").json()["faults"]), 2)
            self.assertIn("0042", self.smsauth("faults", "list").stdout)
            self.assertEqual(self.answer("faults", "clear", "--phone", PHONE), {"deleted": 1})
            self.assertEqual(self.answer("faults", "clear"), {"deleted": 1})
            self.assertEqual(server.request("GET", "/sandbox/faults").json(), {"faults": []})

    def test_rules_outlive_the_server_and_end_in_time(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, outcome="locked", **{"for": 600})
            self.set_rule(server, phone=OTHER_PHONE, outcome="locked", **{"for": 1})
        path = self.profile / "faults.json"
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        with self.serve() as server:
            self.assertEqual(server.sign_in(PHONE).status, 429)
            wait_until(lambda: len(server.request("GET", "/sandbox/faults").json()["faults"]) == 1, "one has ended")
            self.assert_signs_in(server, OTHER_PHONE)

    def test_a_broken_file_stops_the_start_with_words(self):
        self.profile.mkdir(mode=0o700)
        path = self.profile / "faults.json"
        path.write_text('{"faults":[{"phone":"%s","outcome":"explodes"}]}' % PHONE)
        server = self.serve(wait=False)
        self.assertEqual(server.process.wait(30), 2)
        log = server.log_text().decode()
        server.process.stdout.close()
        server.log.close()
        self.assertIn(str(path), log)
        self.assertIn("rule 1: outcome:", log)
        self.assertNotIn(PHONE, log)

    def test_live_mode_has_none(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, outcome="locked")
        self.env["SMS_AUTH_PROVIDER_PASSWORD"] = "unused"
        with self.serve("SMS_AUTH_PROVIDER=megafon", "SMS_AUTH_PROVIDER_LOGIN=me", *self.file_secrets()) as server:
            for method in ("GET", "POST", "DELETE"):
                self.assertEqual(server.request(method, "/sandbox/faults", "{}").status, 404)
            self.assertEqual(server.verify(PHONE, "000000").status, 400)
            refused = self.answer("faults", "set", "--phone", PHONE, "--outcome", "locked", code=2)
            self.assertEqual(refused["error"]["code"], "not_allowed")
            self.assertNotIn("faults_on", self.answer("status")["warnings"])

    # --- outcomes

    def test_fixed_code(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, code="0042", limits=False)
            for _ in range(3):
                self.assertEqual(server.sign_in().status, 200)  # no wait
                self.assertEqual(server.verify(PHONE, "0042").status, 200)
            self.assertNotEqual(self.sign_in_and_read(server, OTHER_PHONE)["code"], "")

    def test_provider_error(self):
        with self.serve("SMS_TIMELIFE=5") as server:
            self.set_rule(server, phone=PHONE, outcome="provider_error", status=503)
            self.set_rule(server, phone=OTHER_PHONE, outcome="provider_error", status=400)
            self.assertEqual(server.sign_in(PHONE).status, 200)
            self.assertEqual(server.sign_in(OTHER_PHONE).status, 200)
            failed = self.wait_state("failed", OTHER_PHONE)
            self.assertEqual([each["status"] for each in failed["attempts"]], [400])
            self.assertIn("400", failed["reason"])
            given_up = self.wait_state("expired")
            statuses = [each["status"] for each in given_up["attempts"]]
            self.assertGreaterEqual(len(statuses), 2)
            self.assertEqual(set(statuses), {503})
            self.assertEqual(self.arrived(server) + self.arrived(server, OTHER_PHONE), [])

    def test_time_out_holds_nobody_up(self):
        with self.serve("SMS_TIMELIFE=3") as server:
            self.set_rule(server, phone=PHONE, outcome="time_out")
            self.assertEqual(server.sign_in().status, 200)
            self.wait_state("sending")
            self.assert_signs_in(server, OTHER_PHONE)
            failed = self.wait_state("failed")
            # No longer than the code lives, so here 3 seconds instead of a gateway's 15.
            self.assertEqual([each["status"] for each in failed["attempts"]], [0])
            self.assertGreaterEqual(failed["attempts"][0]["ms"], 2500)
            self.assertLessEqual(failed["attempts"][0]["ms"], 3000)

    def test_delay(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, outcome="delivered", delay=1.5)
            begin = time.monotonic()
            self.assertEqual(server.sign_in().status, 200)
            self.wait_state("sent")
            self.assert_signs_in(server, OTHER_PHONE)
            self.assertEqual(self.arrived(server), [])
            message = server.wait_message().json()
            self.assertGreaterEqual(time.monotonic() - begin, 1.4)
            self.assertEqual(server.verify(PHONE, message["code"]).status, 200)

    def test_never_arrives(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, outcome="never_arrives")
            self.assertEqual(server.sign_in().status, 200)
            self.wait_state("sent")
            self.assertEqual(server.wait_message(timeout=1).status, 408)
            self.assertEqual([each["state"] for each in self.messages(server)], ["sent"])

    def test_duplicate(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, outcome="duplicate")
            self.assertEqual(server.sign_in().status, 200)
            first = server.wait_message(since=0).json()
            second = server.wait_message(since=first["id"]).json()
            self.assertEqual({**first, "id": second["id"]}, second)
            self.assertEqual(self.arrived(server), [second, first])
            self.assertEqual(server.verify(PHONE, first["code"]).status, 200)
            self.assertEqual(server.verify(PHONE, second["code"]).status, 400)

    def test_out_of_order(self):
        with self.serve(*QUICK) as server:
            self.set_rule(server, phone=PHONE, outcome="out_of_order")
            self.assertEqual(server.sign_in().status, 200)
            held = self.wait_state("sent")
            self.assertEqual(self.arrived(server), [])
            self.assertEqual(server.sign_in().status, 200)
            first = server.wait_message(since=0).json()
            second = server.wait_message(since=first["id"]).json()
            self.assertLessEqual(first["created_at"], second["created_at"])  # that of its arrival
            self.assertGreater(first["id"], held["id"])
            self.assertGreater(second["id"], first["id"])
            self.assertEqual([each["id"] for each in self.arrived(server)], [second["id"], first["id"]])
            self.assertEqual(server.verify(PHONE, second["code"]).status, 400)  # replaced by the newer one
            self.assertEqual(server.verify(PHONE, first["code"]).status, 200)

    def test_already_expired(self):
        with self.serve() as server:
            self.set_rule(server, phone=PHONE, outcome="expired")
            self.assertEqual(server.sign_in().status, 200)
            message = server.wait_message(since=0).json()
            answer = server.verify(PHONE, message["code"])
            self.assertEqual((answer.status, answer.json()), (400, {"detail": "Code not found"}))

    def test_locked(self):
        with self.serve() as server:
            message = self.sign_in_and_read(server)
            self.set_rule(server, phone=PHONE, outcome="locked", **{"for": 120})
            for answer in (server.sign_in(), server.verify(PHONE, message["code"])):
                self.assertEqual(answer.status, 429)
                self.assertTrue(100 < int(answer.headers["Retry-After"]) <= 120)
            self.assertEqual(self.logged()[0]["state"], "blocked")
            self.assertEqual(server.request("DELETE", f"/sandbox/faults?phone={PHONE}").status, 200)
            self.assertEqual(server.verify(PHONE, message["code"]).status, 200)

    def test_a_share_of_all(self):
        with self.serve() as server:
            self.set_rule(server, probability=50, outcome="locked")
            self.set_rule(server, phone=PHONE, outcome="duplicate")
            statuses = [server.sign_in(f"+1202555{number:04}").status for number in range(102, 200)]
            self.assertEqual(set(statuses), {200, 429})
            self.assertTrue(20 < statuses.count(429) < 78, statuses)  # of 98, never outside in a million years
            self.assertEqual(server.sign_in(PHONE).status, 200)  # its own rule comes first

    def test_late_messages_outlive_a_kill(self):
        settings = self.file_secrets()
        with self.serve(*settings) as server:
            self.set_rule(server, phone=PHONE, outcome="delivered", delay=2)
            self.assertEqual(server.sign_in().status, 200)
            self.wait_state("sent")
            server.kill()
        with self.serve(*settings) as server:
            message = server.wait_message().json()
            self.assertEqual(server.verify(PHONE, message["code"]).status, 200)


if __name__ == "__main__":
    main()
