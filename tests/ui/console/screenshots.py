# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py DIR: a picture of every page of the running console, <page>-<variant>.png: light, dark, small
(1024x640), large (at 200 %), rtl (mirrored), and empty. Called by ./dev screenshots."""

import json
import os
import subprocess
import sys
import tempfile
import urllib.request

from driver import Console, key, wait_for

PAGES = ["overview", "codes", "try-it", "send-log", "providers", "protection", "cleanup", "users", "audit", "settings"]
OPTIONS = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory", "--set", "SMS_AUTH_RESEND_WAIT=1")
VARIANTS = {
    # name: (scheme, size, scale, further arguments, with content)
    "light": ("light", (1280, 800), 1, (), True),
    "dark": ("dark", (1280, 800), 1, (), True),
    "small": ("light", (1024, 640), 1, (), True),
    "large": ("light", (1280, 800), 2, (), True),
    "rtl": ("light", (1280, 800), 1, ("-reverse",), True),
    "empty": ("light", (1280, 800), 1, (), False),
}


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def fill(server):
    """Four people ask for a code; two of them use it. A test rule comes and goes, which the audit trail tells."""
    post(server + "/sandbox/faults", {"phone": "+12025550109", "outcome": "never_arrives"})
    urllib.request.urlopen(urllib.request.Request(server + "/sandbox/faults", method="DELETE"), timeout=10).close()
    for number in range(1, 5):
        phone = "+1202555010%d" % number
        post(server + "/auth/sign-in/", {"phone_number": phone})
        query = "%s/sandbox/messages/wait?timeout=10&phone=%%2B%s" % (server, phone[1:])
        with urllib.request.urlopen(query, timeout=15) as answer:
            code = json.load(answer)["code"]
        if number % 2:
            post(server + "/auth/auth/", {"phone_number": phone, "code": code})


def window_of(process):
    found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", "SIMULATED"],
                           capture_output=True, text=True).stdout.split()
    return found[0] if found else None


def take(folder, name, scheme, size, scale, arguments, full):
    with tempfile.TemporaryDirectory() as home:
        profile = os.path.join(home, "profile")
        os.mkdir(profile, 0o700)
        with open(os.path.join(profile, "console.json"), "w") as state:
            json.dump({"window.scheme": scheme, "window.reducedMotion": True}, state)
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        with Console(*OPTIONS, *arguments, profile=profile) as console:
            console.find("Running")
            server = console.find_text("http://127.0.0.1:")
            if full:
                fill(server)
                console.find("Live codes 2")
            window = wait_for(lambda: window_of(console.process), "the window")
            pixels = [str(length * scale) for length in size]
            subprocess.check_call(["xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window, *pixels])
            for index, page in enumerate(PAGES):
                key("ctrl+%d" % ((index + 1) % 10))
                title = {"try-it": "Try it", "send-log": "Send log", "audit": "Audit trail"}.get(page, page.capitalize())
                wait_for(lambda: subprocess.run(["xdotool", "getwindowname", window], capture_output=True,
                                                text=True).stdout.startswith(title), page)
                settled(window, os.path.join(folder, "%s-%s.png" % (page, name)))
            assert console.quit() == 0


def settled(window, file):
    """The picture when two in a row are the same: what moves has come to rest."""
    last = [None]

    def same():
        subprocess.check_call(["import", "-window", window, file])
        with open(file, "rb") as picture:
            now = hash(picture.read())
        last[0], before = now, last[0]
        return now == before

    try:
        wait_for(same, "a picture that rests", 3)
    except AssertionError:
        pass  # a bar that runs down never does


if __name__ == "__main__":
    target = os.path.abspath(sys.argv[1])
    os.makedirs(target, exist_ok=True)
    for variant, values in VARIANTS.items():
        take(target, variant, *values)
        print(variant)
