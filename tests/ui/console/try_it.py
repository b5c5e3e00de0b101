# SPDX-License-Identifier: GPL-3.0-or-later
"""Try it against the real server: a flow, what must be refused, a hundred flows, and all of it in the history."""

import glob
import os
import stat

from driver import Console, key, screenshot, wait_for


def flow_menu(entry, letter):
    key("alt+l")
    console.find(entry)
    key(letter)


with Console("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory") as console:
    console.find("Running")
    key("ctrl+3")
    console.press("Walk both")
    console.find("Signature checked, valid")

    flow_menu("Also try what must be refused", "a")
    for check in ("Wrong code", "Code used twice", "Asked too soon", "Bad number", "Too many tries"):
        console.press(check)
        wait_for(lambda: console.has_text("Show the request of: " + check), "what came of: " + check)
    assert not console.has_text("Not as expected"), "the server does not refuse what it must"
    assert not console.has_text("Not tried"), "something could not be tried"
    screenshot("1-refusals")

    flow_menu("Run many flows", "r")
    console.press("Start run")
    # Its numbers follow +12025550100: that of the flow above is among them, and free again since it was verified; those
    # of the checks are not.
    text = console.find_text("Done: ", 60)
    assert text.startswith("Done: all 100 flows passed"), text
    screenshot("2-run")

    flow_menu("Flow history", "h")
    console.find("100 flows")
    console.find("Signed in")
    screenshot("3-history")
    assert console.quit() == 0

    history, = glob.glob(os.path.join(console.profile, "flows.jsonl"))
    assert stat.S_IMODE(os.lstat(history).st_mode) == 0o600
    content = open(history, "rb").read()
    assert content.count(b"\n") == 7, content.count(b"\n")
    assert b"2025550" not in content and b"3035550" not in content, "a number lies readable in the history"
