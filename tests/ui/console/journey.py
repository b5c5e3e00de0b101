# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way through the console by accessible names: start, send, verify, log, clear, undo, settings, quit."""

import sqlite3

from driver import Console, key, screenshot, wait_for

OPTIONS = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory", "--set", "SMS_TIMELIFE=2")


def rows(profile, table):
    """All columns of all rows, as they lie in the file."""
    with sqlite3.connect("file:%s/smsauth.db?mode=ro" % profile, uri=True) as database:
        return database.execute("SELECT * FROM %s ORDER BY id" % table).fetchall()


with Console(*OPTIONS) as console:
    console.find("Running")
    console.go_to("Try it")
    console.press("Walk both")
    console.find("Signature checked, valid")
    console.press("Send code")
    console.find("Live codes 1")

    console.go_to("Send log")
    console.find("Details")
    wait_for(lambda: console.count("Delivered", "table cell") == 2, "two delivered messages")
    screenshot("1-log")
    # What lies over a list can be found and pressed as everything else.
    console.fill_in("Filter the send log", "nosuchthing")
    console.press("Show all")
    wait_for(lambda: console.count("Delivered", "table cell") == 2, "all messages again")

    console.go_to("Cleanup")
    console.find("Clear 1 expired code")
    before = rows(console.profile, "code"), rows(console.profile, "message")
    console.press("Clear 1 expired code")
    console.press("Undo")
    console.find("Clear 1 expired code")
    assert (rows(console.profile, "code"), rows(console.profile, "message")) == before, "Undo has changed something"
    console.press("Clear 1 expired code")
    wait_for(lambda: rows(console.profile, "code") == [], "the end of what can no longer be taken back")
    screenshot("2-cleared")

    console.go_to("Settings")
    console.fill_in("Find a setting", "message")
    console.fill_in("SMS_AUTH_MESSAGE", "Sign in with {code}")
    console.press("Apply")
    wait_for(lambda: console.saved_setting("SMS_AUTH_MESSAGE") == "Sign in with {code}", "the saved text")
    console.find("Running")
    screenshot("3-settings")

    key("ctrl+q")
    assert console.process.wait(15) == 0
