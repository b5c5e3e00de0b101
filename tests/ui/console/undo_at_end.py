# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes are cleared and can still be taken back when the console ends: killed, it has removed nothing; quit, all."""

import contextlib
import os
import sqlite3
import tempfile
import urllib.request

from driver import Console, key, screenshot, wait_for

OPTIONS = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory", "--set", "SMS_TIMELIFE=1",
           "--set", "SMS_AUTH_RESEND_WAIT=0")


def rows(profile):
    with contextlib.closing(sqlite3.connect(os.path.join(profile, "smsauth.db"))) as database:
        return database.execute("SELECT * FROM code ORDER BY id").fetchall()


def clear(console):
    """Presses Clear; returns while that can be taken back."""

    def button():
        for number in range(5, 9):
            key("ctrl+%d" % number)
            with contextlib.suppress(AssertionError):
                return console.find_text("Clear 2 expired", 2)
        return None

    console.press(wait_for(button, "the page with the button"))
    console.find("Undo")
    screenshot("waits")


with tempfile.TemporaryDirectory() as home:
    profile = os.path.join(home, "profile")
    with Console(*OPTIONS, profile=profile) as console:
        console.find("Running")
        server = console.find_text("http://127.0.0.1:")
        for number in (1, 2):
            urllib.request.urlopen(server + "/auth/sign-in/", b"phone_number=%%2B1202555010%d" % number).close()
        clear(console)
        before = rows(profile)
        assert len(before) == 2, before
        console.process.kill()
        console.process.wait()
    assert rows(profile) == before, "a killed console has changed something"

    with Console(*OPTIONS, profile=profile) as console:
        console.find("Running")
        clear(console)
        assert console.quit() == 0
    assert rows(profile) == [], "what was cleared is there again"
