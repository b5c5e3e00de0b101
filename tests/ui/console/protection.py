# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Protection against the real server: what a preset would have blocked, its effect once it is applied, and
that it can be taken back. No client is refused a connection meanwhile."""

import json
import os
import subprocess
import urllib.error
import urllib.request

from driver import Console, key, screenshot, wait_for


def ask_for_code(server):
    request = urllib.request.Request(server + "/auth/sign-in/", json.dumps({"phone_number": "+12025550101"}).encode(),
                                     {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def choose(name):
    assert console.find(name).do_action(0)


def would_have_blocked(numbers):
    wait_for(lambda: console.find_text("The last 7 day").endswith("would have blocked %s." % numbers), numbers)


with Console("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory", "--set", "SMS_AUTH_RESEND_WAIT=0") as console:
    console.find("Running")
    server = console.find_text("http://127.0.0.1:")
    assert [ask_for_code(server) for _ in range(4)] == [200] * 4

    key("ctrl+6")
    console.find("In force now: as the library, because every SMS is simulated.")
    would_have_blocked("0 of 4")
    choose("Strict")
    would_have_blocked("1 of 4")
    screenshot("1-strict")
    assert ask_for_code(server) == 200, "it was applied before anybody said so"
    console.press("Apply")
    console.find("In force now: Strict.")
    assert [ask_for_code(server) for _ in range(4)] == [200, 200, 200, 429]
    log = subprocess.check_output([os.environ["SMSAUTH"], "log", "--state", "blocked", "--json", "--profile",
                                   console.profile])
    blocked, = json.loads(log)["messages"]
    assert blocked["phone"] == "+12025550101", blocked
    screenshot("2-applied")

    console.press("Undo")
    console.find("In force now: as the library, because every SMS is simulated.")
    assert ask_for_code(server) == 200
    with open(os.path.join(console.profile, "settings.json"), "rb") as file:
        assert json.load(file) == {}, "the defaults need no line in the file"
    assert console.quit() == 0
